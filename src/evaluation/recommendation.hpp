// The model's advice for the gaps of this office, in the order in which it can be done.
#pragma once

#include <vector>

#include "evaluation/results.hpp"

namespace evaluation {

/// Every step of advice that leads from an effective level to its target, and the steps that these
/// need first. A step stands after its prerequisites; of those that are free, the one whose gap is
/// worth most comes first (a prerequisite inherits the worth of what it opens), then the lesser
/// effort, then the shorter time, then the model's order. Indicators that are not rated get no
/// advice: they need a rating first.
std::vector<Recommendation> recommend(const model::Model& model,
                                      const std::vector<NodeResult>& nodes,
                                      const std::vector<IndicatorResult>& indicators,
                                      const std::vector<Gap>& gaps);

}  // namespace evaluation
