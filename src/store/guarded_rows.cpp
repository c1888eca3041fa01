// Computes, writes and checks the digests of rows.
#include "store/guarded_rows.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/contract.hpp"
#include "base/digest.hpp"

namespace store {

constexpr GuardedTable organizations_table = {"organizations", "id, name", 1};
constexpr GuardedTable assessments_table = {
    "assessments",
    "id, number, organization_id, period, model_id, model_version, model_digest, created_at",
    1};
constexpr GuardedTable targets_table = {
    "targets", "assessment_id, position, indicator_code, level", 2};
constexpr GuardedTable sources_table = {
    "sources",
    "id, number, organization_id, code, kind, state, title, file_name, format, digest, "
    "text_digest, "
    "size, page_count, citation, url, date, observer, place, method, added_at",
    1};
constexpr GuardedTable pages_table = {
    "pages", "source_id, number, width, height, range_begin, range_end, words", 2};
constexpr GuardedTable problems_table = {
    "problems", "source_id, position, message_id, page, detail", 2};
constexpr GuardedTable ocr_readings_table = {
    "ocr_readings",
    "source_id, page, is_canonical, languages, confidence, known_share, layer_known_share",
    2};
constexpr GuardedTable other_layers_table = {"other_layers", "source_id, page, text", 2};
constexpr GuardedTable print_views_table = {"print_views", "source_id, digest, made_at", 1};
constexpr GuardedTable print_attempts_table = {
    "print_attempts", "source_id, number, event, at, reason", 2};
constexpr GuardedTable references_table = {
    "source_references",
    "source_id, kind, more_authors, issued, title, container, publisher, place, volume, issue, "
    "pages, edition, genre, doi, url, accessed",
    1};
constexpr GuardedTable names_table = {
    "source_names", "source_id, role, position, family, given, particle, suffix, literal", 3};
constexpr GuardedTable observations_table = {
    "source_observations",
    "source_id, observer_role, latitude, longitude, respondent_role, respondent, consent",
    1};
constexpr GuardedTable photos_table = {"source_photos", "source_id, position, path, digest", 2};
constexpr GuardedTable evidence_table = {
    "evidence",
    "id, number, assessment_id, indicator_code, source_id, page, range_begin, range_end, quote, "
    "prefix, suffix, stance, level, note, cited_by, cited_at",
    1};
constexpr GuardedTable evidence_locators_table = {"evidence_locators", "evidence_id, locator", 1};
constexpr GuardedTable evidence_codings_table = {
    "evidence_codings", "evidence_id, check_code, coverage, unit, strength", 1};
constexpr GuardedTable codings_table = {
    "codings",
    "id, number, assessment_id, code, source_id, page, range_begin, range_end, locator, quote, "
    "prefix, suffix, stance, strength, memo, coded_by, coded_at",
    1};
constexpr GuardedTable coding_acts_table = {
    "coding_acts",
    "number, assessment_id, kind, subjects, former, code, target, name, node, memo, because, "
    "done_by, done_at, undoes",
    1};
constexpr GuardedTable anchors_table = {
    "anchors",
    "subject, sequence, assessment_id, source_id, outcome, page, range_begin, range_end, locator, "
    "quote, found_by, found_at",
    2};
constexpr GuardedTable record_entries_table = {
    "record_entries", "source_id, field, value, page, range_begin, range_end", 2};
constexpr GuardedTable record_corrections_table = {
    "record_corrections",
    "source_id, sequence, field, value, because, corrected_by, corrected_at",
    2};
constexpr GuardedTable signatures_table = {
    "source_signatures",
    "source_id, position, state, field, page, signer, issuer, signed_at, covers_all",
    2};
constexpr GuardedTable source_revisions_table = {"source_revisions", "source_id, revises", 1};
constexpr GuardedTable sketches_table = {"source_sketches", "source_id, sketch", 1};
constexpr GuardedTable decisions_table = {
    "evidence_decisions", "evidence_id, sequence, state, decided_by, decided_at, because", 2};
constexpr GuardedTable ratings_table = {
    "ratings",
    "assessment_id, sequence, indicator_code, rater, stage, outcome, value, reason, withdrawn, "
    "checks, because, confidence, rated_at",
    2};

namespace {

struct FormatCell {
  std::string operator()(std::monostate) const { return "-"; }

  std::string operator()(std::int64_t value) const { return fmt::format("i{}", value); }

  std::string operator()(double value) const { return fmt::format("r{:a}", value); }

  std::string operator()(const std::string& text) const {
    return fmt::format("t{}:{}", text.size(), text);
  }

