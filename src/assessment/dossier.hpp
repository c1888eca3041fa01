// All that was filed and said for one assessment: the input of every evaluation.
#pragma once

#include <string>
#include <vector>

#include "assessment/assessment.hpp"
#include "assessment/codebook.hpp"
#include "assessment/evidence.hpp"
#include "assessment/rating.hpp"
#include "assessment/source.hpp"

namespace assessment {

/// Everything that an evaluation or a report may know of an assessment. Evidence and ratings are in
/// order of entry; ratings hold every entry, superseded ones included.
struct Dossier {
  Assessment assessment;
  std::vector<Source> sources;
  std::vector<Evidence> evidence;
  std::vector<Rating> ratings;
  Codebook codebook = {};  ///< free codes and the words coded to them
};

}  // namespace assessment
