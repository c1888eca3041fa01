// Reads the columns one after another.
#include "store/hits.hpp"

#include <utility>

#include "sql/rows.hpp"

namespace store {

std::vector<Hit> read_hits(const std::vector<sql::Row>& rows) {
  std::vector<Hit> hits;
  hits.reserve(rows.size());
  for (const auto& row : rows) {
    sql::RowReader reader(row);
    Hit hit;
    hit.source_code = reader.text();
    hit.page = static_cast<int>(reader.integer());
    hit.range.begin = reader.integer();
    hit.range.end = reader.integer();
    hit.text = reader.text();
    hit.locator = document::parse_locator(reader.text()).value_or(document::Locator{});
    hit.last_page = static_cast<int>(reader.integer());
    hit.rank = reader.real();
    hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace store
