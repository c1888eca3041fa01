// Takes a project of qualitative analysis from another program into a workspace.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "exchange/qda_deviation.hpp"
#include "workflow/workspace.hpp"

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
  int unchanged = 0;                        ///< citations that stand already
  std::vector<QdaFinding> findings;
};

/// Files the texts and PDFs of a project and proposes its codings with indicators as citations. All
/// of it is kept, or nothing; what is not taken over is among the findings. `by` is who cites where
/// the file does not say. Errors: those of exchange::read_qda_project and of the store; unavailable
/// where the helper that reads PDFs is.
base::Result<QdaImport> import_qda(Workspace& workspace,
                                   std::string_view bytes,
                                   const std::string& by,
                                   const Context& context);

}  // namespace workflow
