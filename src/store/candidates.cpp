// Asks FTS5 for passages and its vocabulary for counts.
#include "store/candidates.hpp"

#include <string_view>

#include "sql/rows.hpp"
#include "store/hits.hpp"

namespace store {

namespace {

/// The stems in quotes. A stem has letters and digits alone, so nothing needs escaping.
std::string join_quoted(const std::vector<std::string>& stems, std::string_view between) {
  std::string joined;
  for (const auto& stem : stems) {
    if (!joined.empty()) joined += between;
    joined += '"';
    joined += stem;
    joined += '"';
  }
  return joined;
}

/// Takes one of SQLite's numbers off the front: up to nine bytes, seven bits each, highest first,
/// the ninth whole. 0 where the bytes end.
std::uint64_t take_number(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (int i = 0; i < 9 && !bytes.empty(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    if (i == 8) return (number << 8U) | byte;
    number = (number << 7U) | (byte & 0x7fU);
    if ((byte & 0x80U) == 0) break;
  }
  return number;
}

/// FTS5 keeps the number of its rows and the words of each column in one record, number 1 of its
/// data ("averages record", SQLite's fts5_index.c); counting them all would read the whole index.
base::Result<void> load_averages(sql::Database& database, StemCounts& counts) {
  const auto rows = TRY(database.query("SELECT block FROM passage_index_data WHERE id = 1", {}));
  if (rows.empty()) return {};
  const auto* const block = std::get_if<sql::Blob>(&rows[0].at(0));
  if (block == nullptr) return {};
  std::string_view rest = block->bytes;
  const auto passages = take_number(rest);
  const auto words = take_number(rest);
  counts.passages = static_cast<std::int64_t>(passages);
  if (passages > 0) counts.mean_words = static_cast<double>(words) / static_cast<double>(passages);
  return {};
}

}  // namespace

base::Result<std::vector<Hit>> find_candidates(sql::Database& database,
                                               const std::string& organization_id,
                                               const std::vector<std::string>& stems,
                                               int limit) {
  if (stems.empty() || limit <= 0) return std::vector<Hit>();
  const auto rows =
      TRY(database.query("SELECT " + std::string(hit_columns) +
                             ", bm25(passage_index, 0.25, 1.0, 0.5) AS rank "
                             "FROM passage_index JOIN passages p ON p.number = passage_index.rowid "
                             "JOIN sources s ON s.id = p.source_id "
                             "WHERE passage_index MATCH $1 AND s.organization_id = $2 "
                             "ORDER BY rank, p.number LIMIT $3",
                         {"{stems compounds} : (" + join_quoted(stems, " OR ") + ")",
                          organization_id,
                          std::int64_t{limit}}));
  return read_hits(rows);
}

base::Result<StemCounts> count_stems(sql::Database& database,
                                     const std::vector<std::string>& stems) {
  StemCounts counts;
  TRY(load_averages(database, counts));
  const auto rows =
      TRY(database.query("SELECT stem.value, COALESCE((SELECT MAX(doc) FROM passage_words "
                         "WHERE term = stem.value AND col IN ('stems', 'compounds')), 0) "
                         "FROM json_each($1) AS stem",
                         {"[" + join_quoted(stems, ",") + "]"}));
  counts.holding.reserve(rows.size());
  for (const auto& row : rows) {
    sql::RowReader reader(row);
    auto stem = reader.text();
    counts.holding.emplace_back(std::move(stem), reader.integer());
  }
  return counts;
}

}  // namespace store
