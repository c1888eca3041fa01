// Rows that carry their own SHA-256, so that a flipped bit in an answer is seen whenever the row is
// read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "sql/database.hpp"
#include "store/records.hpp"

namespace store {

/// A table whose rows end in row_digest. `columns` are all others, in the order of the digest.
struct GuardedTable {
  std::string_view name;
  std::string_view columns;
  std::size_t key_size;  ///< how many of the first columns name a row
};

/// Every table of this kind; those who load them use the names below.
const std::vector<GuardedTable>& guarded_tables();
extern const GuardedTable organizations_table;
extern const GuardedTable assessments_table;
extern const GuardedTable targets_table;
extern const GuardedTable sources_table;
extern const GuardedTable pages_table;
extern const GuardedTable problems_table;
extern const GuardedTable ocr_readings_table;
extern const GuardedTable other_layers_table;
extern const GuardedTable print_views_table;
extern const GuardedTable print_attempts_table;
extern const GuardedTable references_table;
extern const GuardedTable names_table;
extern const GuardedTable observations_table;
extern const GuardedTable photos_table;
extern const GuardedTable evidence_table;
extern const GuardedTable evidence_locators_table;
extern const GuardedTable evidence_codings_table;
extern const GuardedTable codings_table;
extern const GuardedTable coding_acts_table;
extern const GuardedTable anchors_table;
extern const GuardedTable record_entries_table;
extern const GuardedTable record_corrections_table;
extern const GuardedTable signatures_table;
extern const GuardedTable source_revisions_table;
extern const GuardedTable sketches_table;
extern const GuardedTable decisions_table;
extern const GuardedTable ratings_table;

/// The digest of one row: the table's name and each cell with its type and length, so that no two
/// rows are alike.
std::string compute_row_digest(std::string_view table, const sql::Row& row);

/// Adds rows in one statement each; their digests are computed here, and the count of the table
/// grows. For use in a transaction.
base::Result<void> insert_guarded(sql::Database& database,
                                  const GuardedTable& table,
                                  std::vector<sql::Row> rows);

/// The rows (without digest) that `rest` selects, such as "WHERE id = $1"; unsupported where one
/// was changed.
base::Result<std::vector<sql::Row>> load_guarded(sql::Database& database,
                                                 const GuardedTable& table,
                                                 std::string_view rest,
                                                 const sql::Row& cells);

/// Every row of the table whose digest does not fit, named by table and key.
base::Result<std::vector<Damage>> check_guarded(sql::Database& database, const GuardedTable& table);

/// Whether the table holds other than the number of rows that were filed in it.
base::Result<bool> is_row_missing(sql::Database& database, const GuardedTable& table);

/// The next number of a column: one more than the highest, or 1.
base::Result<std::int64_t> next_number(sql::Database& database,
                                       std::string_view table,
                                       std::string_view column);

/// The failure of a stored row that can't be what was written.
tl::unexpected<base::Error> fail_for_damage(std::string id, std::string subject);

}  // namespace store
