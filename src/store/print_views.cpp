// Two guarded tables beside the bytes of a source.
#include "store/print_views.hpp"

#include "base/digest.hpp"
#include "sql/rows.hpp"
#include "store/guarded_rows.hpp"

namespace store {

using document::PrintAttempt;

base::Result<void> add_print_attempt(sql::Database& database,
                                     const std::string& source_id,
                                     const PrintAttempt& attempt) {
  const auto count =
      TRY(database.query("SELECT COUNT(*) FROM print_attempts WHERE source_id = $1", {source_id}));
  const auto number = sql::to_integer(count.at(0).at(0)).value_or(0) + 1;
  return insert_guarded(database,
                        print_attempts_table,
                        {{source_id,
                          number,
                          std::string(document::name_of(attempt.event)),
                          attempt.at,
                          attempt.reason}});
}

base::Result<std::vector<PrintAttempt>> load_print_attempts(sql::Database& database,
                                                            const std::string& source_id) {
  const auto rows = TRY(load_guarded(
      database, print_attempts_table, "WHERE source_id = $1 ORDER BY number", {source_id}));
  std::vector<PrintAttempt> attempts;
  attempts.reserve(rows.size());
  for (const auto& row : rows) {
    const auto event = document::find_print_event(sql::to_text(row.at(2)).value_or(""));
    if (!event) return fail_for_damage("store.damaged_row", "print_attempts " + source_id);
    attempts.push_back(
        {*event, sql::to_text(row.at(3)).value_or(""), sql::to_text(row.at(4)).value_or("")});
  }
  return attempts;
}

base::Result<void> save_print_view(sql::Database& database,
                                   const std::string& source_id,
                                   const std::string& pdf,
                                   const std::string& made_at) {
  const auto digest = base::sha256(pdf);
  TRY(
      database.query("INSERT INTO source_bytes (digest, bytes) SELECT $1, $2 "
                     "WHERE NOT EXISTS (SELECT 1 FROM source_bytes WHERE digest = $1)",
                     {digest, sql::Blob{pdf}}));
  return insert_guarded(database, print_views_table, {{source_id, digest, made_at}});
}

base::Result<std::optional<std::string>> find_print_view(sql::Database& database,
                                                         const std::string& source_id) {
  const auto views =
      TRY(load_guarded(database, print_views_table, "WHERE source_id = $1", {source_id}));
  if (views.empty()) return std::optional<std::string>();
  const auto digest = sql::to_text(views[0].at(1)).value_or("");
  const auto rows =
      TRY(database.query("SELECT bytes FROM source_bytes WHERE digest = $1", {digest}));
  auto pdf = rows.empty() ? std::nullopt : sql::to_text(rows[0].at(0));
  if (!pdf || base::sha256(*pdf) != digest)
    return fail_for_damage("store.damaged_bytes", "print_views " + source_id);
  return pdf;
}

}  // namespace store
