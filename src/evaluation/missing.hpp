// Which accepted citations the claims of an assessment still lack.
#pragma once

#include <vector>

#include "evaluation/results.hpp"

namespace evaluation {

/// A level of an indicator that its agreed claim needs but that too few accepted citations carry.
struct MissingEvidence {
  int indicator = 0;  ///< position in Model::indicators
  int level = 0;
  int required = 0;
  int accepted = 0;
  int waiting = 0;  ///< citations that wait for a decision and would count
};

/// In the model's order, of each indicator the lowest level first.
std::vector<MissingEvidence> find_missing_evidence(const Evaluation& evaluation);

}  // namespace evaluation
