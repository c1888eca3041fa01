// Joins the query with an indicator's terms and cuts a snippet from each hit.
#include "workflow/search_passages.hpp"

namespace workflow {

namespace {

std::string terms_query(const model::Indicator& indicator) {
  std::string query;
  for (const auto* terms : {&indicator.terms_id, &indicator.terms_en})
    for (const auto& term : *terms) query += (query.empty() ? "\"" : " OR \"") + term + "\"";
  return query;
}

}  // namespace

base::Result<std::vector<FoundPassage>> search_passages(Workspace& workspace,
                                                        const SearchRequest& request) {
  std::string query = request.query;
  if (!request.indicator.empty()) {
    const auto code = TRY(require_indicator(workspace.model, request.indicator));
    const auto terms = terms_query(
        workspace.model
            .indicators[static_cast<std::size_t>(*model::find_indicator(workspace.model, code))]);
    query += query.empty() ? terms : " OR " + terms;
  }
  if (query.find_first_not_of(" \t\n\"*-") == std::string::npos)
    return base::fail(base::ErrorKind::invalid, "search.empty");
  std::vector<FoundPassage> found;
  auto hits = TRY(workspace.store.search(workspace.assessment.id, query, request.limit));
  for (auto& hit : hits) {
    auto snippet = text::find_snippet(hit.text, query, request.snippet_width);
    found.push_back({std::move(hit), std::move(snippet)});
  }
  return found;
}

}  // namespace workflow
