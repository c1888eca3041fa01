// A model's files to a Model, together with all that is odd or wrong in them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/finding.hpp"
#include "model/model.hpp"

namespace model {

/// The files of a model by path relative to its folder: "model.yaml", "dimensions/people.yaml".
using ModelFiles = std::vector<std::pair<std::string, std::string>>;

/// A model as far as it could be read, and the findings. With an error among them the model must
/// not be used; it is empty only where model.yaml itself could not be read.
struct ParsedModel {
  std::optional<Model> model;
  std::vector<Finding> findings;

  [[nodiscard]] bool usable() const { return model && !has_errors(findings); }
};

/// Reads model.yaml and the files it names. Does not judge the whole: that is check_model's.
ParsedModel parse_model(const ModelFiles& files);

/// SHA-256 over the exact bytes of all files: for each in order of path its path, size and bytes.
std::string digest_model(const ModelFiles& files);

}  // namespace model
