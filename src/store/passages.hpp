// Passages as filed: their words, their place in the document, and all their stretches.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "sql/database.hpp"

namespace store {

/// Files the passages of a source; the search index takes them from there.
base::Result<void> insert_passages(sql::Database& database,
                                   const std::string& source_id,
                                   const std::vector<document::Passage>& passages);

/// The passages that share a code point with the range, in order; without their further stretches.
base::Result<std::vector<document::Passage>> find_passages(sql::Database& database,
                                                           std::string_view source_id,
                                                           const document::Range& range);

/// The numbers of passages whose words are not those of their stretches of the text.
base::Result<std::vector<std::string>> check_passages(sql::Database& database,
                                                      const std::string& source_id,
                                                      std::string_view text);

}  // namespace store
