// Which tables a workspace has: the migrations that travel in the program, and the mark of our
// files.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.hpp"
#include "sql/database.hpp"

namespace store {

/// "JNJG": what tells a workspace from any other SQLite file.
constexpr std::int32_t application_id = 0x4A4E4A47;

/// The schema version that this program writes.
int newest_version();

/// The schema version of an open workspace.
base::Result<int> load_version(sql::Database& database);

/// Brings a new or older workspace to the newest version. Errors: unsupported for a newer one.
base::Result<void> upgrade_schema(sql::Database& database, const std::string& path);

/// Refuses a workspace whose version is not the newest: newer, or older and not to be written to.
base::Result<void> check_version(sql::Database& database, const std::string& path);

}  // namespace store
