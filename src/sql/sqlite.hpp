// SQLite as a database: how a file is opened, owned, copied and closed. The one door to sqlite3.h.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "sql/database.hpp"

namespace sql {

/// How a file is opened.
///
/// `create` and `read_write` own the file alone: a second opening of any kind is a conflict, and
/// the lock vanishes with the process. `read_only` shares the file with other readers and keeps
/// writers out. `immutable` takes no lock and never looks for a journal: only for a file that
/// nobody can write, such as one in a read-only folder.
enum class SqliteMode { create, read_write, read_only, immutable };

struct SqliteOptions {
  SqliteMode mode = SqliteMode::read_write;
  std::int32_t application_id = 0;  ///< written by create; a file with another one is refused
  int version_max = INT32_MAX;      ///< a file whose user_version is higher is refused untouched
};

/// Opens a database file. A closed file stands alone: the write-ahead log is folded in and removed
/// when it is closed. Errors: not_found; conflict (in use; exists, for create); forbidden (a
/// read-only place); unsupported (another kind of file, damaged, an engine that is too old);
/// unavailable (disk full, unreadable).
base::Result<std::unique_ptr<Database>> open_sqlite(const std::string& path,
                                                    const SqliteOptions& options);

/// Copies an open SQLite database to a new file by the online backup and checks the copy. On
/// failure nothing is left at `path`. Not inside a transaction.
base::Result<void> copy_sqlite(Database& database, const std::string& path);

/// The version of the SQLite in use, such as "3.53.2".
std::string sqlite_version();

}  // namespace sql
