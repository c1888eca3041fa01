// Codes words on a page to a free code, and keeps the codebook: every act is an entry of its own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/codebook.hpp"
#include "base/result.hpp"
#include "workflow/place_quote.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

struct CodeWordsRequest {
  std::string code;
  QuoteRequest words;
  std::optional<assessment::Stance> stance;
  std::optional<assessment::Strength> strength;
  std::string memo;
  std::string by;
};

/// Records the words under a free code; returns them as kept, with their id. Errors: those of
/// place_quote; not_found "codes.unknown"; invalid "codes.merged", "codes.is_indicator" (cite such
/// words instead).
base::Result<assessment::Coding> code_words(Workspace& workspace,
                                            const CodeWordsRequest& request,
                                            const Context& context);

/// A change of the codebook: kinds add, rename, merge, split and move.
struct CodebookRequest {
  assessment::ActKind kind = assessment::ActKind::add;
  std::string code;                  ///< of add, rename, merge, split
  std::string target;                ///< of merge, split, move
  std::vector<std::string> codings;  ///< of split, move
  std::string name;                  ///< of add, rename, split
  std::string node;                  ///< of add: an element of the model; may be empty
  std::string memo;
  std::string because;
  std::string by;
};

/// Checks the change against the codebook as it stands and records it; returns it as kept, with
/// codes as they are spelled. Errors: those of assessment::apply_act; invalid "codes.code_unfit",
/// "codes.code_of_model", "codes.name_missing", "codes.reason_missing" (of a merge),
/// "codes.coding_needed"; not_found "codes.node_unknown".
base::Result<assessment::CodingAct> change_codebook(Workspace& workspace,
                                                    const CodebookRequest& request,
                                                    const Context& context);

}  // namespace workflow
