// From a workspace to a finished report.
#include "workflow/write_report.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <string_view>

#include "render/renderers.hpp"
#include "report/compose.hpp"
#include "workflow/messages.hpp"

namespace workflow {

namespace {

/// A form of report by the name that people type, and the function that composes it.
struct Form {
  std::string_view id;
  report::Report (*compose)(const report::Context&, const report::ReportFacts&) = nullptr;
};

constexpr std::array forms = {
    Form{"results", report::compose_results},
    Form{"request-list", report::compose_requests},
};

const Form* find_form(std::string_view id) {
  for (const auto& form : forms)
    if (form.id == id) return &form;
  return nullptr;
}

/// Whether this is a day of the calendar, as "2026-12-15".
bool is_day(const std::string& text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  const char* const at = text.data();
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const bool reads = std::from_chars(at, at + 4, year).ptr == at + 4 &&
                     std::from_chars(at + 5, at + 7, month).ptr == at + 7 &&
                     std::from_chars(at + 8, at + 10, day).ptr == at + 10;
  return reads &&
         std::chrono::year_month_day{
             std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}
             .ok();
}

base::Result<void> check_until(const ReportRequest& request) {
  if (request.until.empty()) return {};
  if (request.form != "request-list")
    return base::fail(base::ErrorKind::invalid, "report.until_unused", {{"form", request.form}});
  if (!is_day(request.until))
    return base::fail(
        base::ErrorKind::invalid, "report.until_not_a_day", {{"until", request.until}});
  return {};
}

}  // namespace

base::Result<std::string> write_report(Workspace& workspace,
                                       const ReportRequest& request,
                                       const Context& context) {
  const render::Renderer* renderer = render::find_renderer(request.format);
  if (renderer == nullptr) {
    std::string known;
    for (const auto& one : render::list_renderers())
      known += (known.empty() ? "" : ", ") + std::string(one.id);
    return base::fail(base::ErrorKind::not_found,
                      "report.format_unknown",
                      {{"format", request.format}, {"known", known}});
  }
  const Form* form = find_form(request.form);
  if (form == nullptr)
    return base::fail(base::ErrorKind::not_found,
                      "report.form_unknown",
                      {{"form", request.form}, {"known", "results, request-list"}});
  TRY(check_until(request));
  const auto evaluated = TRY(evaluate_assessment(workspace, request.method));
  const auto catalog = load_catalog(request.language);
  const auto language =
      request.language == "en" ? model::Language::english : model::Language::indonesian;
  const report::Context said{
      workspace.model, evaluated.dossier, evaluated.evaluation, catalog, language};
  report::ReportFacts facts;
  facts.created_at = context.clock();
  facts.engine_version = context.engine_version;
  facts.notice = request.notice;
  facts.dossier_digest = TRY(digest_dossier(workspace));
  facts.until = request.until;
  return renderer->render(form->compose(said, facts));
}

}  // namespace workflow
