// The printed pages of office files, and the attempts to make them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "document/print_attempt.hpp"
#include "sql/database.hpp"

namespace store {

/// Adds what happened; nothing that happened before is changed.
base::Result<void> add_print_attempt(sql::Database& database,
                                     const std::string& source_id,
                                     const document::PrintAttempt& attempt);

/// In the order in which they happened.
base::Result<std::vector<document::PrintAttempt>> load_print_attempts(sql::Database& database,
                                                                      const std::string& source_id);

/// Files a PDF as the printed pages of a source that has none.
base::Result<void> save_print_view(sql::Database& database,
                                   const std::string& source_id,
                                   const std::string& pdf,
                                   const std::string& made_at);

/// The PDF; empty where there is none yet. Unsupported "store.damaged_source" where its bytes are
/// not those that were filed.
base::Result<std::optional<std::string>> find_print_view(sql::Database& database,
                                                         const std::string& source_id);

}  // namespace store
