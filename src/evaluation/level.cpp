// The rules of levels, each in a function of its own.
#include "evaluation/level.hpp"

#include <algorithm>

#include "evaluation/consensus.hpp"
#include "evaluation/indicator_index.hpp"
#include "stats/aggregation.hpp"

namespace evaluation {

namespace {

using assessment::Evidence;
using assessment::EvidenceState;
using assessment::Outcome;
using assessment::Stance;
using base::Rational;

std::vector<std::vector<int>> sort_evidence(const model::Model& model,
                                            const assessment::Dossier& dossier) {
  const IndicatorIndex index(model);
  std::vector<std::vector<int>> by_indicator(model.indicators.size());
  for (std::size_t i = 0; i < dossier.evidence.size(); ++i)
    if (const auto indicator = index.find(dossier.evidence[i].indicator_code))
      by_indicator[static_cast<std::size_t>(*indicator)].push_back(static_cast<int>(i));
  return by_indicator;
}

bool is_ticked(const model::Check& check,
               const AgreedRating& agreed,
               const assessment::Dossier& dossier) {
  std::size_t ticks = 0;
  for (const int position : agreed.ratings) {
    const auto& ticked = dossier.ratings[static_cast<std::size_t>(position)].checks;
    ticks += std::find(ticked.begin(), ticked.end(), check.code) != ticked.end() ? 1U : 0U;
  }
  return !agreed.ratings.empty() && 2 * ticks >= agreed.ratings.size();
}

/// How many supporting citations of this state count for a level.
int count_citations(EvidenceState state,
                    int level,
                    const Rational& claim,
                    const std::vector<int>& positions,
                    const assessment::Dossier& dossier) {
  int count = 0;
  for (const int position : positions) {
    const Evidence& evidence = dossier.evidence[static_cast<std::size_t>(position)];
    if (evidence.state != state || evidence.stance != Stance::supports) continue;
    const Rational reach = evidence.level ? Rational(*evidence.level) : claim;
    if (reach >= Rational(level)) ++count;
  }
  return count;
}

/// What the standing of levels needs to know of the whole.
struct Situation {
  const model::Model& model;
  const assessment::Dossier& dossier;
  const Method& method;
  std::vector<int> levels;  ///< of the scale, ascending; the lowest needs nothing
};

std::vector<LevelStanding> judge_levels(const Situation& situation, const IndicatorResult& result) {
  std::vector<LevelStanding> standings;
  const auto& indicator = situation.model.indicators[static_cast<std::size_t>(result.indicator)];
  const Rational claim = result.claimed.value_or(situation.model.scale.min);
  standings.reserve(situation.levels.size());
  for (std::size_t i = 1; i < situation.levels.size(); ++i) {
    LevelStanding& standing = standings.emplace_back();
    standing.level = situation.levels[i];
    if (const auto checks = indicator.checks.find(standing.level);
        checks != indicator.checks.end()) {
      standing.checks_total = static_cast<int>(checks->second.size());
      for (std::size_t k = 0; k < checks->second.size(); ++k)
        if (!is_ticked(checks->second[k], result.agreed, situation.dossier))
          standing.checks_missing.push_back(static_cast<int>(k));
    }
    standing.citations_required = situation.model.evidence_required.value_or(0);
    const auto count = [&](EvidenceState state) {
      return count_citations(state, standing.level, claim, result.evidence, situation.dossier);
    };
    standing.citations_accepted = count(EvidenceState::accepted);
    standing.citations_waiting = count(EvidenceState::proposed);
  }
  return standings;
}

/// The highest level of the scale up to which every level stands by the given test.
template <typename Test>
Rational highest_standing(const Situation& situation, const IndicatorResult& result, Test stands) {
  Rational highest = situation.model.scale.min;
  for (const LevelStanding& standing : result.standings) {
    if (Rational(standing.level) > *result.claimed) return *result.claimed;
    if (!stands(standing)) return highest;
    highest = Rational(standing.level);
  }
  return *result.claimed;
}

void settle(const Situation& situation, IndicatorResult& result) {
  if (!result.claimed) return;
  if (situation.method.gate == Gate::claims_only ||
      situation.model.level_rule == model::LevelRule::none) {
    result.effective = result.claimed;
    return;
  }
  const Rational by_checks = highest_standing(
      situation, result, [](const LevelStanding& standing) { return standing.checks_met(); });
  const Rational by_evidence = highest_standing(
      situation, result, [](const LevelStanding& standing) { return standing.evidence_met(); });
  result.effective = std::min(by_checks, by_evidence);
  result.checks_missing = by_checks < *result.claimed;
  result.insufficient_evidence = by_evidence < *result.claimed;
}

}  // namespace

std::vector<IndicatorResult> derive_indicator_levels(const model::Model& model,
                                                     const assessment::Dossier& dossier,
                                                     const Method& method) {
  auto agreed = reach_consensus(model, dossier, method);
  auto evidence = sort_evidence(model, dossier);
  const Situation situation{model, dossier, method, model::levels_of(model.scale)};
  std::vector<IndicatorResult> results(model.indicators.size());
  for (std::size_t i = 0; i < results.size(); ++i) {
    IndicatorResult& result = results[i];
    result.indicator = static_cast<int>(i);
    result.node = model.leaves[i];
    result.agreed = std::move(agreed[i]);
    result.claimed = result.agreed.value;
    result.evidence = std::move(evidence[i]);
    const bool has_gate =
        method.gate == Gate::as_modelled && model.level_rule != model::LevelRule::none;
    if (has_gate) result.standings = judge_levels(situation, result);
    settle(situation, result);
  }
  return results;
}

namespace {

model::MissingPolicy policy_for(Outcome outcome, const model::Model& model, const Method& method) {
  if (outcome == Outcome::awaiting_external) return model.policies.awaiting_external;
  return method.purpose == Purpose::published ? model.policies.not_rated_published
                                              : model.policies.not_rated_working;
}

/// A leaf as its parent sees it: its outcome, its figure, and what the policy makes of a missing
/// one.
NodeResult leaf_result(const model::Model& model,
                       const IndicatorResult& indicator,
                       const Method& method) {
  NodeResult leaf;
  leaf.outcome = indicator.agreed.outcome;
  if (leaf.outcome == Outcome::not_applicable) return leaf;
  leaf.completeness = {0, 1};
  if (indicator.claimed) {
    leaf.value = indicator.effective;
    leaf.claimed = indicator.claimed;
    leaf.completeness.answered = 1;
    if (indicator.insufficient_evidence) leaf.outcome = Outcome::insufficient_evidence;
    return leaf;
  }
  switch (policy_for(leaf.outcome, model, method)) {
    case model::MissingPolicy::floor:
      leaf.value = model.scale.min;
      leaf.claimed = model.scale.min;
      break;
    case model::MissingPolicy::block:
      leaf.blocked = true;
      break;
    case model::MissingPolicy::leave_out:
      leaf.provisional = true;
      break;
  }
  return leaf;
}

bool stands_at_floor(const NodeResult& child, bool is_leaf) {
  return is_leaf && child.value && child.completeness.answered == 0;
}

NodeResult combine_children(const model::Model& model,
                            const model::Node& node,
                            const std::vector<NodeResult>& results) {
  NodeResult combined;
  std::vector<stats::Weighted<Rational>> effective;
  std::vector<stats::Weighted<Rational>> claimed;
  bool all_not_applicable = true;
  for (const int position : node.children) {
    const model::Node& child = model.nodes[static_cast<std::size_t>(position)];
    const NodeResult& result = results[static_cast<std::size_t>(position)];
    combined.completeness.answered += result.completeness.answered;
    combined.completeness.applicable += result.completeness.applicable;
    combined.provisional = combined.provisional || result.provisional;
    combined.blocked = combined.blocked || result.blocked;
    all_not_applicable = all_not_applicable && result.outcome == Outcome::not_applicable;
    combined.contributions.push_back(
        {position, child.weight, result.value, stands_at_floor(result, child.indicator >= 0)});
    if (result.value) effective.push_back({*result.value, child.weight});
    if (result.claimed) claimed.push_back({*result.claimed, child.weight});
  }
  if (all_not_applicable) {
    combined.outcome = Outcome::not_applicable;
    return combined;
  }
  if (combined.blocked) return combined;
  const auto mean = stats::average_weighted<Rational>(effective);
  combined.value = mean.mean;
  combined.weighted_sum = mean.weighted_sum;
  combined.weight_sum = mean.weight_sum;
  combined.claimed = stats::average_weighted<Rational>(claimed).mean;
  combined.outcome = combined.value ? Outcome::answered : Outcome::not_rated;
  return combined;
}

}  // namespace

std::vector<NodeResult> derive_profile(const model::Model& model,
                                       const std::vector<IndicatorResult>& indicators,
                                       const Method& method) {
  std::vector<NodeResult> results(model.nodes.size());
  for (std::size_t i = model.nodes.size(); i-- > 0;) {
    const model::Node& node = model.nodes[i];
    results[i] =
        node.indicator >= 0
            ? leaf_result(model, indicators[static_cast<std::size_t>(node.indicator)], method)
            : combine_children(model, node, results);
  }
  return results;
}

std::vector<std::optional<Rational>> combine_given(
    const model::Model& model, const std::vector<std::pair<int, Rational>>& given) {
  std::vector<std::optional<Rational>> values(model.nodes.size());
  for (const auto& [node, value] : given) values[static_cast<std::size_t>(node)] = value;
  for (std::size_t i = model.nodes.size(); i-- > 0;) {
    if (values[i]) continue;
    std::vector<stats::Weighted<Rational>> items;
    for (const int child : model.nodes[i].children)
      if (const auto& value = values[static_cast<std::size_t>(child)])
        items.push_back({*value, model.nodes[static_cast<std::size_t>(child)].weight});
    values[i] = stats::average_weighted<Rational>(items).mean;
  }
  return values;
}

}  // namespace evaluation
