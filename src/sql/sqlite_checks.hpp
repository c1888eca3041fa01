// What SQLite can say of its own file: whether it is ours, whole and sound.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "sql/database.hpp"

namespace sql {

/// Checks that the file bears our mark and that no part of it is cut off. Errors: unsupported.
base::Result<void> check_identity(Database& database,
                                  const std::string& path,
                                  std::int32_t application_id);

/// Checks that the file's user_version is not above the newest that the caller knows. Errors:
/// unsupported "store.newer_version".
base::Result<void> check_not_newer(Database& database, const std::string& path, int version_max);

/// Everything that is wrong with its pages, indexes and references, in SQLite's words.
base::Result<std::vector<std::string>> find_structure_faults(Database& database);

}  // namespace sql
