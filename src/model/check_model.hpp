// The rules that a model must keep: weights that sum, bands without holes, codes said once, levels
// on the scale.
#pragma once

#include <vector>

#include "model/finding.hpp"
#include "model/model.hpp"

namespace model {

/// Everything that is wrong or odd in a model as a whole. A model that passes can be compiled and
/// evaluated.
std::vector<Finding> check_model(const Model& model);

}  // namespace model
