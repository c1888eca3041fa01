// Ratings as a CSV file, in and out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "workflow/named_rows.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

/// Adds the ratings of a file: all of them, or none where a line has a problem.
base::Result<ImportedRows> import_ratings(Workspace& workspace,
                                          std::string_view csv,
                                          const Context& context);

/// The entries that count today (the latest per rater, indicator and stage) in the order of the
/// model.
base::Result<std::string> export_ratings(Workspace& workspace);

}  // namespace workflow
