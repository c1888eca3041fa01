// The sources of an assessment's organization by their codes and by their ids in the store.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "sql/database.hpp"

namespace store {

/// Codes by id.
using SourceCodes = std::map<std::string, std::string>;

/// Errors: not_found "store.no_source".
base::Result<std::string> find_source_id(sql::Database& database,
                                         std::string_view assessment_id,
                                         const std::string& code);

base::Result<SourceCodes> load_source_codes(sql::Database& database,
                                            std::string_view assessment_id);

}  // namespace store
