// Whether this installation can do its work: versions, helper, disk.
#pragma once

#include <string>
#include <vector>

#include "workflow/context.hpp"

namespace workflow {

/// The program's version, such as "0.1.0".
std::string engine_version();

/// "jenjang 0.1.0 (1a2b3c4), SQLite 3.53.2".
std::string describe_version();

/// One thing that was looked at.
struct InstallationFinding {
  std::string id;  ///< doctor.<thing>
  bool good = false;
  std::string detail;
};

/// Looks at everything that the work needs; nothing is left behind.
std::vector<InstallationFinding> check_installation(const Context& context);

}  // namespace workflow
