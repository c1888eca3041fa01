// Passages that hold any of some stems, and how common stems are: what a ranking needs.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "sql/database.hpp"
#include "store/records.hpp"

namespace store {

/// The passages of an organization that hold any of the stems, in their own form or in a compound,
/// the best by SQLite's bm25 first; none for no stems. Stems are such as text::Stemmer gives.
base::Result<std::vector<Hit>> find_candidates(sql::Database& database,
                                               const std::string& organization_id,
                                               const std::vector<std::string>& stems,
                                               int limit);

/// How many passages there are, how long they are, and how many hold each of the stems.
base::Result<StemCounts> count_stems(sql::Database& database,
                                     const std::vector<std::string>& stems);

}  // namespace store
