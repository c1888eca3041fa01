// Evidence as a CSV file, in and out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "workflow/named_rows.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

/// Cites and decides every line of a file: all of them, or none where a line has a problem. It is
/// one act of whom it is done `by`. A proposed line takes back no decision; citations that undo
/// took back are made anew.
base::Result<ImportedRows> import_evidence(Workspace& workspace,
                                           std::string_view csv,
                                           const std::string& by,
                                           const Context& context);

/// All citations with their latest decision, in order of entry.
base::Result<std::string> export_evidence(Workspace& workspace);

}  // namespace workflow
