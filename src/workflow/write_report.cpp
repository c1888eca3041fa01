// From a workspace to a finished report.
#include "workflow/write_report.hpp"

#include "render/renderers.hpp"
#include "report/compose.hpp"
#include "workflow/messages.hpp"

namespace workflow {

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
  if (request.form != "results")
    return base::fail(base::ErrorKind::not_found,
                      "report.form_unknown",
                      {{"form", request.form}, {"known", "results"}});
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
  return renderer->render(report::compose_results(said, facts));
}

}  // namespace workflow
