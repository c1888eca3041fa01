// What became of a project of another program: what was filed, what was proposed, what was not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/source.hpp"
#include "base/result.hpp"
#include "exchange/qda_deviation.hpp"

namespace workflow {

/// Something in the file that departs from the standard, or that has no place in a workspace.
struct QdaFinding {
  exchange::QdaDeviation deviation;
  std::optional<base::Error> error = {};  ///< why a file inside could not be read
};

struct QdaImport {
  std::vector<assessment::Source> sources;  ///< filed now
  std::vector<std::string> already_there;   ///< codes of sources with the same bytes or words
  int citations = 0;                        ///< added, as proposed
  int codes = 0;                            ///< free codes, made now
  int codings = 0;                          ///< added under free codes
  int unchanged = 0;                        ///< citations and codings that stand already
  std::vector<QdaFinding> findings;
};

}  // namespace workflow
