// Writes a query in the words of SQLite's FTS5 and asks for the passages.
#include "store/search_index.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "sql/rows.hpp"
#include "store/hits.hpp"
#include "text/index_terms.hpp"
#include "text/similar_words.hpp"
#include "text/unicode.hpp"

namespace store {

namespace {

using text::SearchTerm;

constexpr std::size_t terms_max = 64;
constexpr std::string_view fingerprint_key = "index_fingerprint";

std::string quote(const std::vector<std::string>& words) {
  std::string quoted = "\"";
  for (const auto& word : words) {
    if (quoted.size() > 1) quoted += ' ';
    quoted += word;
  }
  return quoted + '"';
}

std::vector<std::string> stems_of(const std::vector<std::string>& words, text::Stemmer& stemmer) {
  std::vector<std::string> stems;
  stems.reserve(words.size());
  for (const auto& word : words) stems.emplace_back(stemmer.stem(word));
  return stems;
}

std::string format_near(const SearchTerm& term, text::Stemmer& stemmer) {
  std::string match = "stems : NEAR(";
  for (const auto& stem : stems_of(term.words, stemmer)) match += "\"" + stem + "\" ";
  return match + ", " + std::to_string(term.distance) + ")";
}

/// A word is found in any form of its family; its own form counts a little more.
std::string format_term(const SearchTerm& term, text::Stemmer& stemmer) {
  std::string surface = "surface : " + quote(term.words);
  switch (term.kind) {
    case SearchTerm::Kind::phrase:
      return surface;
    case SearchTerm::Kind::prefix:
      return surface + " *";
    case SearchTerm::Kind::near:
      return format_near(term, stemmer);
    case SearchTerm::Kind::word:
      break;
  }
  return "{stems compounds} : " + quote(stems_of(term.words, stemmer)) + " OR " + surface;
}

base::Result<void> insert_terms(sql::Database& database,
                                const std::vector<sql::Row>& passages,
                                text::Stemmer& stemmer) {
  std::vector<sql::Row> rows;
  rows.reserve(passages.size());
  for (const auto& row : passages) {
    sql::RowReader reader(row);
    const auto number = reader.integer();
    auto terms = text::make_index_terms(reader.text(), stemmer);
    rows.push_back(
        {number, std::move(terms.surface), std::move(terms.stems), std::move(terms.compounds)});
  }
  return database.execute_many(
      "INSERT INTO passage_index (rowid, surface, stems, compounds) VALUES ($1, $2, $3, $4)", rows);
}

base::Result<std::string> load_fingerprint(sql::Database& database) {
  const auto rows =
      TRY(database.query("SELECT value FROM meta WHERE key = $1", {std::string(fingerprint_key)}));
  if (rows.empty()) return std::string();
  return sql::to_text(rows[0].at(0)).value_or("");
}

}  // namespace

base::Result<bool> is_index_current(sql::Database& database, const text::Stemmer& stemmer) {
  if (TRY(load_fingerprint(database)) == stemmer.fingerprint()) return true;
  // Nothing is filed yet: there is nothing to make afresh.
  return TRY(database.query("SELECT 1 FROM passages LIMIT 1", {})).empty();
}

base::Result<void> rebuild_index(sql::Database& database, text::Stemmer& stemmer) {
  constexpr std::int64_t passages_at_once = 2000;
  TRY(database.query("INSERT INTO passage_index (passage_index) VALUES ('delete-all')", {}));
  for (std::int64_t last = -1;;) {
    const auto passages =
        TRY(database.query("SELECT number, text FROM passages WHERE number > $1 "
                           "ORDER BY number LIMIT $2",
                           {last, passages_at_once}));
    if (passages.empty()) break;
    TRY(insert_terms(database, passages, stemmer));
    last = sql::to_integer(passages.back().at(0)).value_or(0);
  }
  TRY(
      database.query("INSERT INTO meta (key, value) VALUES ($1, $2) "
                     "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                     {std::string(fingerprint_key), stemmer.fingerprint()}));
  return {};
}

base::Result<void> index_passages(sql::Database& database,
                                  std::string_view source_id,
                                  text::Stemmer& stemmer) {
  if (TRY(load_fingerprint(database)) != stemmer.fingerprint())
    return rebuild_index(database, stemmer);
  const auto passages =
      TRY(database.query("SELECT number, text FROM passages WHERE source_id = $1 ORDER BY number",
                         {std::string(source_id)}));
  return insert_terms(database, passages, stemmer);
}

base::Result<std::string> format_match(const text::SearchQuery& query, text::Stemmer& stemmer) {
  if (query.terms.size() > terms_max)
    return base::fail(
        base::ErrorKind::invalid,
        "store.search_too_long",
        {{"found", std::to_string(query.terms.size())}, {"limit", std::to_string(terms_max)}});
  std::string wanted;
  std::string excluded;
  for (const auto& term : query.terms) {
    const auto match = format_term(term, stemmer);
    if (term.is_excluded)
      excluded += (excluded.empty() ? "(" : " OR (") + match + ")";
    else if (term.joins_last && !wanted.empty())
      wanted.insert(wanted.size() - 1, " OR (" + match + ")");
    else
      wanted += (wanted.empty() ? "((" : " AND ((") + match + "))";
  }
  if (wanted.empty() || excluded.empty()) return wanted;
  return "(" + wanted + ") NOT (" + excluded + ")";
}

base::Result<std::vector<Hit>> search_passages(sql::Database& database,
                                               const std::string& organization_id,
                                               const text::SearchQuery& query,
                                               text::Stemmer& stemmer,
                                               int limit) {
  const std::string match = TRY(format_match(query, stemmer));
  if (match.empty() || limit <= 0) return std::vector<Hit>();
  const bool is_beginning = query.source.ends_with('*');
  const std::string source =
      is_beginning ? query.source.substr(0, query.source.size() - 1) : query.source;
  const auto rows = TRY(database.query(
      "SELECT " + std::string(hit_columns) +
          ", bm25(passage_index, 0.25, 1.0, 0.5) AS rank "
          "FROM passage_index JOIN passages p ON p.number = passage_index.rowid "
          "JOIN sources s ON s.id = p.source_id "
          "WHERE passage_index MATCH $1 AND s.organization_id = $2 "
          "AND ($4 = '' OR s.code = $4 OR ($5 = 1 AND substr(s.code, 1, length($4)) = $4)) "
          "AND ($6 = 0 OR $6 BETWEEN p.page AND last_page) "
          "ORDER BY rank, p.number LIMIT $3",
      {match,
       organization_id,
       std::int64_t{limit},
       source,
       std::int64_t{is_beginning ? 1 : 0},
       std::int64_t{query.page.value_or(0)}}));
  return read_hits(rows);
}

base::Result<std::vector<std::string>> find_similar_words(sql::Database& database,
                                                          const std::string& folded_word) {
  const auto letters = text::count_code_points(folded_word);
  const auto changes = text::changes_allowed(letters);
  if (changes == 0) return std::vector<std::string>();
  // A scanner makes two letters of one, or one of two.
  constexpr std::int64_t letters_split = 2;
  const auto reach = changes + letters_split;
  const auto rows =
      TRY(database.query("SELECT term, doc FROM passage_words WHERE col = 'surface' "
                         "AND length(term) BETWEEN $1 AND $2",
                         {letters - reach, letters + reach}));
  std::vector<text::KnownWord> words;
  words.reserve(rows.size());
  for (const auto& row : rows) {
    sql::RowReader reader(row);
    std::string word = reader.text();
    words.push_back({std::move(word), reader.integer()});
  }
  return text::choose_similar(folded_word, words);
}

base::Result<std::int64_t> count_index_gaps(sql::Database& database) {
  if (TRY(load_fingerprint(database)).empty()) return 0;
  const auto rows = TRY(database.query(
      "SELECT (SELECT COUNT(*) FROM passages WHERE number NOT IN "
      "(SELECT id FROM passage_index_docsize)) + "
      "(SELECT COUNT(*) FROM passage_index_docsize WHERE id NOT IN (SELECT number FROM passages))",
      {}));
  return sql::to_integer(rows.at(0).at(0)).value_or(0);
}

}  // namespace store
