// Applies the embedded migrations and tells newer and older workspaces apart.
#include "store/schema.hpp"

#include <array>
#include <charconv>
#include <string_view>
#include <utility>
#include <vector>

#include "base/assets.hpp"
#include "base/contract.hpp"
#include "sql/migrate.hpp"

namespace store {

namespace {

constexpr std::string_view migrations_folder = "src/store/migrations/";

/// What the portable text of a migration leaves open, filled in for SQLite.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> sqlite_words = {{
    {"{strict}", "STRICT"},
    {"{bytes}", "BLOB"},
    {"{real}", "REAL"},
}};

std::string fill_in(std::string_view script) {
  std::string filled(script);
  for (const auto& [placeholder, word] : sqlite_words)
    for (auto at = filled.find(placeholder); at != std::string::npos;
         at = filled.find(placeholder, at + word.size()))
      filled.replace(at, placeholder.size(), word);
  return filled;
}

/// The embedded files in order of number: NNNN_name.sql for every engine, NNNN_name.sqlite.sql for
/// this one.
std::vector<sql::Migration> load_migrations() {
  std::vector<sql::Migration> migrations;
  for (const base::Asset& asset : base::find_assets(migrations_folder)) {
    const std::string_view name = asset.path.substr(migrations_folder.size());
    int number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    ASSERT(error == std::errc() && *end == '_');
    migrations.push_back(
        {number,
         std::string(name),
         fill_in(asset.bytes) + "\nPRAGMA user_version=" + std::to_string(number) + ";\n"});
  }
  return migrations;
}

tl::unexpected<base::Error> fail_for_version(std::string id, const std::string& path, int found) {
  return base::fail(base::ErrorKind::unsupported,
                    std::move(id),
                    {{"file", path},
                     {"found", std::to_string(found)},
                     {"known", std::to_string(newest_version())}});
}

}  // namespace

int newest_version() {
  const auto migrations = load_migrations();
  return migrations.empty() ? 0 : migrations.back().number;
}

base::Result<int> load_version(sql::Database& database) {
  const auto rows = TRY(database.query("PRAGMA user_version", {}));
  return static_cast<int>(sql::to_integer(rows.at(0).at(0)).value_or(0));
}

base::Result<void> upgrade_schema(sql::Database& database, const std::string& path) {
  const int found = TRY(load_version(database));
  if (found > newest_version()) return fail_for_version("store.newer_version", path, found);
  return sql::migrate(database, load_migrations());
}

base::Result<void> check_version(sql::Database& database, const std::string& path) {
  const int found = TRY(load_version(database));
  if (found > newest_version()) return fail_for_version("store.newer_version", path, found);
  if (found < newest_version()) return fail_for_version("store.older_version", path, found);
  return {};
}

}  // namespace store
