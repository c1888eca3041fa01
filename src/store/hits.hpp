// How a passage that was found is read from a row.
#pragma once

#include <string_view>
#include <vector>

#include "sql/database.hpp"
#include "store/records.hpp"

namespace store {

/// The columns of a hit but for its rank, which stands behind them; `p` are passages, `s` sources.
inline constexpr std::string_view hit_columns =
    "s.code, p.page, p.range_begin, p.range_end, p.text, p.locator, "
    "COALESCE((SELECT MAX(page) FROM passage_parts WHERE passage_number = p.number), p.page) "
    "AS last_page";

/// Reads rows of `hit_columns` and a rank.
std::vector<Hit> read_hits(const std::vector<sql::Row>& rows);

}  // namespace store
