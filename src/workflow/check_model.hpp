// Proves a model's files sound: their form, the rules of a model, and its test vectors.
#pragma once

#include <vector>

#include "model/finding.hpp"
#include "model/parse_model.hpp"

namespace workflow {

/// Every finding in a model's files, in order of file and line. The vectors run only where nothing
/// else is wrong.
std::vector<model::Finding> check_model(const model::ModelFiles& files);

}  // namespace workflow
