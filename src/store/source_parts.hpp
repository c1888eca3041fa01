// What only references and only observations have: parts of a citation, names, particulars, photos.
#pragma once

#include "assessment/source.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

namespace store {

/// Writes the reference or the observation of a source, where it has one.
base::Result<void> insert_source_parts(sql::Database& database, const assessment::Source& source);

/// Fills in the reference or the observation of a source; none where the source was filed before
/// these were kept. Unsupported where a row is damaged.
base::Result<void> load_source_parts(sql::Database& database, assessment::Source& source);

}  // namespace store
