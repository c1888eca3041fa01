// Writes what a workspace holds as a project of qualitative analysis, for other programs.
#pragma once

#include <string>

#include "base/result.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

/// A .qdpx archive: the model and the free codes as codebook, sources as texts and PDFs, citations
/// and codings as codings by their authors, the organisation as a case with its agreed ratings as
/// values, people as users. The same workspace gives the same bytes. Errors: those of the store,
/// those of exchange::write_qda_project.
base::Result<std::string> export_qda(Workspace& workspace, const Context& context);

}  // namespace workflow
