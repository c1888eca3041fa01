// Backup, restore and verification of a workspace.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace workflow {

/// Copies a workspace to a new file while it may be open for reading elsewhere. Errors: those of
/// the store.
base::Result<void> back_up(const std::string& workspace, const std::string& backup);

/// A backup becomes a workspace, checked from end to end.
base::Result<void> restore(const std::string& backup, const std::string& workspace);

/// What is damaged in a workspace: message id and subject.
base::Result<std::vector<std::pair<std::string, std::string>>> verify(const std::string& workspace);

}  // namespace workflow
