// Applies numbered SQL files once each and remembers what was applied, with a checksum.
#include "sql/migrate.hpp"

#include <map>
#include <utility>

#include "base/contract.hpp"
#include "base/digest.hpp"

namespace sql {

namespace {

constexpr std::string_view create_record =
    "CREATE TABLE IF NOT EXISTS applied_migrations ("
    "number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL)";

using Applied = std::map<int, std::string>;

base::Result<Applied> load_applied(Database& database) {
  const auto rows =
      TRY(database.query("SELECT number, checksum FROM applied_migrations ORDER BY number", {}));
  Applied applied;
  for (const auto& row : rows)
    applied[static_cast<int>(to_integer(row.at(0)).value_or(0))] = to_text(row.at(1)).value_or("");
  return applied;
}

base::Result<void> check_applied(const Applied& applied, const std::vector<Migration>& migrations) {
  const int known = migrations.empty() ? 0 : migrations.back().number;
  if (!applied.empty() && applied.rbegin()->first > known)
    return base::fail(
        base::ErrorKind::unsupported,
        "store.newer_version",
        {{"found", std::to_string(applied.rbegin()->first)}, {"known", std::to_string(known)}});
  for (const auto& migration : migrations) {
    const auto found = applied.find(migration.number);
    if (found != applied.end() && found->second != base::sha256(migration.script))
      return base::fail(base::ErrorKind::unsupported,
                        "store.migration_changed",
                        {{"number", std::to_string(migration.number)}, {"name", migration.name}});
  }
  return {};
}

base::Result<void> apply(Database& database, const Migration& migration) {
  return in_transaction(database, [&]() -> base::Result<void> {
    TRY(database.execute_script(migration.script));
    TRY(database.query(
        "INSERT INTO applied_migrations (number, name, checksum) VALUES ($1, $2, $3)",
        {std::int64_t{migration.number}, migration.name, base::sha256(migration.script)}));
    return {};
  });
}

}  // namespace

base::Result<void> migrate(Database& database, const std::vector<Migration>& migrations) {
  for (std::size_t i = 1; i < migrations.size(); ++i)
    ASSERT(migrations[i - 1].number < migrations[i].number);
  TRY(database.execute_script(create_record));
  const Applied applied = TRY(load_applied(database));
  TRY(check_applied(applied, migrations));
  for (const auto& migration : migrations)
    if (!applied.contains(migration.number)) TRY(apply(database, migration));
  return {};
}

}  // namespace sql
