// Recomputes every digest of a workspace and holds every range against its text.
#include "store/verify.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "sql/rows.hpp"
#include "store/guarded_rows.hpp"
#include "store/models.hpp"
#include "store/passages.hpp"
#include "store/print_views.hpp"
#include "store/search_index.hpp"
#include "store/sources.hpp"
#include "store/text_ranges.hpp"
#include "store/word_packing.hpp"

namespace store {

namespace {

using base::ErrorKind;
using Damages = std::vector<Damage>;

/// The checks of a workspace, which add up their findings.
class Check {
 public:
  explicit Check(sql::Database& database) : database_(database) {}

  base::Result<void> structure();
  base::Result<void> rows();
  base::Result<void> models();
  base::Result<void> sources();
  base::Result<void> sequences();
  base::Result<void> index();

  [[nodiscard]] const Damages& damages() const { return damages_; }

  /// Takes a damaged place as a finding; any other failure ends the checking.
  base::Result<void> take(const base::Error& error);

 private:
  void add(std::string id, std::string subject) {
    damages_.push_back({std::move(id), std::move(subject)});
  }

  base::Result<void> source(const std::string& id, const std::string& code);
  base::Result<void> ranges(const std::string& id, const std::string& code);
  base::Result<void> gaps(std::string_view table, std::string_view number, std::string_view owner);

  sql::Database& database_;
  Damages damages_;
};

base::Result<void> Check::take(const base::Error& error) {
  if (error.kind != ErrorKind::unsupported && error.kind != ErrorKind::not_found)
    return base::pass_on(error);
  std::string subject;
  for (const auto& [name, value] : error.parameters)
    if (name == "subject" || name == "detail" || subject.empty()) subject = value;
  add(error.id, subject);
  return {};
}

base::Result<void> Check::structure() {
  for (const std::string& finding : TRY(database_.check_structure()))
    add("store.damaged_structure", finding);
  return {};
}

base::Result<void> Check::rows() {
  for (const GuardedTable& table : guarded_tables()) {
    for (Damage& damage : TRY(check_guarded(database_, table)))
      damages_.push_back(std::move(damage));
    if (TRY(is_row_missing(database_, table))) add("store.missing_entry", std::string(table.name));
  }
  return {};
}

base::Result<void> Check::models() {
  const auto digests = TRY(database_.query("SELECT digest FROM models ORDER BY id, version", {}));
  for (const auto& row : digests) {
    const auto model = load_model(database_, sql::to_text(row.at(0)).value_or(""));
    if (!model) TRY(take(model.error()));
  }
  return {};
}

base::Result<void> Check::sources() {
  const auto rows = TRY(database_.query("SELECT id, code FROM sources ORDER BY number", {}));
  for (const auto& row : rows)
    TRY(source(sql::to_text(row.at(0)).value_or(""), sql::to_text(row.at(1)).value_or("")));
  return {};
}

base::Result<void> Check::source(const std::string& id, const std::string& code) {
  if (const auto bytes = load_bytes(database_, id); !bytes) TRY(take(bytes.error()));
  if (const auto view = find_print_view(database_, id); !view) TRY(take(view.error()));
  const auto pages =
      TRY(database_.query("SELECT number, words FROM pages WHERE source_id = $1", {id}));
  for (const auto& page : pages)
    if (!unpack_words(sql::to_text(page.at(1)).value_or("")))
      add("store.damaged_page",
          code + " " + std::to_string(sql::to_integer(page.at(0)).value_or(0)));
  return ranges(id, code);
}

/// Pages must lie in the text; passages and quotes must be its very words.
base::Result<void> Check::ranges(const std::string& id, const std::string& code) {
  const auto text = load_text(database_, id);
  if (!text) return take(text.error());
  const TextRanges words(*text);
  const auto check = [&](const char* damage_id, const char* statement) -> base::Result<void> {
    for (const auto& row : TRY(database_.query(statement, {id}))) {
      sql::RowReader reader(row);
      const std::string subject = reader.text();
      document::Range range;
      range.begin = reader.integer();
      range.end = reader.integer();
      const auto stored = reader.optional_text();
      const auto found = words.cut(range);
      if (!found || (stored && *stored != *found))
        add(damage_id, fmt::format("{} {}", code, subject));
    }
    return {};
  };
  TRY(check("store.damaged_page",
            "SELECT CAST(number AS TEXT), range_begin, range_end, NULL FROM pages "
            "WHERE source_id = $1 ORDER BY number"));
  for (const auto& number : TRY(check_passages(database_, id, *text)))
    add("store.damaged_passage", fmt::format("{} {}", code, number));
  TRY(check("store.damaged_quote",
            "SELECT id, range_begin, range_end, quote FROM codings "
            "WHERE source_id = $1 ORDER BY number"));
  TRY(check("store.damaged_quote",
            "SELECT subject || '/' || CAST(sequence AS TEXT), range_begin, range_end, quote "
            "FROM anchors WHERE source_id = $1 ORDER BY subject, sequence"));
  return check("store.damaged_quote",
               "SELECT id, range_begin, range_end, quote FROM evidence "
               "WHERE source_id = $1 ORDER BY number");
}

/// Entries are numbered from 1 without gaps within their owner: a hole is a lost entry.
base::Result<void> Check::gaps(std::string_view table,
                               std::string_view number,
                               std::string_view owner) {
  const std::string statement = fmt::format(
      "SELECT {0} FROM {1} GROUP BY {0} HAVING COUNT(*) <> MAX({2})", owner, table, number);
  for (const auto& row : TRY(database_.query(statement, {})))
    add("store.missing_entry", fmt::format("{} {}", table, sql::to_text(row.at(0)).value_or("?")));
  return {};
}

base::Result<void> Check::sequences() {
  TRY(gaps("ratings", "sequence", "assessment_id"));
  TRY(gaps("evidence_decisions", "sequence", "evidence_id"));
  TRY(gaps("anchors", "sequence", "subject"));
  TRY(gaps("record_corrections", "sequence", "source_id"));
  for (const char* table : {"evidence", "codings", "coding_acts"}) {
    const auto counts = TRY(database_.query(
        fmt::format("SELECT COUNT(*), COALESCE(MAX(number), 0) FROM {}", table), {}));
    const Damage missing{"store.missing_entry", table};
    if (sql::to_integer(counts.at(0).at(0)) != sql::to_integer(counts.at(0).at(1)) &&
        std::ranges::find(damages_, missing) == damages_.end())
      damages_.push_back(missing);
  }
  return {};
}

base::Result<void> Check::index() {
  const std::int64_t missing = TRY(count_index_gaps(database_));
  if (missing > 0) add("store.search_incomplete", std::to_string(missing));
  return {};
}

}  // namespace

base::Result<Damages> check_workspace(sql::Database& database) {
  Check check(database);
  for (const auto step : {&Check::structure,
                          &Check::rows,
                          &Check::models,
                          &Check::sources,
                          &Check::sequences,
                          &Check::index})
    if (const auto done = (check.*step)(); !done) TRY(check.take(done.error()));
  return check.damages();
}

}  // namespace store