  std::string operator()(const sql::Blob& blob) const {
    return fmt::format("b{}:{}", blob.bytes.size(), blob.bytes);
  }
};

std::string format_key(const GuardedTable& table, const sql::Row& row) {
  std::string key(table.name);
  for (std::size_t i = 0; i < table.key_size && i < row.size(); ++i) {
    key += i == 0 ? ' ' : '/';
    if (const auto number = sql::to_integer(row[i]))
      key += std::to_string(*number);
    else
      key += sql::to_text(row[i]).value_or("?");
  }
  return key;
}

std::string select_columns(const GuardedTable& table, std::string_view rest) {
  return fmt::format("SELECT {}, row_digest FROM {} {}", table.columns, table.name, rest);
}

/// Takes the digest off the end of a row and says whether it fits the rest.
bool take_digest(const GuardedTable& table, sql::Row& row) {
  const auto digest = sql::to_text(row.back());
  row.pop_back();
  return digest == compute_row_digest(table.name, row);
}

}  // namespace

const std::vector<GuardedTable>& guarded_tables() {
  static const std::vector<GuardedTable> tables = {organizations_table,
                                                   assessments_table,
                                                   targets_table,
                                                   sources_table,
                                                   pages_table,
                                                   problems_table,
                                                   ocr_readings_table,
                                                   other_layers_table,
                                                   print_views_table,
                                                   print_attempts_table,
                                                   references_table,
                                                   names_table,
                                                   observations_table,
                                                   photos_table,
                                                   evidence_table,
                                                   evidence_locators_table,
                                                   evidence_codings_table,
                                                   codings_table,
                                                   coding_acts_table,
                                                   anchors_table,
                                                   record_entries_table,
                                                   record_corrections_table,
                                                   signatures_table,
                                                   source_revisions_table,
                                                   sketches_table,
                                                   decisions_table,
                                                   ratings_table};
  return tables;
}

std::string compute_row_digest(std::string_view table, const sql::Row& row) {
  std::string canonical(table);
  for (const sql::Cell& cell : row) {
    canonical += '\n';
    canonical += std::visit(FormatCell{}, cell);
  }
  return base::sha256(canonical);
}

base::Result<void> insert_guarded(sql::Database& database,
                                  const GuardedTable& table,
                                  std::vector<sql::Row> rows) {
  if (rows.empty()) return {};
  const auto width =
      static_cast<std::size_t>(std::count(table.columns.begin(), table.columns.end(), ',')) + 1;
  std::string parameters;
  for (std::size_t i = 1; i <= width + 1; ++i)
    parameters += (i == 1 ? "$" : ", $") + std::to_string(i);
  for (sql::Row& row : rows) {
    ASSERT(row.size() == width);
    row.emplace_back(compute_row_digest(table.name, row));
  }
  TRY(database.execute_many(
      fmt::format(
          "INSERT INTO {} ({}, row_digest) VALUES ({})", table.name, table.columns, parameters),
      rows));
  TRY(database.query(
      "INSERT INTO row_counts (table_name, row_count) VALUES ($1, $2) "
      "ON CONFLICT (table_name) DO UPDATE SET row_count = row_count + excluded.row_count",
      {std::string(table.name), static_cast<std::int64_t>(rows.size())}));
  return {};
}

base::Result<std::vector<sql::Row>> load_guarded(sql::Database& database,
                                                 const GuardedTable& table,
                                                 std::string_view rest,
                                                 const sql::Row& cells) {
  auto rows = TRY(database.query(select_columns(table, rest), std::span<const sql::Cell>(cells)));
  for (sql::Row& row : rows)
    if (!take_digest(table, row))
      return fail_for_damage("store.damaged_row", format_key(table, row));
  return rows;
}

base::Result<std::vector<Damage>> check_guarded(sql::Database& database,
                                                const GuardedTable& table) {
  auto rows = TRY(database.query(select_columns(table, ""), {}));
  std::vector<Damage> damages;
  for (sql::Row& row : rows)
    if (!take_digest(table, row)) damages.push_back({"store.damaged_row", format_key(table, row)});
  return damages;
}

base::Result<bool> is_row_missing(sql::Database& database, const GuardedTable& table) {
  const auto rows = TRY(database.query(
      fmt::format("SELECT (SELECT COUNT(*) FROM {}) <> "
                  "COALESCE((SELECT row_count FROM row_counts WHERE table_name = $1), 0)",
                  table.name),
      {std::string(table.name)}));
  return sql::to_integer(rows.at(0).at(0)) != 0;
}

base::Result<std::int64_t> next_number(sql::Database& database,
                                       std::string_view table,
                                       std::string_view column) {
  const auto rows =
      TRY(database.query(fmt::format("SELECT COALESCE(MAX({}), 0) FROM {}", column, table), {}));
  return sql::to_integer(rows.at(0).at(0)).value_or(0) + 1;
}

tl::unexpected<base::Error> fail_for_damage(std::string id, std::string subject) {
  return base::fail(base::ErrorKind::unsupported, std::move(id), {{"subject", std::move(subject)}});
}

}  // namespace store
