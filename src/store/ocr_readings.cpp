// Two guarded tables, written with the pages of a source.
#include "store/ocr_readings.hpp"

#include <utility>

#include "sql/rows.hpp"
#include "store/guarded_rows.hpp"

namespace store {

namespace {

sql::Cell to_real_cell(const std::optional<double>& value) {
  return value ? sql::Cell(*value) : sql::Cell();
}

document::OcrReading read_reading(const sql::Row& row) {
  sql::RowReader reader(row);
  document::OcrReading reading;
  reader.text();  // the source
  reading.page = static_cast<int>(reader.integer());
  reading.is_canonical = reader.integer() != 0;
  reading.languages = reader.text();
  reading.confidence = reader.real();
  reading.known_share = sql::to_real(row.at(5));
  reading.layer_known_share = sql::to_real(row.at(6));
  return reading;
}

}  // namespace

base::Result<void> insert_ocr_readings(sql::Database& database,
                                       const std::string& source_id,
                                       const std::vector<document::Page>& pages) {
  std::vector<sql::Row> readings;
  std::vector<sql::Row> layers;
  for (const auto& page : pages) {
    const std::int64_t number = page.number;
    if (page.ocr)
      readings.push_back({source_id,
                          number,
                          std::int64_t{page.ocr->is_canonical ? 1 : 0},
                          page.ocr->languages,
                          page.ocr->confidence,
                          to_real_cell(page.ocr->known_share),
                          to_real_cell(page.ocr->layer_known_share)});
    if (!page.other_text.empty()) layers.push_back({source_id, number, page.other_text});
  }
  TRY(insert_guarded(database, ocr_readings_table, std::move(readings)));
  return insert_guarded(database, other_layers_table, std::move(layers));
}

base::Result<std::vector<document::OcrReading>> load_ocr_readings(sql::Database& database,
                                                                  const std::string& source_id) {
  const auto rows = TRY(load_guarded(
      database, ocr_readings_table, "WHERE source_id = $1 ORDER BY page", {source_id}));
  std::vector<document::OcrReading> readings;
  readings.reserve(rows.size());
  for (const auto& row : rows) readings.push_back(read_reading(row));
  return readings;
}

base::Result<std::optional<std::string>> find_other_layer(sql::Database& database,
                                                          std::string_view source_id,
                                                          int page) {
  const auto rows = TRY(load_guarded(database,
                                     other_layers_table,
                                     "WHERE source_id = $1 AND page = $2",
                                     {std::string(source_id), std::int64_t{page}}));
  if (rows.empty()) return std::optional<std::string>();
  return sql::to_text(rows[0].at(2));
}

}  // namespace store
