// Keeps the files of a model and hands them out only while their digest holds.
#include "store/models.hpp"

#include <algorithm>
#include <optional>

#include "base/digest.hpp"
#include "sql/rows.hpp"
#include "store/guarded_rows.hpp"

namespace store {

namespace {

using base::ErrorKind;

/// The digest under which this version of the model is kept, where it is.
base::Result<std::optional<std::string>> find_digest(sql::Database& database,
                                                     const StoredModel& model) {
  const auto rows = TRY(database.query("SELECT digest FROM models WHERE id = $1 AND version = $2",
                                       {model.id, model.version}));
  return rows.empty() ? std::nullopt : sql::to_text(rows[0].at(0));
}

}  // namespace

std::string compute_model_digest(const StoredModel& model) {
  auto files = model.files;
  std::sort(files.begin(), files.end());
  std::string whole;
  for (const auto& [path, bytes] : files)
    whole.append(path).append("\n").append(std::to_string(bytes.size())).append("\n").append(bytes);
  return base::sha256(whole);
}

base::Result<void> insert_model(sql::Database& database, const StoredModel& model) {
  if (compute_model_digest(model) != model.digest)
    return base::fail(ErrorKind::invalid,
                      "store.model_digest",
                      {{"model", model.id}, {"version", model.version}});
  const auto kept = TRY(find_digest(database, model));
  if (kept == model.digest) return {};
  if (kept)
    return base::fail(ErrorKind::conflict,
                      "store.model_changed",
                      {{"model", model.id}, {"version", model.version}});
  TRY(database.query("INSERT INTO models (digest, id, version) VALUES ($1, $2, $3)",
                     {model.digest, model.id, model.version}));
  std::vector<sql::Row> rows;
  rows.reserve(model.files.size());
  for (const auto& [path, bytes] : model.files)
    rows.push_back({model.digest, path, sql::Blob{bytes}});
  return database.execute_many(
      "INSERT INTO model_files (model_digest, path, bytes) VALUES ($1, $2, $3)", rows);
}

base::Result<StoredModel> load_model(sql::Database& database, std::string_view digest) {
  const std::string key(digest);
  const auto rows = TRY(database.query("SELECT id, version FROM models WHERE digest = $1", {key}));
  if (rows.empty()) return base::fail(ErrorKind::not_found, "store.no_model", {{"digest", key}});
  sql::RowReader reader(rows[0]);
  StoredModel model;
  model.id = reader.text();
  model.version = reader.text();
  model.digest = key;
  const auto files = TRY(database.query(
      "SELECT path, bytes FROM model_files WHERE model_digest = $1 ORDER BY path", {key}));
  for (const auto& row : files) {
    sql::RowReader file(row);
    std::string path = file.text();
    model.files.emplace_back(std::move(path), file.text());
  }
  if (compute_model_digest(model) != model.digest)
    return fail_for_damage("store.damaged_model", model.id + "@" + model.version);
  return model;
}

}  // namespace store
