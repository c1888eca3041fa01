// Compares effective levels with targets.
#include "evaluation/gap.hpp"

#include <algorithm>

#include "evaluation/share.hpp"

namespace evaluation {

using base::Rational;

std::optional<Rational> find_target(const model::Model& model,
                                    const assessment::Assessment& assessment,
                                    int indicator) {
  const auto& code =
      model.nodes[static_cast<std::size_t>(model.leaves[static_cast<std::size_t>(indicator)])].code;
  std::optional<Rational> general;
  for (const auto& target : assessment.targets) {
    if (target.indicator_code == code) return target.level;
    if (target.indicator_code.empty()) general = target.level;
  }
  return general ? general : model.target_level;
}

std::vector<Gap> find_gaps(const model::Model& model,
                           const assessment::Assessment& assessment,
                           const std::vector<NodeResult>& nodes,
                           const std::vector<IndicatorResult>& indicators) {
  const auto shares = derive_shares(model, nodes, ShareOf::applicable);
  std::vector<Gap> gaps;
  for (const IndicatorResult& result : indicators) {
    if (result.agreed.outcome == assessment::Outcome::not_applicable) continue;
    const auto target = find_target(model, assessment, result.indicator);
    if (!target) continue;
    Gap gap;
    gap.indicator = result.indicator;
    gap.target = *target;
    gap.effective = result.effective.value_or(model.scale.min);
    gap.distance = gap.target - gap.effective;
    gap.share = shares[static_cast<std::size_t>(result.indicator)];
    gap.not_rated = !result.effective;
    if (gap.distance > Rational(0)) gaps.push_back(std::move(gap));
  }
  std::stable_sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) {
    return a.distance * a.share > b.distance * b.share;
  });
  return gaps;
}

}  // namespace evaluation
