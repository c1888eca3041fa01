// What is odd or wrong in a model's files: where, what, and what to do about it.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace model {

/// An error forbids the use of a model; a warning should be mended; a note is good to know.
enum class Severity { error, warning, note };

/// One finding; its sentence with remedy stands in locales/ under its id.
struct Finding {
  Severity severity = Severity::error;
  std::string file;
  int line = 0;  ///< 0 where the file as a whole is meant
  std::string id;
  std::vector<base::Parameter> parameters;
};

/// Whether any of them is an error.
bool has_errors(const std::vector<Finding>& findings);

}  // namespace model
