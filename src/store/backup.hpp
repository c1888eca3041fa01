// A backup becomes a workspace again, after it has been checked from end to end.
#pragma once

#include <string>

#include "base/result.hpp"

namespace store {

/// Copies a backup to a new workspace file. Errors: as Store::open for the backup; unsupported
/// where `verify` finds anything in it; conflict where a file stands at `workspace`.
base::Result<void> restore(const std::string& backup, const std::string& workspace);

}  // namespace store
