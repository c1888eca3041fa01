// What raters said, entry after entry; a withdrawal is one more.
#pragma once

#include <string_view>
#include <vector>

#include "assessment/rating.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

namespace store {

/// Appends entries in the given order. Errors: not_found for an unknown assessment, invalid for a
/// value that is too long to keep.
base::Result<void> insert_ratings(sql::Database& database,
                                  std::string_view assessment_id,
                                  const std::vector<assessment::Rating>& ratings);

/// Every entry in order of entry, superseded ones included.
base::Result<std::vector<assessment::Rating>> load_ratings(sql::Database& database,
                                                           std::string_view assessment_id);

}  // namespace store
