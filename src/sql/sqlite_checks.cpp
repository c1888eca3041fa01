// Asks SQLite about its file by PRAGMA statements.
#include "sql/sqlite_checks.hpp"

#include "sql/place.hpp"

namespace sql {

using base::ErrorKind;

base::Result<void> check_identity(Database& database,
                                  const std::string& path,
                                  std::int32_t application_id) {
  const auto rows = TRY(
      database.query("SELECT application_id, page_count * page_size FROM pragma_application_id(), "
                     "pragma_page_count(), pragma_page_size()",
                     {}));
  if (rows.empty() || to_integer(rows[0].at(0)) != application_id)
    return base::fail(ErrorKind::unsupported, "store.not_a_workspace", {{"file", path}});
  // SQLite itself does not mind a missing last byte. With a log beside it, the file may be behind.
  if (!has_leftovers(path) && !is_at_least(path, to_integer(rows[0].at(1)).value_or(0)))
    return base::fail(
        ErrorKind::unsupported, "store.damaged", {{"file", path}, {"detail", "file is cut off"}});
  return {};
}

base::Result<void> check_not_newer(Database& database, const std::string& path, int version_max) {
  const auto rows = TRY(database.query("PRAGMA user_version", {}));
  const auto found = to_integer(rows.at(0).at(0)).value_or(0);
  if (found <= version_max) return {};
  return base::fail(
      ErrorKind::unsupported,
      "store.newer_version",
      {{"file", path}, {"found", std::to_string(found)}, {"known", std::to_string(version_max)}});
}

base::Result<std::vector<std::string>> find_structure_faults(Database& database) {
  std::vector<std::string> faults;
  const auto structure = TRY(database.query("PRAGMA integrity_check(100)", {}));
  for (const Row& row : structure)
    if (const auto line = to_text(row.at(0)); line && *line != "ok") faults.push_back(*line);
  const auto references = TRY(database.query("PRAGMA foreign_key_check", {}));
  for (const Row& row : references)
    faults.push_back("foreign key: " + to_text(row.at(0)).value_or("?") + " -> " +
                     to_text(row.at(2)).value_or("?"));
  return faults;
}

}  // namespace sql
