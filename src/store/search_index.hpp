// Full text over passages: the one place where the databases differ.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "sql/database.hpp"
#include "store/records.hpp"
#include "text/search_query.hpp"
#include "text/stemmer.hpp"

namespace store {

/// Adds the passages of a source to the index; an index made with other rules or word lists than
/// the stemmer's is made afresh, whole.
base::Result<void> index_passages(sql::Database& database,
                                  std::string_view source_id,
                                  text::Stemmer& stemmer);

/// Makes the index afresh with this stemmer.
base::Result<void> rebuild_index(sql::Database& database, text::Stemmer& stemmer);

/// Whether the index was made with just these rules and word lists.
base::Result<bool> is_index_current(sql::Database& database, const text::Stemmer& stemmer);

/// The query in the language of SQLite's FTS5; nothing typed can become syntax. Empty where no word
/// is asked for. Errors: invalid for more words than a search takes.
base::Result<std::string> format_match(const text::SearchQuery& query, text::Stemmer& stemmer);

/// The best passages of an organization, best first; none for a query without any word.
base::Result<std::vector<Hit>> search_passages(sql::Database& database,
                                               const std::string& organization_id,
                                               const text::SearchQuery& query,
                                               text::Stemmer& stemmer,
                                               int limit);

/// Words that stand in the documents and look like this one, nearest first: at most two letters
/// differ, in short words one. For what a scan has spoilt, and for slips of the finger.
base::Result<std::vector<std::string>> find_similar_words(sql::Database& database,
                                                          const std::string& folded_word);

/// How many passages the index does not have, or has though they are gone; none of an index that
/// was never made.
base::Result<std::int64_t> count_index_gaps(sql::Database& database);

}  // namespace store
