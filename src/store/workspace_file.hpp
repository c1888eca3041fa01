// The file of a workspace: how it comes into being whole, is opened, and is copied.
#pragma once

#include <memory>
#include <string>

#include "base/result.hpp"
#include "sql/database.hpp"
#include "store/records.hpp"

namespace store {

/// Opens or creates the file of a workspace, with the newest schema. A new one appears under its
/// name only when it is whole; a failed creation leaves nothing behind.
base::Result<std::unique_ptr<sql::Database>> open_workspace_file(const std::string& path,
                                                                 OpenMode mode);

/// Copies an open workspace to a new file that appears only when it is whole, checked and on the
/// disk.
base::Result<void> copy_workspace_file(sql::Database& database, const std::string& path);

}  // namespace store
