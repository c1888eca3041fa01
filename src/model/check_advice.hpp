// The rules that a model's advice must keep: its order, its prerequisites, and no circle among
// them.
#pragma once

#include <vector>

#include "model/finding.hpp"
#include "model/model.hpp"

namespace model {

/// What is wrong with the advice of all indicators.
std::vector<Finding> check_advice(const Model& model);

}  // namespace model
