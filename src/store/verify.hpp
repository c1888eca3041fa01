// Is everything still as it was filed: structure, digests, ranges, quotes, and no entry missing.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "sql/database.hpp"
#include "store/records.hpp"

namespace store {

/// Checks an open workspace from end to end; what is found is named, and checking goes on.
base::Result<std::vector<Damage>> check_workspace(sql::Database& database);

}  // namespace store
