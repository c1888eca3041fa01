// Numbered SQL files, each applied once and in order, so that an old database becomes a new one.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "sql/database.hpp"

namespace sql {

/// One step of a schema's life. A number, once released, never changes its script.
struct Migration {
  int number = 0;
  std::string name;
  std::string script;
};

/// Applies the migrations that are still missing, each in one transaction; their numbers must rise.
/// Errors: unsupported where the database has migrations that are not known here (newer), or one
/// whose script was another.
base::Result<void> migrate(Database& database, const std::vector<Migration>& migrations);

}  // namespace sql
