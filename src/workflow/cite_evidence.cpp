// Matches quotes against pages and writes citations and decisions.
#include "workflow/cite_evidence.hpp"

#include <algorithm>

#include "evaluation/evaluation.hpp"
#include "text/quote.hpp"
#include "text/unicode.hpp"

namespace workflow {

namespace {

using base::ErrorKind;
using base::fail;

constexpr std::int64_t context_code_points = 40;

base::Result<assessment::Source> require_source(Workspace& workspace, const std::string& code) {
  auto source = TRY(workspace.store.find_source(workspace.assessment.id, code));
  if (!source) return fail(ErrorKind::not_found, "source.unknown", {{"source", code}});
  if (source->state == assessment::SourceState::needs_ocr)
    return fail(ErrorKind::invalid, "cite.needs_ocr", {{"source", code}});
  return *std::move(source);
}

base::Result<store::PageText> pick_page(const std::vector<store::PageText>& pages,
                                        const CiteRequest& request) {
  const bool has_pages = !pages.empty() && pages.front().number > 0;
  if (!has_pages) {
    if (request.page)
      return fail(ErrorKind::invalid, "cite.no_pages", {{"source", request.source}});
    if (pages.empty())
      return fail(ErrorKind::not_found,
                  "cite.page_unknown",
                  {{"source", request.source}, {"page", "0"}, {"pages", "0"}});
    return pages.front();
  }
  if (!request.page)
    return fail(ErrorKind::invalid,
                "cite.page_needed",
                {{"source", request.source}, {"pages", std::to_string(pages.size())}});
  for (const auto& page : pages)
    if (page.number == *request.page) return page;
  return fail(ErrorKind::not_found,
              "cite.page_unknown",
              {{"source", request.source},
               {"page", std::to_string(*request.page)},
               {"pages", std::to_string(pages.size())}});
}

/// Where else the quote stands, for a helpful refusal.
std::string pages_with(const std::vector<store::PageText>& pages, const std::string& quote) {
  std::string found;
  constexpr int pages_named_max = 5;
  int named = 0;
  for (const auto& page : pages) {
    if (text::find_quote(page.text, quote).empty()) continue;
    if (named++ == pages_named_max) return found + " …";
    found += (found.empty() ? "" : ", ") + std::to_string(page.number);
  }
  return found;
}

base::Result<text::Span> find_span(const std::vector<store::PageText>& pages,
                                   const store::PageText& page,
                                   const CiteRequest& request) {
  const auto spans = text::find_quote(page.text, request.quote);
  std::vector<base::Parameter> where = {{"source", request.source},
                                        {"page", std::to_string(page.number)},
                                        {"count", std::to_string(spans.size())}};
  if (spans.empty()) {
    const std::string elsewhere = page.number > 0 ? pages_with(pages, request.quote) : "";
    where.emplace_back("pages", elsewhere);
    if (!elsewhere.empty()) return fail(ErrorKind::not_found, "cite.quote_elsewhere", where);
    return fail(ErrorKind::not_found,
                page.number > 0 ? "cite.quote_not_found" : "cite.quote_not_in_source",
                where);
  }
  if (!request.occurrence && spans.size() > 1)
    return fail(ErrorKind::invalid, "cite.quote_ambiguous", where);
  const auto occurrence = static_cast<std::size_t>(request.occurrence.value_or(1));
  if (occurrence < 1 || occurrence > spans.size()) {
    where.emplace_back("occurrence", std::to_string(occurrence));
    return fail(ErrorKind::invalid, "cite.occurrence_unknown", where);
  }
  return spans[occurrence - 1];
}

/// What the passages have in common that hold the words.
base::Result<document::Locator> find_locator(Workspace& workspace,
                                             const std::string& source_id,
                                             const document::Range& range) {
  const auto passages = TRY(workspace.store.find_passages(source_id, range));
  if (passages.empty()) return document::Locator{};
  auto shared = passages.front().locator;
  for (const auto& passage : passages) shared = document::find_shared(shared, passage.locator);
  return shared;
}

/// A citation of these words of a page, whoever cites them for what.
base::Result<assessment::Evidence> describe_words(Workspace& workspace,
                                                  const assessment::Source& source,
                                                  const store::PageText& page,
                                                  const document::Range& range) {
  const auto begin = range.begin - page.range.begin;
  const auto end = range.end - page.range.begin;
  assessment::Evidence evidence;
  evidence.source_code = source.code;
  evidence.page = page.number;
  evidence.range = range;
  evidence.locator = TRY(find_locator(workspace, source.id, range));
  evidence.quote = std::string(text::slice(page.text, begin, end));
  evidence.prefix = std::string(
      text::slice(page.text, std::max<std::int64_t>(0, begin - context_code_points), begin));
  evidence.suffix = std::string(text::slice(page.text, end, end + context_code_points));
  return evidence;
}

base::Result<void> check_level(const model::Model& model, const std::optional<int>& level) {
  if (!level) return {};
  const auto levels = model::levels_of(model.scale);
  if (std::find(levels.begin(), levels.end(), *level) != levels.end()) return {};
  return fail(ErrorKind::invalid,
              "cite.level_off_scale",
              {{"level", std::to_string(*level)},
               {"min", std::to_string(levels.front())},
               {"max", std::to_string(levels.back())}});
}

}  // namespace

base::Result<assessment::Evidence> prepare_citation(Workspace& workspace,
                                                    const CiteRequest& request,
                                                    const Context& context) {
  auto indicator = TRY(require_indicator(workspace.model, request.indicator));
  TRY(check_level(workspace.model, request.level));
  if (request.quote.find_first_not_of(" \t\r\n") == std::string::npos)
    return fail(ErrorKind::invalid, "cite.quote_empty");
  const auto source = TRY(require_source(workspace, request.source));
  const auto pages = TRY(workspace.store.load_pages(source.id));
  const auto page = TRY(pick_page(pages, request));
  const auto span = TRY(find_span(pages, page, request));
  auto evidence = TRY(describe_words(
      workspace, source, page, {page.range.begin + span.begin, page.range.begin + span.end}));
  evidence.indicator_code = std::move(indicator);
  evidence.stance = request.stance;
  evidence.level = request.level;
  evidence.note = request.note;
  evidence.cited_by = request.by;
  evidence.cited_at = context.clock();
  return evidence;
}

base::Result<assessment::Evidence> cite_evidence(Workspace& workspace,
                                                 const CiteRequest& request,
                                                 const Context& context) {
  auto evidence = TRY(prepare_citation(workspace, request, context));
  evidence.id = TRY(workspace.store.add_evidence(workspace.assessment.id, evidence));
  return evidence;
}

base::Result<assessment::Evidence> place_citation(Workspace& workspace,
                                                  const assessment::Source& source,
                                                  const document::Range& range) {
  const auto pages = TRY(workspace.store.load_pages(source.id));
  for (const auto& page : pages)
    if (page.range.begin <= range.begin && range.end <= page.range.end)
      return describe_words(workspace, source, page, range);
  return fail(ErrorKind::invalid, "cite.over_pages", {{"source", source.code}});
}

base::Result<std::optional<int>> find_occurrence(Workspace& workspace,
                                                 const assessment::Evidence& evidence) {
  const auto source =
      TRY(workspace.store.find_source(workspace.assessment.id, evidence.source_code));
  if (!source) return std::optional<int>{};
  const auto pages = TRY(workspace.store.load_pages(source->id));
  for (const auto& page : pages) {
    if (page.number != evidence.page) continue;
    const auto spans = text::find_quote(page.text, evidence.quote);
    if (spans.size() < 2) return std::optional<int>{};
    for (std::size_t i = 0; i < spans.size(); ++i)
      if (page.range.begin + spans[i].begin == evidence.range.begin)
        return std::optional<int>{static_cast<int>(i) + 1};
  }
  return std::optional<int>{};
}

base::Result<void> decide_evidence(Workspace& workspace,
                                   const DecideRequest& request,
                                   const Context& context) {
  if (request.state == assessment::EvidenceState::rejected && request.because.empty())
    return fail(ErrorKind::invalid, "evidence.reason_missing");
  return workspace.store.in_transaction([&]() -> base::Result<void> {
    for (const auto& id : request.evidence_ids)
      TRY(workspace.store.decide_evidence(
          workspace.assessment.id,
          {id, request.state, request.by, request.because, context.clock()}));
    return {};
  });
}

base::Result<std::vector<MissingEvidence>> list_missing_evidence(Workspace& workspace) {
  const auto dossier = TRY(workspace.store.load_dossier(workspace.assessment.id));
  const auto result = evaluation::evaluate(workspace.model, dossier, {});
  std::vector<MissingEvidence> missing;
  for (const auto& indicator : result.indicators) {
    if (!indicator.claimed) continue;
    for (const auto& standing : indicator.standings) {
      if (base::Rational(standing.level) > *indicator.claimed || standing.evidence_met()) continue;
      MissingEvidence& one = missing.emplace_back();
      one.indicator_code = workspace.model.nodes[static_cast<std::size_t>(indicator.node)].code;
      one.level = standing.level;
      one.required = standing.citations_required;
      one.accepted = standing.citations_accepted;
      one.proposed = standing.citations_waiting;
    }
  }
  return missing;
}

}  // namespace workflow
