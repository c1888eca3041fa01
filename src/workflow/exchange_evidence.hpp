// Evidence as a CSV file, in and out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "workflow/named_rows.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

struct ImportedEvidence {
  int added = 0;
  int unchanged = 0;  ///< rows whose citation is there already, decided the same
  std::vector<LineProblem> problems;
};

/// Cites and decides every line of a file: all of them, or none where a line has a problem.
base::Result<ImportedEvidence> import_evidence(Workspace& workspace,
                                               std::string_view csv,
                                               const Context& context);

/// All citations with their latest decision, in order of entry.
base::Result<std::string> export_evidence(Workspace& workspace);

}  // namespace workflow
