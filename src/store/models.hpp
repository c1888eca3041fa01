// Models as they were when first used: exact files, known by their digest, never changed.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "sql/database.hpp"
#include "store/records.hpp"

namespace store {

/// SHA-256 over the files in order of path: path, line feed, size in decimal, line feed, bytes.
std::string compute_model_digest(const StoredModel& model);

/// Keeps a model once. Errors: conflict where the same version was kept with other bytes; invalid
/// where the model's digest is not that of its files.
base::Result<void> insert_model(sql::Database& database, const StoredModel& model);

/// Errors: not_found; unsupported where the stored files no longer have this digest.
base::Result<StoredModel> load_model(sql::Database& database, std::string_view digest);

}  // namespace store
