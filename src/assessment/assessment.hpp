// Who is assessed, by which model, for which period, and towards which targets.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/rational.hpp"

namespace assessment {

/// A level to reach, for one indicator or (with an empty code) for all of them.
struct Target {
  std::string indicator_code;
  base::Rational level;
};

/// An organisation × a model version × a period, with its targets.
struct Assessment {
  std::string id;
  std::string organization;
  std::string period;
  std::string model_id;
  std::string model_version;
  std::string model_digest;
  std::vector<Target> targets;
};

}  // namespace assessment
