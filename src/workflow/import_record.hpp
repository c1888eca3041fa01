// An import of coding as one act of a person, with the acts that it consists of.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "assessment/coding_act.hpp"
#include "assessment/evidence.hpp"
#include "base/result.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

/// What an import put into a workspace, gathered while it runs. Ids in order of entry.
struct ImportRecord {
  struct Decided {
    std::vector<std::string> ids;
    std::vector<std::string> former;  ///< the state of each before
  };

  std::vector<assessment::CodingAct> new_codes;           ///< acts of kind add
  std::map<std::string, std::vector<std::string>> coded;  ///< codings by their free code
  std::map<std::string, std::vector<std::string>> cited;  ///< citations by their indicator
  std::map<std::string, Decided> decided;                 ///< citations by their state now

  void add_decision(const std::string& id,
                    assessment::EvidenceState before,
                    assessment::EvidenceState now);
};

/// Writes the acts by whom who imports (`act`: name, by, at), parts first and then the import as a
/// whole; nothing where nothing came in. For use in the transaction of the import.
base::Result<void> record_import(Workspace& workspace,
                                 const ImportRecord& record,
                                 const assessment::CodingAct& act);

}  // namespace workflow
