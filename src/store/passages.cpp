// Writes and finds passages, and holds their words against the text.
#include "store/passages.hpp"

#include <cstdint>
#include <map>
#include <utility>

#include "sql/rows.hpp"
#include "store/guarded_rows.hpp"
#include "store/text_ranges.hpp"

namespace store {

base::Result<void> insert_passages(sql::Database& database,
                                   const std::string& source_id,
                                   const std::vector<document::Passage>& passages) {
  std::int64_t number = TRY(next_number(database, "passages", "number"));
  std::vector<sql::Row> rows;
  std::vector<sql::Row> parts;
  rows.reserve(passages.size());
  for (const auto& passage : passages) {
    rows.push_back({number,
                    source_id,
                    std::int64_t{passage.page},
                    passage.range.begin,
                    passage.range.end,
                    passage.text,
                    document::format_locator(passage.locator)});
    std::int64_t position = 0;
    for (const auto& part : passage.continued)
      parts.push_back(
          {number, ++position, std::int64_t{part.page}, part.range.begin, part.range.end});
    ++number;
  }
  TRY(database.execute_many(
      "INSERT INTO passages (number, source_id, page, range_begin, range_end, text, locator) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
      rows));
  return database.execute_many(
      "INSERT INTO passage_parts (passage_number, position, page, range_begin, range_end) "
      "VALUES ($1, $2, $3, $4, $5)",
      parts);
}

base::Result<std::vector<document::Passage>> find_passages(sql::Database& database,
                                                           std::string_view source_id,
                                                           const document::Range& range) {
  const auto rows = TRY(database.query(
      "SELECT page, range_begin, range_end, text, locator FROM passages p WHERE source_id = $1 "
      "AND ((range_begin < $3 AND range_end > $2) OR EXISTS (SELECT 1 FROM passage_parts "
      "WHERE passage_number = p.number AND range_begin < $3 AND range_end > $2)) ORDER BY number",
      {std::string(source_id), range.begin, range.end}));
  std::vector<document::Passage> passages;
  for (const auto& row : rows) {
    sql::RowReader reader(row);
    document::Passage passage;
    passage.page = static_cast<int>(reader.integer());
    passage.range.begin = reader.integer();
    passage.range.end = reader.integer();
    passage.text = reader.text();
    auto locator = document::parse_locator(reader.text());
    if (!locator) return fail_for_damage("store.damaged_passage", std::string(source_id));
    passage.locator = *std::move(locator);
    passages.push_back(std::move(passage));
  }
  return passages;
}

base::Result<std::vector<std::string>> check_passages(sql::Database& database,
                                                      const std::string& source_id,
                                                      std::string_view text) {
  const TextRanges ranges(text);
  std::map<std::int64_t, std::string> words;
  for (const auto* statement :
       {"SELECT number, range_begin, range_end FROM passages WHERE source_id = $1 ORDER BY number",
        "SELECT passage_number, part.range_begin, part.range_end FROM passage_parts part "
        "JOIN passages p ON p.number = passage_number WHERE p.source_id = $1 "
        "ORDER BY passage_number, position"})
    for (const auto& row : TRY(database.query(statement, {source_id}))) {
      sql::RowReader reader(row);
      auto& all = words[reader.integer()];
      document::Range range;
      range.begin = reader.integer();
      range.end = reader.integer();
      all += (all.empty() ? "" : "\n") + std::string(ranges.cut(range).value_or(""));
    }
  std::vector<std::string> damaged;
  const auto rows =
      TRY(database.query("SELECT number, text, locator FROM passages WHERE source_id = $1 ORDER BY "
                         "number",
                         {source_id}));
  for (const auto& row : rows) {
    sql::RowReader reader(row);
    const auto number = reader.integer();
    const bool same = words[number] == reader.text();
    if (!same || !document::parse_locator(reader.text())) damaged.push_back(std::to_string(number));
  }
  return damaged;
}

}  // namespace store
