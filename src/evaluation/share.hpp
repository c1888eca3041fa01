// What one level of an indicator is worth in the index.
#pragma once

#include <vector>

#include "evaluation/results.hpp"

namespace evaluation {

/// Which leaves enter the weights: those that carry the figure today, or all that apply.
enum class ShareOf { counted, applicable };

/// For each indicator the derivative of the index by its level: the product of weight over sum of
/// weights on its way up. Zero for one that does not enter.
std::vector<base::Rational> derive_shares(const model::Model& model,
                                          const std::vector<NodeResult>& nodes,
                                          ShareOf which);

}  // namespace evaluation
