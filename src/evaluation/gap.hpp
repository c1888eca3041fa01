// Which indicators stand below their target, and how much closing each is worth.
#pragma once

#include <optional>
#include <vector>

#include "evaluation/results.hpp"

namespace evaluation {

/// The target level of an indicator: its own, else the assessment's, else the model's; empty where
/// there is none.
std::optional<base::Rational> find_target(const model::Model& model,
                                          const assessment::Assessment& assessment,
                                          int indicator);

/// The gaps, the one worth most in the index first, of equals in the model's order. Not applicable
/// ones have none.
std::vector<Gap> find_gaps(const model::Model& model,
                           const assessment::Assessment& assessment,
                           const std::vector<NodeResult>& nodes,
                           const std::vector<IndicatorResult>& indicators);

}  // namespace evaluation
