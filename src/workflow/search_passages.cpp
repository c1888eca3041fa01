// Joins the query with an indicator's terms, asks the index, and cuts a snippet from each hit.
#include "workflow/search_passages.hpp"

#include <algorithm>
#include <utility>

#include "finding/ranking.hpp"
#include "text/tokens.hpp"
#include "workflow/count_stems.hpp"
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

/// A word alone, in whatever form: what similar words can stand in for.
bool is_one_word(const SearchTerm& term) {
  return term.kind == SearchTerm::Kind::word && term.words.size() == 1 && !term.is_excluded;
}

/// Which terms are a word that no passage has, in no form.
base::Result<std::vector<bool>> find_unknown(Workspace& workspace,
                                             const SearchQuery& query,
                                             text::Stemmer& stemmer) {
  std::vector<std::string> stems;
  for (const auto& term : query.terms)
    if (is_one_word(term)) stems.emplace_back(stemmer.stem(term.words.front()));
  const auto counts = TRY(workspace.store.count_stems(stems));
  std::vector<bool> unknown(query.terms.size(), false);
  auto count = counts.holding.begin();
  for (std::size_t i = 0; i < query.terms.size(); ++i)
    if (is_one_word(query.terms[i])) unknown[i] = (count++)->second == 0;
  return unknown;
}

/// The query with words that look like those typed as alternatives: for words that are unknown, or
/// for all. The same query where nothing looks alike.
base::Result<SearchQuery> widen(Workspace& workspace,
                                const SearchQuery& query,
                                const std::vector<bool>& unknown,
                                bool known_as_well,
                                std::vector<SimilarWord>& similar) {
  SearchQuery wider = query;
  wider.terms.clear();
  for (std::size_t i = 0; i < query.terms.size(); ++i) {
    const auto& term = query.terms[i];
    wider.terms.push_back(term);
    if (!unknown[i] && !(known_as_well && is_one_word(term))) continue;
    const auto words = TRY(workspace.store.find_similar_words(term.words.front()));
    for (const auto& word : words) {
      wider.terms.push_back({SearchTerm::Kind::phrase, {word}, 0, false, true});
      similar.push_back({term.words.front(), word, unknown[i]});
    }
  }
  return wider;
}

/// Best first as finding ranks them; what it knows nothing of (beginnings of words) stays behind.
base::Result<std::vector<store::Hit>> rank_hits(Workspace& workspace,
                                                const SearchQuery& query,
                                                std::vector<store::Hit> hits,
                                                text::Stemmer& stemmer) {
  finding::Need need;
  std::vector<std::string> stems;
  for (const auto& term : query.terms)
    for (const auto& word : term.words) {
      if (term.is_excluded) continue;
      const std::string stem(stemmer.stem(word));
      need.obtain(stem, word).from_model = 1;
      stems.push_back(stem);
    }
  const auto statistics = count_for_ranking(workspace.store, stems);
  if (!statistics) return base::pass_on(statistics.error());
  std::vector<std::vector<finding::PassageWord>> words;
  words.reserve(hits.size());
  for (const auto& hit : hits) words.push_back(finding::read_words(hit.text, stemmer));
  std::vector<store::Hit> ranked;
  ranked.reserve(hits.size());
  std::vector<bool> is_ranked(hits.size(), false);
  for (const auto& one : finding::rank(need, *statistics, words)) {
    ranked.push_back(std::move(hits[one.position]));
    is_ranked[one.position] = true;
  }
  for (std::size_t i = 0; i < hits.size(); ++i)
    if (!is_ranked[i]) ranked.push_back(std::move(hits[i]));
  return ranked;
}

base::Result<std::vector<store::Hit>> ask(Workspace& workspace,
                                          const SearchQuery& query,
                                          const SearchRequest& request,
                                          text::Stemmer& stemmer) {
  constexpr int candidates_least = 100;
  const auto& assessment_id = workspace.assessment.id;
  if (!request.any_word)
    return workspace.store.search(assessment_id, query, stemmer, request.limit);
  auto hits = TRY(workspace.store.search(
      assessment_id, query, stemmer, std::max(request.limit, candidates_least)));
  auto ranked = TRY(rank_hits(workspace, query, std::move(hits), stemmer));
  ranked.resize(std::min(ranked.size(), static_cast<std::size_t>(request.limit)));
  return ranked;
}

/// Adds hits by similar words behind the exact ones, or, where any word will do, in their own
/// order: there the word that was misspelt may be the one that tells most.
void merge(std::vector<store::Hit>& hits,
           std::vector<bool>& is_similar,
           std::vector<store::Hit> similar,
           const SearchRequest& request) {
  const auto is_exact = [&](const store::Hit& hit) {
    return std::ranges::any_of(hits, [&](const store::Hit& other) {
      return other.source_code == hit.source_code && other.range == hit.range;
    });
  };
  std::vector<bool> are_exact;
  are_exact.reserve(similar.size());
  for (const auto& hit : similar) are_exact.push_back(is_exact(hit));
  if (request.any_word) {
    hits.clear();
    is_similar.clear();
  }
  for (std::size_t i = 0; i < similar.size(); ++i) {
    if (hits.size() == static_cast<std::size_t>(request.limit)) break;
    if (!request.any_word && are_exact[i]) continue;
    hits.push_back(std::move(similar[i]));
    is_similar.push_back(!are_exact[i]);
  }
}

void join_any(SearchQuery& query) {
  bool is_first = true;
  for (auto& term : query.terms)
    if (!term.is_excluded) term.joins_last = !std::exchange(is_first, false);
  // Alternatives stand in a row; what is excluded comes last.
  std::ranges::stable_partition(query.terms, [](const auto& term) { return !term.is_excluded; });
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
  if (request.any_word) join_any(query);
  FoundPassages found;
  found.is_index_stale = !TRY(workspace.store.is_index_current(stemmer));
  auto hits = TRY(ask(workspace, query, request, stemmer));
  const bool is_little =
      hits.size() < std::min<std::size_t>(passages_enough, static_cast<std::size_t>(request.limit));
  const auto unknown = TRY(find_unknown(workspace, query, stemmer));
  const auto wider = TRY(widen(workspace, query, unknown, is_little, found.similar));
  std::vector<bool> is_similar(hits.size(), false);
  if (!found.similar.empty()) {
    auto similar = TRY(ask(workspace, wider, request, stemmer));
    merge(hits, is_similar, std::move(similar), request);
  }
  for (std::size_t i = 0; i < hits.size(); ++i) {
    auto snippet = text::find_snippet(hits[i].text, wider, stemmer, request.snippet_width);
    auto ocr = TRY(find_ocr_reading(workspace, hits[i].source_code, hits[i].page));
    found.passages.push_back(
        {std::move(hits[i]), std::move(snippet), is_similar[i], std::move(ocr)});
  }
  return found;
}

}  // namespace workflow
