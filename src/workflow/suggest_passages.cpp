// Makes the need, asks the store for candidates, and lets finding rank them.
#include "workflow/suggest_passages.hpp"

#include <algorithm>
#include <utility>

#include "finding/companions.hpp"
#include "finding/feedback.hpp"
#include "workflow/count_stems.hpp"
#include "workflow/read_page.hpp"

namespace workflow {

namespace {

using assessment::Evidence;
using finding::PassageWord;

constexpr std::size_t probes_max = 48;
constexpr int candidates_max = 400;

base::Result<void> check_level(const model::Model& model, std::optional<int> level) {
  const auto levels = model::levels_of(model.scale);
  if (!level || std::ranges::find(levels, *level) != levels.end()) return {};
  return base::fail(base::ErrorKind::invalid,
                    "suggest.level_unknown",
                    {{"level", std::to_string(*level)},
                     {"min", std::to_string(levels.front())},
                     {"max", std::to_string(levels.back())}});
}

std::vector<std::string> list_stems(const finding::Need& need,
                                    const std::vector<finding::JudgedPassage>& judged) {
  std::vector<std::string> stems;
  stems.reserve(need.words.size());
  for (const auto& word : need.words) stems.push_back(word.stem);
  for (const auto& passage : judged)
    for (const auto& word : passage.words) stems.push_back(word.stem);
  std::ranges::sort(stems);
  const auto [first, last] = std::ranges::unique(stems);
  stems.erase(first, last);
  return stems;
}

bool is_cited(const store::Hit& hit, const std::vector<Evidence>& evidence) {
  return std::ranges::any_of(evidence, [&](const Evidence& one) {
    return one.source_code == hit.source_code && one.range.begin < hit.range.end &&
           hit.range.begin < one.range.end;
  });
}

base::Result<std::vector<Evidence>> load_citations(Workspace& workspace, const std::string& code) {
  auto dossier = TRY(workspace.store.load_dossier(workspace.assessment.id));
  std::erase_if(dossier.evidence, [&](const Evidence& one) { return one.indicator_code != code; });
  return std::move(dossier.evidence);
}

std::vector<finding::JudgedPassage> judge(const std::vector<Evidence>& evidence,
                                          text::Stemmer& stemmer) {
  std::vector<finding::JudgedPassage> judged;
  judged.reserve(evidence.size());
  for (const auto& one : evidence)
    judged.push_back({finding::read_words(one.quote, stemmer),
                      one.state == assessment::EvidenceState::rejected});
  return judged;
}

/// Candidates that nobody has cited yet, with their words.
struct Candidates {
  std::vector<store::Hit> hits;
  std::vector<std::vector<PassageWord>> words;
  int left_out = 0;
};

base::Result<Candidates> find_candidates(Workspace& workspace,
                                         const std::vector<std::string>& probes,
                                         const std::vector<Evidence>& evidence,
                                         text::Stemmer& stemmer) {
  Candidates candidates;
  candidates.hits =
      TRY(workspace.store.find_candidates(workspace.assessment.id, probes, candidates_max));
  const auto left_out = std::erase_if(
      candidates.hits, [&](const store::Hit& hit) { return is_cited(hit, evidence); });
  candidates.left_out = static_cast<int>(left_out);
  candidates.words.reserve(candidates.hits.size());
  for (const auto& hit : candidates.hits)
    candidates.words.push_back(finding::read_words(hit.text, stemmer));
  return candidates;
}

/// The part of the passage where most of the words that did most stand.
text::Snippet cut_snippet(const store::Hit& hit,
                          const finding::RankedPassage& ranked,
                          int width,
                          text::Stemmer& stemmer) {
  constexpr std::size_t matches_marked = 8;
  text::SearchQuery query;
  for (std::size_t i = 0; i < std::min(ranked.matches.size(), matches_marked); ++i)
    for (const auto& form : ranked.matches[i].found)
      query.terms.push_back({text::SearchTerm::Kind::phrase, {form}, 0, false, true});
  return text::find_snippet(hit.text, query, stemmer, width);
}

}  // namespace

base::Result<SuggestedPassages> suggest_passages(Workspace& workspace,
                                                 const SuggestRequest& request,
                                                 text::Stemmer& stemmer) {
  SuggestedPassages suggested;
  suggested.indicator = TRY(require_indicator(workspace.model, request.indicator));
  TRY(check_level(workspace.model, request.level));
  const auto indicator = *model::find_indicator(workspace.model, suggested.indicator);
  const auto evidence = TRY(load_citations(workspace, suggested.indicator));
  const auto judged = judge(evidence, stemmer);
  suggested.rejected = static_cast<int>(
      std::ranges::count_if(judged, [](const auto& one) { return one.is_rejected; }));
  suggested.cited = static_cast<int>(judged.size()) - suggested.rejected;
  suggested.is_index_stale = !TRY(workspace.store.is_index_current(stemmer));

  auto need = finding::make_need(
      workspace.model, static_cast<std::size_t>(indicator), request.level, stemmer);
  auto statistics = TRY(count_for_ranking(workspace.store, list_stems(need, judged)));
  finding::add_feedback(need, judged, statistics);
  auto candidates = TRY(find_candidates(
      workspace, finding::choose_probes(need, statistics, probes_max), evidence, stemmer));
  suggested.left_out = candidates.left_out;
  const auto companions = finding::list_companions(need, candidates.words);
  statistics.holding.merge(TRY(count_for_ranking(workspace.store, companions)).holding);
  finding::add_companions(need, candidates.words, statistics);

  auto ranked = finding::rank(need, statistics, candidates.words);
  ranked.resize(std::min(ranked.size(), static_cast<std::size_t>(request.limit)));
  for (auto& one : ranked) {
    auto& hit = candidates.hits[one.position];
    auto snippet = cut_snippet(hit, one, request.snippet_width, stemmer);
    auto ocr = TRY(find_ocr_reading(workspace, hit.source_code, hit.page));
    suggested.passages.push_back(
        {std::move(hit), std::move(snippet), std::move(one), std::move(ocr)});
  }
  return suggested;
}

}  // namespace workflow
