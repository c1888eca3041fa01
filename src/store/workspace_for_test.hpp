// A small workspace for tests: a folder that goes away by itself, an office, a model, a source with
// two pages.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <stdlib.h>

#include "base/digest.hpp"
#include "base/temporary_folder.hpp"
#include "sql/sqlite.hpp"
#include "store/models.hpp"
#include "store/schema.hpp"
#include "store/store.hpp"

namespace store {

/// A folder of a test's own, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    if (path().empty()) throw std::runtime_error("no temporary folder");
  }

  [[nodiscard]] std::string operator/(const std::string& name) const { return path() + "/" + name; }

  [[nodiscard]] const std::string& path() const { return folder_.path(); }

  /// The names of all files in it, in order.
  [[nodiscard]] std::vector<std::string> list() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path()))
      names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }

 private:
  base::TemporaryFolder folder_{"jenjang-test"};
};

inline std::string read_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream whole;
  whole << file.rdbuf();
  return whole.str();
}

inline void write_whole(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

inline StoredModel small_model() {
  StoredModel model{"tiny", "1.0.0", "", {{"model.yaml", "id: tiny\n"}, {"a/b.yaml", "x"}}};
  model.digest = compute_model_digest(model);
  return model;
}

inline assessment::Assessment small_assessment() {
  return {"A1",
          "Dinas Kominfo",
          "2026",
          "tiny",
          "1.0.0",
          small_model().digest,
          {{"", base::Rational(3)}, {"S01", base::Rational(7, 2)}}};
}

/// "Kebijakan é ditetapkan.\fRencana induk SPBE." on two pages: letters of two bytes, ranges in
/// code points.
inline FiledSource small_source(const std::string& code = "kebijakan") {
  FiledSource filed;
  filed.source.id = "source-" + code;
  filed.source.code = code;
  filed.source.title = "Kebijakan";
  filed.source.file_name = code + ".pdf";
  filed.source.format = "pdf";
  filed.source.page_count = 2;
  filed.source.added_at = "2026-01-02T03:04:05Z";
  filed.bytes = std::string("%PDF-1.7\0 bytes of ", 18) + code;
  filed.source.size = static_cast<std::int64_t>(filed.bytes.size());
  filed.source.digest = base::sha256(filed.bytes);
  filed.text = "Kebijakan \u00e9 ditetapkan.\nRencana induk SPBE.";
  filed.source.text_digest = base::sha256(filed.text);
  filed.source.problems = {{"reading.font_without_map", 2, "F1"}, {"reading.odd", {}, ""}};
  filed.source.signatures = {{document::SignatureState::valid,
                              "Pengesahan",
                              2,
                              "Ani",
                              "Penerbit",
                              "2026-01-01T00:00:00Z",
                              true},
                             {document::SignatureState::empty, "Paraf", std::nullopt}};
  filed.pages = {{1, 595.28, 841.89, {0, 24}, {{{0, 9}, {72, 100.5, 130.25, 112}}}},
                 {2, 595.28, 841.89, {24, 43}, {{{24, 31}, {72, 90, 110, 99.5}}}}};
  filed.passages = {{1, {0, 23}, "Kebijakan \u00e9 ditetapkan."},
                    {2, {24, 43}, "Rencana induk SPBE."}};
  return filed;
}

inline assessment::Evidence small_evidence() {
  assessment::Evidence evidence;
  evidence.indicator_code = "S01";
  evidence.source_code = "kebijakan";
  evidence.page = 2;
  evidence.range = {24, 37};
  evidence.quote = "Rencana induk";
  evidence.suffix = " SPBE.";
  evidence.level = 3;
  evidence.note = "jelas";
  evidence.cited_by = "ani";
  evidence.cited_at = "2026-01-03T00:00:00Z";
  return evidence;
}

/// The same words with all that a coder may say of them.
inline assessment::Evidence coded_evidence() {
  assessment::Evidence evidence = small_evidence();
  evidence.check_code = "3b";
  evidence.coverage = {assessment::CoverageKind::counted, 12, 40, "perangkat daerah"};
  evidence.strength = assessment::Strength::strong;
  return evidence;
}

/// The words of small_evidence under the free code "anggaran".
inline assessment::Coding small_coding() {
  const auto words = small_evidence();
  assessment::Coding coding;
  static_cast<assessment::Anchor&>(coding) = static_cast<const assessment::Anchor&>(words);
  coding.locator = *document::parse_locator("pasal 1");
  coding.prefix = "x ";
  coding.code = "anggaran";
  coding.stance = assessment::Stance::contradicts;
  coding.memo = "memo";
  coding.coded_by = "ani";
  coding.coded_at = "2026-01-05T00:00:00Z";
  return coding;
}

inline assessment::Rating small_rating(const std::string& rater, const base::Rational& value) {
  assessment::Rating rating;
  rating.indicator_code = "S01";
  rating.rater = rater;
  rating.answer = {assessment::Outcome::answered, value, ""};
  rating.checks = {"2a", "3b"};
  rating.because = "karena";
  rating.confidence = 4;
  rating.rated_at = "2026-01-04T00:00:00Z";
  return rating;
}

/// The value of a result; a failure ends the test with its id.
template <typename T>
T must(base::Result<T> result) {
  if (!result) throw std::runtime_error("failed: " + result.error().id);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// The kind and id of a failure, as one text; "ok" without one.
template <typename T>
std::string outcome_of(const base::Result<T>& result) {
  return result ? "ok" : result.error().id;
}

/// A stemmer with a few roots: rencana, tetap, ubah.
inline text::Stemmer small_stemmer() {
  return {text::Lexicon::parse("3\nrencana/B0D0MkPaT0\ntetap/DkKaMkPa\nubah/B0D0M0PaR0Ra\n"),
          text::shipped_word_lists()};
}

/// Files a source with the small stemmer.
inline base::Result<void> save(Store& store, const FiledSource& source) {
  auto stemmer = small_stemmer();
  return store.save_source("A1", source, stemmer);
}

/// Searches with the small stemmer.
inline base::Result<std::vector<Hit>> search(Store& store,
                                             std::string_view typed,
                                             int limit = 100,
                                             std::string_view assessment_id = "A1") {
  auto stemmer = small_stemmer();
  return store.search(assessment_id, text::parse_search_query(typed), stemmer, limit);
}

/// A new workspace with all of the above in it, open.
inline Store make_workspace(const std::string& path) {
  Store store = must(Store::open(path, OpenMode::create));
  must(store.save_assessment(small_assessment(), small_model(), "2026-01-01T00:00:00Z"));
  must(save(store, small_source()));
  must(store.add_evidence("A1", small_evidence()));
  must(store.add_ratings(
      "A1", {small_rating("ani", base::Rational(3)), small_rating("budi", base::Rational(5, 2))}));
  return store;
}

/// Changes a closed workspace behind the store's back.
inline void tamper(const std::string& path, const std::string& script) {
  const auto database = must(sql::open_sqlite(path, {sql::SqliteMode::read_write, application_id}));
  must(database->execute_script(script));
}

/// Makes a workspace as a former program left it, whose newest migration was `last`.
inline void undo_migrations_after(const std::string& path, int last) {
  struct Undo {
    int migration;
    const char* script;
  };

  static const std::vector<Undo> newest_first = {
      {12, "DROP TABLE row_counts;"},
      {11, "DROP TABLE record_corrections; DROP TABLE source_signatures;"},
      {10, "DROP TABLE print_attempts; DROP TABLE print_views;"},
      {9, "DROP TABLE source_sketches;"},
      {8,
       "DROP TABLE anchors; DROP TABLE coding_acts; DROP TABLE codings;"
       "DROP TABLE evidence_codings;"},
      {7, "DROP TABLE ocr_readings; DROP TABLE other_layers;"},
      {6,
       "DROP TABLE source_photos; DROP TABLE source_observations; DROP TABLE source_names;"
       "DROP TABLE source_references;"},
      {5, "DROP TABLE record_entries; DROP TABLE source_revisions;"},
      {4,
       "DROP TABLE evidence_locators; DROP TABLE passage_parts;"
       "ALTER TABLE passages DROP COLUMN locator;"},
      {3,
       "DROP TABLE passage_words; DROP TABLE passage_index;"
       "DELETE FROM meta WHERE key = 'index_fingerprint';"
       "CREATE VIRTUAL TABLE passage_index USING fts5 (surface, content = '',"
       " contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');"
       "INSERT INTO passage_index (rowid, surface) SELECT number, text FROM passages;"},
  };
  for (const auto& undo : newest_first)
    if (undo.migration > last) tamper(path, undo.script);
  const auto number = std::to_string(last);
  tamper(path,
         "DELETE FROM applied_migrations WHERE number > " + number +
             "; PRAGMA user_version = " + number);
}

}  // namespace store
