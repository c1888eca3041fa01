// Full text over passages: the one place where the databases differ.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "sql/database.hpp"
#include "store/records.hpp"

namespace store {

/// Adds the passages of a source to the index.
base::Result<void> index_passages(sql::Database& database, std::string_view source_id);

/// What a person typed, as a query of SQLite's FTS5: every word and "phrase" quoted, so that
/// nothing typed can be syntax. Words must all occur; OR (or ATAU) between two words asks for
/// either; a leading - excludes; a trailing * stands for any ending. Empty where no word is asked
/// for. Errors: invalid for more words than a search takes.
base::Result<std::string> format_search_query(std::string_view typed);

/// The best passages of an organization, best first; none for a query without any word.
base::Result<std::vector<Hit>> search_passages(sql::Database& database,
                                               const std::string& organization_id,
                                               std::string_view typed,
                                               int limit);

/// How many passages the index does not have, or has though they are gone.
base::Result<std::int64_t> count_index_gaps(sql::Database& database);

}  // namespace store
