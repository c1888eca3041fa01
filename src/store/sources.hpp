// Sources as filed: bytes, text, pages, words, passages, and what was odd while reading.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/source.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"
#include "store/records.hpp"

namespace store {

/// Files a source with its passages (not the search index). Returns its id. Errors: conflict where
/// the code is taken, invalid where a given digest is not that of the bytes or the text.
base::Result<std::string> insert_source(sql::Database& database,
                                        const std::string& organization_id,
                                        const FiledSource& filed);

/// In order of filing.
base::Result<std::vector<assessment::Source>> load_sources(sql::Database& database,
                                                           const std::string& organization_id);

base::Result<std::optional<assessment::Source>> find_source(sql::Database& database,
                                                            const std::string& organization_id,
                                                            std::string_view code);

/// Each of these is not_found for an unknown source (or page) and unsupported where a digest does
/// not hold.
base::Result<std::string> load_text(sql::Database& database, std::string_view source_id);
base::Result<std::string> load_bytes(sql::Database& database, std::string_view source_id);
base::Result<std::vector<PageText>> load_pages(sql::Database& database, std::string_view source_id);
base::Result<std::vector<document::Word>> load_words(sql::Database& database,
                                                     std::string_view source_id,
                                                     int page);

}  // namespace store
