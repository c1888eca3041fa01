// Files sources and hands them out again, each part only while its digest holds.
#include "store/sources.hpp"

#include <algorithm>
#include <utility>

#include "assessment/names.hpp"
#include "base/digest.hpp"
#include "sql/rows.hpp"
#include "store/guarded_rows.hpp"
#include "store/ocr_readings.hpp"
#include "store/passages.hpp"
#include "store/source_parts.hpp"
#include "store/source_record.hpp"
#include "store/text_ranges.hpp"
#include "store/word_packing.hpp"

namespace store {

namespace {

using assessment::Source;
using base::ErrorKind;
using document::Problem;

/// The source with its id and digests filled in; given digests must be right.
base::Result<Source> complete_source(const FiledSource& filed, std::int64_t number) {
  Source source = filed.source;
  if (source.id.empty()) source.id = "S" + std::to_string(number);
  const std::string text_digest = base::sha256(filed.text);
  if (source.digest.empty()) source.digest = base::sha256(filed.bytes);
  if (source.text_digest.empty()) source.text_digest = text_digest;
  if (source.text_digest != text_digest)
    return base::fail(ErrorKind::invalid, "store.source_digest", {{"source", source.code}});
  return source;
}

/// Bytes are kept once by digest; they are checked when they come in.
base::Result<void> save_bytes(sql::Database& database,
                              const Source& source,
                              const std::string& bytes) {
  const auto kept =
      TRY(database.query("SELECT 1 FROM source_bytes WHERE digest = $1", {source.digest}));
  if (!kept.empty()) return {};
  if (base::sha256(bytes) != source.digest)
    return base::fail(ErrorKind::invalid, "store.source_digest", {{"source", source.code}});
  TRY(database.query("INSERT INTO source_bytes (digest, bytes) VALUES ($1, $2)",
                     {source.digest, sql::Blob{bytes}}));
  return {};
}

sql::Row to_row(const Source& source, std::int64_t number, const std::string& organization_id) {
  return {source.id,
          number,
          organization_id,
          source.code,
          std::string(assessment::format_source_kind(source.kind)),
          std::string(assessment::format_source_state(source.state)),
          source.title,
          source.file_name,
          source.format,
          source.digest,
          source.text_digest,
          source.size,
          std::int64_t{source.page_count},
          source.citation,
          source.url,
          source.date,
          source.observer,
          source.place,
          source.method,
          source.added_at};
}

base::Result<void> insert_pages(sql::Database& database,
                                const std::string& source_id,
                                const std::vector<document::Page>& pages) {
  std::vector<sql::Row> rows;
  rows.reserve(pages.size());
  for (const auto& page : pages)
    rows.push_back({source_id,
                    std::int64_t{page.number},
                    page.width,
                    page.height,
                    page.range.begin,
                    page.range.end,
                    sql::Blob{pack_words(page.words)}});
  return insert_guarded(database, pages_table, std::move(rows));
}

base::Result<void> insert_problems(sql::Database& database, const Source& source) {
  std::vector<sql::Row> rows;
  rows.reserve(source.problems.size());
  for (const auto& problem : source.problems) {
    rows.push_back({source.id,
                    static_cast<std::int64_t>(rows.size()),
                    problem.id,
                    sql::to_cell(problem.page),
                    problem.detail});
  }
  return insert_guarded(database, problems_table, std::move(rows));
}

base::Result<std::vector<Problem>> load_problems(sql::Database& database, const std::string& id) {
  const auto rows =
      TRY(load_guarded(database, problems_table, "WHERE source_id = $1 ORDER BY position", {id}));
  std::vector<Problem> problems;
  for (const auto& row : rows) {
    sql::RowReader reader(row);
    reader.text();
    reader.integer();
    Problem problem;
    problem.id = reader.text();
    problem.page = reader.optional_int();
    problem.detail = reader.text();
    problems.push_back(std::move(problem));
  }
  return problems;
}

base::Result<Source> read_source(sql::Database& database, const sql::Row& row) {
  sql::RowReader reader(row);
  Source source;
  source.id = reader.text();
  reader.integer();  // number: the order of filing
  reader.text();     // the organization
  source.code = reader.text();
  const auto kind = assessment::parse_source_kind(reader.text());
  const auto state = assessment::parse_source_state(reader.text());
  if (!kind || !state) return fail_for_damage("store.damaged_row", "sources " + source.id);
  source.kind = *kind;
  source.state = *state;
  source.title = reader.text();
  source.file_name = reader.text();
  source.format = reader.text();
  source.digest = reader.text();
  source.text_digest = reader.text();
  source.size = reader.integer();
  source.page_count = static_cast<int>(reader.integer());
  source.citation = reader.text();
  source.url = reader.text();
  source.date = reader.text();
  source.observer = reader.text();
  source.place = reader.text();
  source.method = reader.text();
  source.added_at = reader.text();
  source.problems = TRY(load_problems(database, source.id));
  source.record = TRY(load_record(database, source.id));
  source.corrections = TRY(load_corrections(database, source.id));
  source.signatures = TRY(load_signatures(database, source.id));
  source.ocr_readings = TRY(load_ocr_readings(database, source.id));
  TRY(load_source_parts(database, source));
  return source;
}

tl::unexpected<base::Error> fail_for_absence(std::string_view source_id) {
  return base::fail(ErrorKind::not_found, "store.no_source", {{"source", std::string(source_id)}});
}

/// One value of a source beside the digest that it must have: "SELECT value, digest, code …".
base::Result<std::string> load_checked(sql::Database& database,
                                       std::string_view statement,
                                       std::string_view source_id,
                                       std::string damage_id) {
  auto rows = TRY(database.query(statement, {std::string(source_id)}));
  if (rows.empty()) return fail_for_absence(source_id);
  std::string value = sql::to_text(rows[0].at(0)).value_or("");
  if (base::sha256(value) != sql::to_text(rows[0].at(1)))
    return fail_for_damage(std::move(damage_id), sql::to_text(rows[0].at(2)).value_or(""));
  return value;
}

}  // namespace

base::Result<std::string> insert_source(sql::Database& database,
                                        const std::string& organization_id,
                                        const FiledSource& filed) {
  const auto taken =
      TRY(database.query("SELECT 1 FROM sources WHERE organization_id = $1 AND code = $2",
                         {organization_id, filed.source.code}));
  if (!taken.empty())
    return base::fail(ErrorKind::conflict, "store.source_exists", {{"source", filed.source.code}});
  const std::int64_t number = TRY(next_number(database, "sources", "number"));
  const Source source = TRY(complete_source(filed, number));
  TRY(save_bytes(database, source, filed.bytes));
  TRY(insert_guarded(database, sources_table, {to_row(source, number, organization_id)}));
  TRY(database.query("INSERT INTO source_texts (source_id, text) VALUES ($1, $2)",
                     {source.id, filed.text}));
  TRY(insert_pages(database, source.id, filed.pages));
  TRY(insert_ocr_readings(database, source.id, filed.pages));
  TRY(insert_problems(database, source));
  TRY(insert_source_parts(database, source));
  TRY(insert_passages(database, source.id, filed.passages));
  TRY(insert_record(database, source.id, source.record));
  TRY(insert_signatures(database, source.id, source.signatures));
  if (source.kind == assessment::SourceKind::document)
    TRY(insert_sketch(database, source.id, filed.text));
  if (!source.revises.empty()) {
    const auto older = TRY(find_source(database, organization_id, source.revises));
    if (!older) return fail_for_absence(source.revises);
    TRY(insert_revision(database, source.id, older->id));
  }
  return source.id;
}

base::Result<std::vector<Source>> load_sources(sql::Database& database,
                                               const std::string& organization_id) {
  const auto rows = TRY(load_guarded(
      database, sources_table, "WHERE organization_id = $1 ORDER BY number", {organization_id}));
  std::vector<Source> sources;
  sources.reserve(rows.size());
  for (const auto& row : rows) sources.push_back(TRY(read_source(database, row)));
  const auto revisions = TRY(load_revisions(database, organization_id));
  for (auto& source : sources) {
    const auto revision = revisions.find(source.id);
    if (revision == revisions.end()) continue;
    const auto older = std::ranges::find(sources, revision->second, &Source::id);
    if (older != sources.end()) source.revises = older->code;
  }
  return sources;
}

base::Result<std::optional<Source>> find_source(sql::Database& database,
                                                const std::string& organization_id,
                                                std::string_view code) {
  const auto rows = TRY(load_guarded(database,
                                     sources_table,
                                     "WHERE organization_id = $1 AND code = $2",
                                     {organization_id, std::string(code)}));
  if (rows.empty()) return std::optional<Source>();
  return std::optional<Source>(TRY(read_source(database, rows[0])));
}

base::Result<std::string> load_text(sql::Database& database, std::string_view source_id) {
  return load_checked(database,
                      "SELECT t.text, s.text_digest, s.code FROM sources s "
                      "JOIN source_texts t ON t.source_id = s.id WHERE s.id = $1",
                      source_id,
                      "store.damaged_text");
}

base::Result<std::string> load_bytes(sql::Database& database, std::string_view source_id) {
  return load_checked(database,
                      "SELECT b.bytes, s.digest, s.code FROM sources s "
                      "JOIN source_bytes b ON b.digest = s.digest WHERE s.id = $1",
                      source_id,
                      "store.damaged_bytes");
}

base::Result<std::vector<PageText>> load_pages(sql::Database& database,
                                               std::string_view source_id) {
  const std::string text = TRY(load_text(database, source_id));
  const TextRanges ranges(text);
  const auto rows = TRY(load_guarded(
      database, pages_table, "WHERE source_id = $1 ORDER BY number", {std::string(source_id)}));
  std::vector<PageText> pages;
  pages.reserve(rows.size());
  for (const auto& row : rows) {
    PageText page;
    page.number = static_cast<int>(sql::to_integer(row.at(1)).value_or(0));
    page.width = sql::to_real(row.at(2)).value_or(0);
    page.height = sql::to_real(row.at(3)).value_or(0);
    page.range = {sql::to_integer(row.at(4)).value_or(0), sql::to_integer(row.at(5)).value_or(0)};
    const auto words = ranges.cut(page.range);
    if (!words)
      return fail_for_damage("store.damaged_page",
                             std::string(source_id) + " " + std::to_string(page.number));
    page.text = *words;
    pages.push_back(std::move(page));
  }
  return pages;
}

base::Result<std::vector<document::Word>> load_words(sql::Database& database,
                                                     std::string_view source_id,
                                                     int page) {
  const auto rows = TRY(load_guarded(database,
                                     pages_table,
                                     "WHERE source_id = $1 AND number = $2",
                                     {std::string(source_id), std::int64_t{page}}));
  const std::string number = std::to_string(page);
  if (rows.empty())
    return base::fail(ErrorKind::not_found,
                      "store.no_page",
                      {{"source", std::string(source_id)}, {"page", number}});
  auto words = unpack_words(sql::to_text(rows[0].at(6)).value_or(""));
  if (!words) return fail_for_damage("store.damaged_page", std::string(source_id) + " " + number);
  return std::move(*words);
}

}  // namespace store
