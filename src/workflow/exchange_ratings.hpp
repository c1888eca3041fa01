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

/// The same for rows whose cells stand in the order indicator, rater, stage, value, outcome,
/// reason, because, confidence, checks.
base::Result<ImportedRows> import_rating_rows(Workspace& workspace,
                                              const std::vector<NamedRow>& rows,
                                              const Context& context);

/// The entries that count today (the latest per rater, indicator and stage) in the order of the
/// model.
base::Result<std::string> export_ratings(Workspace& workspace);

}  // namespace workflow
