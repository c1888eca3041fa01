// Joins the query with an indicator's terms, asks the index, and cuts a snippet from each hit.
#include "workflow/search_passages.hpp"

#include <algorithm>
#include <utility>

#include "text/tokens.hpp"
#include "workflow/read_page.hpp"

namespace workflow {

namespace {

using text::SearchQuery;
using text::SearchTerm;

constexpr std::size_t passages_enough = 3;

/// Adds an indicator's terms as alternatives: the words of each within three words of each other,
/// in any form.
void add_terms(const model::Indicator& indicator, SearchQuery& query) {
  constexpr int distance = 3;
  for (const auto* terms : {&indicator.terms_id, &indicator.terms_en})
    for (const auto& term : *terms) {
      SearchTerm one{SearchTerm::Kind::near, {}, distance, false, !query.terms.empty()};
      for (auto& word : text::find_words(term)) one.words.push_back(std::move(word.folded));
      if (!one.words.empty()) query.terms.push_back(std::move(one));
    }
}

base::Result<SearchQuery> make_query(const Workspace& workspace, const SearchRequest& request) {
  auto query = text::parse_search_query(request.query);
  if (!request.indicator.empty()) {
    const auto code = TRY(require_indicator(workspace.model, request.indicator));
    const auto indicator = *model::find_indicator(workspace.model, code);
    add_terms(workspace.model.indicators[static_cast<std::size_t>(indicator)], query);
  }
  if (!query.asks_for_words()) return base::fail(base::ErrorKind::invalid, "search.empty");
  return query;
}

/// The query with words that look like those typed as alternatives; none where nothing looks alike.
base::Result<SearchQuery> widen(Workspace& workspace,
                                const SearchQuery& query,
                                std::vector<SimilarWord>& similar) {
  SearchQuery wider = query;
  wider.terms.clear();
  for (const auto& term : query.terms) {
    wider.terms.push_back(term);
    const bool is_one_word = term.kind == SearchTerm::Kind::word && term.words.size() == 1;
    if (!is_one_word || term.is_excluded) continue;
    const auto words = TRY(workspace.store.find_similar_words(term.words.front()));
    for (const auto& word : words) {
      wider.terms.push_back({SearchTerm::Kind::phrase, {word}, 0, false, true});
      similar.push_back({term.words.front(), word});
    }
  }
  return wider;
}

}  // namespace

base::Result<Workspace> open_to_search(const std::string& path,
                                       const std::string& assessment_name,
                                       text::Stemmer& stemmer) {
  {
    auto reading = TRY(open_workspace(path, Access::read, assessment_name));
    if (TRY(reading.store.is_index_current(stemmer))) return reading;
  }
  {
    auto writing = open_workspace(path, Access::write, assessment_name);
    if (writing && writing->store.rebuild_index(stemmer)) return writing;
  }
  return open_workspace(path, Access::read, assessment_name);
}

base::Result<FoundPassages> search_passages(Workspace& workspace,
                                            const SearchRequest& request,
                                            text::Stemmer& stemmer) {
  auto query = TRY(make_query(workspace, request));
  const auto& assessment_id = workspace.assessment.id;
  FoundPassages found;
  found.is_index_stale = !TRY(workspace.store.is_index_current(stemmer));
  auto hits = TRY(workspace.store.search(assessment_id, query, stemmer, request.limit));
  const auto exact = hits.size();
  if (exact < std::min<std::size_t>(passages_enough, static_cast<std::size_t>(request.limit))) {
    query = TRY(widen(workspace, query, found.similar));
    if (!found.similar.empty())
      for (auto& hit : TRY(workspace.store.search(assessment_id, query, stemmer, request.limit))) {
        const bool is_there = std::ranges::any_of(hits, [&](const store::Hit& other) {
          return other.source_code == hit.source_code && other.range == hit.range;
        });
        if (!is_there) hits.push_back(std::move(hit));
      }
  }
  for (std::size_t i = 0; i < hits.size(); ++i) {
    auto snippet = text::find_snippet(hits[i].text, query, stemmer, request.snippet_width);
    auto ocr = TRY(find_ocr_reading(workspace, hits[i].source_code, hits[i].page));
    found.passages.push_back({std::move(hits[i]), std::move(snippet), i >= exact, std::move(ocr)});
  }
  return found;
}

}  // namespace workflow
