// Finds the entries that count and takes their lower middle.
#include "evaluation/consensus.hpp"

#include <algorithm>
#include <array>

#include "evaluation/indicator_index.hpp"
#include "stats/aggregation.hpp"

namespace evaluation {

namespace {

using assessment::Outcome;
using assessment::Rating;
using assessment::Stage;

constexpr std::size_t stage_count = 5;

/// The positions of the entries that count, per stage, in order of entry.
using EntriesByStage = std::array<std::vector<int>, stage_count>;

/// Puts a later entry of the same rater and stage in the place of the earlier one; a withdrawal
/// removes it.
void take_entry(EntriesByStage& entries, const std::vector<Rating>& ratings, int position) {
  const Rating& rating = ratings[static_cast<std::size_t>(position)];
  auto& stage = entries[static_cast<std::size_t>(rating.stage)];
  const auto earlier = std::find_if(stage.begin(), stage.end(), [&](int other) {
    return ratings[static_cast<std::size_t>(other)].rater == rating.rater;
  });
  if (earlier != stage.end()) stage.erase(earlier);
  if (!rating.withdrawn && rating.answer.outcome != Outcome::not_rated) stage.push_back(position);
}

Outcome agree_on_outcome(const std::vector<int>& entries, const std::vector<Rating>& ratings) {
  std::size_t not_applicable = 0;
  bool answered = false;
  bool awaiting = false;
  for (const int position : entries) {
    const Outcome outcome = ratings[static_cast<std::size_t>(position)].answer.outcome;
    not_applicable += outcome == Outcome::not_applicable ? 1U : 0U;
    answered = answered || outcome == Outcome::answered;
    awaiting = awaiting || outcome == Outcome::awaiting_external;
  }
  if (2 * not_applicable > entries.size()) return Outcome::not_applicable;
  if (answered) return Outcome::answered;
  if (awaiting) return Outcome::awaiting_external;
  // What is left: a tie of "not applicable" with "insufficient evidence", or only the latter.
  return Outcome::insufficient_evidence;
}

AgreedRating agree_on(const EntriesByStage& entries,
                      const std::vector<Rating>& ratings,
                      const Method& method) {
  AgreedRating agreed;
  int decisive = -1;
  for (std::size_t stage = 0; stage < stage_count; ++stage) {
    const bool wanted = !method.stage || static_cast<std::size_t>(*method.stage) == stage;
    if (wanted && !entries[stage].empty()) decisive = static_cast<int>(stage);
  }
  for (std::size_t stage = 0; stage < stage_count; ++stage)
    if (static_cast<int>(stage) != decisive)
      agreed.other_stages.insert(
          agreed.other_stages.end(), entries[stage].begin(), entries[stage].end());
  if (decisive < 0) return agreed;
  agreed.stage = static_cast<Stage>(decisive);
  agreed.ratings = entries[static_cast<std::size_t>(decisive)];
  agreed.outcome = agree_on_outcome(agreed.ratings, ratings);
  std::vector<base::Rational> values;
  for (const int position : agreed.ratings) {
    const auto& answer = ratings[static_cast<std::size_t>(position)].answer;
    if (answer.outcome == Outcome::answered && answer.value) values.push_back(*answer.value);
  }
  if (values.empty()) return agreed;
  const auto [lowest, highest] = std::minmax_element(values.begin(), values.end());
  agreed.lowest = *lowest;
  agreed.highest = *highest;
  if (agreed.outcome == Outcome::answered) agreed.value = stats::lower_median(values);
  return agreed;
}

}  // namespace

std::vector<AgreedRating> reach_consensus(const model::Model& model,
                                          const assessment::Dossier& dossier,
                                          const Method& method) {
  const IndicatorIndex index(model);
  std::vector<EntriesByStage> entries(model.indicators.size());
  for (std::size_t i = 0; i < dossier.ratings.size(); ++i)
    if (const auto indicator = index.find(dossier.ratings[i].indicator_code))
      take_entry(
          entries[static_cast<std::size_t>(*indicator)], dossier.ratings, static_cast<int>(i));
  std::vector<AgreedRating> agreed;
  agreed.reserve(entries.size());
  for (const auto& by_stage : entries)
    agreed.push_back(agree_on(by_stage, dossier.ratings, method));
  return agreed;
}

}  // namespace evaluation
