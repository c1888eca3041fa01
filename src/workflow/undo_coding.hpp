// Takes back a person's last act of coding with an entry that says so.
#pragma once

#include <string>

#include "assessment/coding_act.hpp"
#include "base/result.hpp"
#include "text/message.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

/// Takes back the last act of this person that still stands: an undone citation becomes rejected,
/// an undone decision gives way to the state before it, an import goes back as a whole (its sources
/// stay), any other act is as if it had not been. Nothing is deleted. `catalog` words the reason
/// that the entries keep. Returns the act taken back. Errors: not_found "undo.nothing"; conflict
/// "undo.decided_since", "undo.rested_on" where others have built on it.
base::Result<assessment::CodingAct> undo_coding(Workspace& workspace,
                                                const std::string& by,
                                                const text::Catalog& catalog,
                                                const Context& context);

}  // namespace workflow
