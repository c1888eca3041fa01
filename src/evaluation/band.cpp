// Looks bands up and counts the steps to the next, the most valuable first.
#include "evaluation/band.hpp"

#include <algorithm>

#include "evaluation/share.hpp"

namespace evaluation {

namespace {

using base::Rational;

/// One possible step up: an indicator, and what its next level adds to the index.
struct Step {
  int indicator = 0;
  Rational effective;
  Rational gain;
};

/// All single steps that are open today, the most valuable first; of equals the lower level first.
std::vector<Step> open_steps(const model::Model& model,
                             const std::vector<NodeResult>& nodes,
                             const std::vector<IndicatorResult>& indicators) {
  const auto shares = derive_shares(model, nodes, ShareOf::counted);
  std::vector<Step> steps;
  for (const IndicatorResult& result : indicators) {
    if (!result.effective) continue;
    const auto& share = shares[static_cast<std::size_t>(result.indicator)];
    for (Rational level = *result.effective; level < model.scale.max; level += Rational(1)) {
      const Rational height = std::min(Rational(1), model.scale.max - level);
      steps.push_back({result.indicator, level, share * height});
    }
  }
  std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
    return a.gain != b.gain ? a.gain > b.gain : a.effective < b.effective;
  });
  return steps;
}

}  // namespace

std::vector<BandResult> place_in_bands(const model::Model& model,
                                       const std::vector<NodeResult>& nodes,
                                       const std::vector<IndicatorResult>& indicators) {
  std::vector<BandResult> results;
  const auto& index = nodes.front().value;
  std::vector<Step> steps;
  if (index) steps = open_steps(model, nodes, indicators);
  for (std::size_t i = 0; i < model.band_lists.size(); ++i) {
    BandResult& result = results.emplace_back();
    result.list = static_cast<int>(i);
    if (!index) continue;
    const auto& list = model.band_lists[i];
    const Rational seen = model.rounding.bands_see_rounded
                              ? base::round_to(*index, model.rounding.digits, model.rounding.mode)
                              : *index;
    const model::Band* band = model::find_band(list, seen);
    if (band == nullptr) continue;
    const auto position = static_cast<std::size_t>(band - list.bands.data());
    result.band = static_cast<int>(position);
    if (position + 1 == list.bands.size()) continue;
    result.next_min = list.bands[position + 1].min;
    result.distance = *result.next_min - seen;
    Rational missing = *result.distance;
    for (const Step& step : steps) {
      if (missing <= Rational(0)) break;
      result.shortest_path.push_back(step.indicator);
      missing -= step.gain;
    }
    // Where all open steps together fall short, no list of steps may claim to reach it.
    if (missing > Rational(0)) result.shortest_path.clear();
  }
  return results;
}

}  // namespace evaluation
