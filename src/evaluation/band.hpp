// Where the index falls in each list of bands, and the fewest steps that reach the next.
#pragma once

#include <vector>

#include "evaluation/results.hpp"

namespace evaluation {

/// One result per list of bands. Whether the band sees the exact or the rounded index is the
/// model's policy.
std::vector<BandResult> place_in_bands(const model::Model& model,
                                       const std::vector<NodeResult>& nodes,
                                       const std::vector<IndicatorResult>& indicators);

}  // namespace evaluation
