// Ratings as a CSV file, in and out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "workflow/named_rows.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

struct ImportedRatings {
  int added = 0;
  int unchanged = 0;  ///< rows that say what the latest entry says already
  std::vector<LineProblem> problems;
};

/// Adds the ratings of a file: all of them, or none where a line has a problem.
base::Result<ImportedRatings> import_ratings(Workspace& workspace,
                                             std::string_view csv,
                                             const Context& context);

/// The entries that count today (the latest per rater, indicator and stage) in the order of the
/// model.
base::Result<std::string> export_ratings(Workspace& workspace);

}  // namespace workflow
