// Writes and reads what is known of a source.
#include "store/source_record.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "sql/rows.hpp"
#include "store/guarded_rows.hpp"
#include "text/resemblance.hpp"

namespace store {

using base::ErrorKind;
using document::RecordEntry;

base::Result<void> insert_record(sql::Database& database,
                                 const std::string& source_id,
                                 const std::vector<RecordEntry>& record) {
  std::vector<sql::Row> rows;
  for (const auto& entry : record) {
    sql::Row row = {
        source_id, std::string(document::name_of(entry.field)), entry.value, {}, {}, {}};
    if (entry.read_at) {
      row[3] = std::int64_t{entry.read_at->page};
      row[4] = entry.read_at->range.begin;
      row[5] = entry.read_at->range.end;
    }
    rows.push_back(std::move(row));
  }
  return insert_guarded(database, record_entries_table, std::move(rows));
}

base::Result<std::vector<RecordEntry>> load_record(sql::Database& database,
                                                   std::string_view source_id) {
  const auto rows = TRY(load_guarded(
      database, record_entries_table, "WHERE source_id = $1", {std::string(source_id)}));
  std::vector<RecordEntry> record;
  for (const auto& row : rows) {
    const auto field = document::find_record_field(sql::to_text(row.at(1)).value_or(""));
    if (!field)
      return fail_for_damage("store.damaged_row", "record_entries " + std::string(source_id));
    RecordEntry entry{*field, sql::to_text(row.at(2)).value_or("")};
    if (const auto page = sql::to_integer(row.at(3)))
      entry.read_at = document::PageRange{
          static_cast<int>(*page),
          {sql::to_integer(row.at(4)).value_or(0), sql::to_integer(row.at(5)).value_or(0)}};
    record.push_back(std::move(entry));
  }
  std::ranges::sort(record, {}, &RecordEntry::field);
  return record;
}

base::Result<void> insert_signatures(sql::Database& database,
                                     const std::string& source_id,
                                     const std::vector<document::Signature>& signatures) {
  std::vector<sql::Row> rows;
  rows.reserve(signatures.size());
  for (const auto& signature : signatures)
    rows.push_back({source_id,
                    static_cast<std::int64_t>(rows.size()),
                    std::string(document::name_of(signature.state)),
                    signature.field,
                    sql::to_cell(signature.page),
                    signature.signer,
                    signature.issuer,
                    signature.signed_at,
                    std::int64_t{signature.covers_all}});
  return insert_guarded(database, signatures_table, std::move(rows));
}

base::Result<std::vector<document::Signature>> load_signatures(sql::Database& database,
                                                               std::string_view source_id) {
  const auto rows = TRY(load_guarded(database,
                                     signatures_table,
                                     "WHERE source_id = $1 ORDER BY position",
                                     {std::string(source_id)}));
  std::vector<document::Signature> signatures;
  for (const auto& row : rows) {
    sql::RowReader reader(row);
    reader.text();
    reader.integer();
    const auto state = document::find_signature_state(reader.text());
    if (!state)
      return fail_for_damage("store.damaged_row", "source_signatures " + std::string(source_id));
    auto& signature = signatures.emplace_back();
    signature.state = *state;
    signature.field = reader.text();
    signature.page = reader.optional_int();
    signature.signer = reader.text();
    signature.issuer = reader.text();
    signature.signed_at = reader.text();
    signature.covers_all = reader.integer() != 0;
  }
  return signatures;
}

base::Result<void> insert_corrections(
    sql::Database& database,
    const std::string& source_id,
    const std::vector<assessment::RecordCorrection>& corrections) {
  const auto last = TRY(database.query(
      "SELECT COALESCE(MAX(sequence), 0) FROM record_corrections WHERE source_id = $1",
      {source_id}));
  auto sequence = sql::to_integer(last.at(0).at(0)).value_or(0);
  std::vector<sql::Row> rows;
  rows.reserve(corrections.size());
  for (const auto& correction : corrections)
    rows.push_back({source_id,
                    ++sequence,
                    std::string(document::name_of(correction.field)),
                    correction.value,
                    correction.because,
                    correction.by,
                    correction.at});
  return insert_guarded(database, record_corrections_table, std::move(rows));
}

base::Result<std::vector<assessment::RecordCorrection>> load_corrections(
    sql::Database& database, std::string_view source_id) {
  const auto rows = TRY(load_guarded(database,
                                     record_corrections_table,
                                     "WHERE source_id = $1 ORDER BY sequence",
                                     {std::string(source_id)}));
  std::vector<assessment::RecordCorrection> corrections;
  for (const auto& row : rows) {
    sql::RowReader reader(row);
    reader.text();
    reader.integer();
    const auto field = document::find_record_field(reader.text());
    if (!field)
      return fail_for_damage("store.damaged_row", "record_corrections " + std::string(source_id));
    auto& correction = corrections.emplace_back();
    correction.field = *field;
    correction.value = reader.text();
    correction.because = reader.text();
    correction.by = reader.text();
    correction.at = reader.text();
  }
  return corrections;
}

base::Result<void> insert_revision(sql::Database& database,
                                   const std::string& source_id,
                                   const std::string& revises) {
  const auto newer =
      TRY(database.query("SELECT 1 FROM source_revisions WHERE revises = $1", {revises}));
  if (!newer.empty())
    return base::fail(ErrorKind::conflict, "store.revision_exists", {{"source", revises}});
  return insert_guarded(database, source_revisions_table, {{source_id, revises}});
}

base::Result<std::map<std::string, std::string>> load_revisions(
    sql::Database& database, const std::string& organization_id) {
  const auto rows =
      TRY(load_guarded(database,
                       source_revisions_table,
                       "WHERE source_id IN (SELECT id FROM sources WHERE organization_id = $1)",
                       {organization_id}));
  std::map<std::string, std::string> revisions;
  for (const auto& row : rows)
    revisions[sql::to_text(row.at(0)).value_or("")] = sql::to_text(row.at(1)).value_or("");
  return revisions;
}

base::Result<void> insert_sketch(sql::Database& database,
                                 const std::string& source_id,
                                 std::string_view text) {
  if (text.empty()) return {};
  return insert_guarded(database,
                        sketches_table,
                        {{source_id, sql::Blob{text::pack_sketch(text::make_sketch(text))}}});
}

base::Result<std::vector<std::pair<std::string, std::string>>> load_sketches(
    sql::Database& database, const std::string& organization_id) {
  const auto named =
      TRY(database.query("SELECT id, code FROM sources WHERE organization_id = $1 ORDER BY number",
                         {organization_id}));
  const auto rows =
      TRY(load_guarded(database,
                       sketches_table,
                       "WHERE source_id IN (SELECT id FROM sources WHERE organization_id = $1)",
                       {organization_id}));
  std::map<std::string, std::string> by_id;
  for (const auto& row : rows)
    if (const auto* blob = std::get_if<sql::Blob>(&row.at(1)))
      by_id[sql::to_text(row.at(0)).value_or("")] = blob->bytes;
  std::vector<std::pair<std::string, std::string>> sketches;
  sketches.reserve(by_id.size());
  for (const auto& row : named) {
    const auto found = by_id.find(sql::to_text(row.at(0)).value_or(""));
    if (found != by_id.end())
      sketches.emplace_back(sql::to_text(row.at(1)).value_or(""), found->second);
  }
  return sketches;
}

}  // namespace store
