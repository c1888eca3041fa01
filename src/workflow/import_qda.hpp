// Takes a project of qualitative analysis from another program into a workspace.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "workflow/qda_report.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

/// Files the texts and PDFs of a project, proposes its codings with indicators as citations, and
/// makes other codes free codes with their codings. All of it is kept, as one act for undo, or
/// nothing; what is not taken over is among the findings. `by` is who cites where
/// the file does not say. Errors: those of exchange::read_qda_project and of the store; unavailable
/// where the helper that reads PDFs is.
base::Result<QdaImport> import_qda(Workspace& workspace,
                                   std::string_view bytes,
                                   const std::string& by,
                                   const Context& context);

}  // namespace workflow
