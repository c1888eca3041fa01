// Reads what a person typed into the search box and asks SQLite's FTS5 for it.
#include "store/search_index.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "sql/rows.hpp"

namespace store {

namespace {

constexpr std::size_t terms_max = 64;

/// A word or phrase of the query.
struct Term {
  std::string words;
  bool is_prefix = false;
  bool is_excluded = false;
  bool joins_last = false;  ///< an alternative to the term before it
};

/// Ranges of code points beyond ASCII that are marks, not letters or digits: Latin-1 signs, general
/// punctuation, arrows to symbols, CJK punctuation, the byte order mark.
constexpr std::array<std::pair<std::uint32_t, std::uint32_t>, 8> marks = {{
    {0x80, 0xA9},
    {0xAB, 0xB1},
    {0xB4, 0xB4},
    {0xB6, 0xB8},
    {0x2000, 0x206F},
    {0x2190, 0x2BFF},
    {0x3000, 0x3003},
    {0xFEFF, 0xFEFF},
}};

bool is_space(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r') || byte == '\0';
}

bool is_ascii_alphanumeric(unsigned char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
         (byte >= 'A' && byte <= 'Z');
}

/// The code point at `at`, which moves on; malformed bytes count as marks.
std::uint32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at++]);
  if (first < 0x80) return first;
  const int following = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0;
  std::uint32_t code_point = first & (0x3FU >> static_cast<unsigned>(following));
  for (int i = 0; i < following; ++i) {
    if (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) return 0x80;
    code_point = (code_point << 6U) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  }
  return following == 0 ? 0x80 : code_point;
}

/// Whether there is anything in it that the index knows: a letter or a digit.
bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t code_point = next_code_point(text, at);
    if (code_point < 0x80) {
      if (is_ascii_alphanumeric(static_cast<unsigned char>(code_point))) return true;
      continue;
    }
    const bool is_mark = std::any_of(marks.begin(), marks.end(), [&](const auto& range) {
      return code_point >= range.first && code_point <= range.second;
    });
    if (!is_mark) return true;
  }
  return false;
}

/// Takes one word or "phrase" off the front of what was typed.
Term take_term(std::string_view& typed) {
  Term term;
  if (typed.front() == '-') {
    term.is_excluded = true;
    typed.remove_prefix(1);
  }
  const bool is_phrase = !typed.empty() && typed.front() == '"';
  if (is_phrase) typed.remove_prefix(1);
  const auto ends = [&](char byte) { return byte == '"' || (!is_phrase && is_space(byte)); };
  const auto stop = std::find_if(typed.begin(), typed.end(), ends);
  const auto size = static_cast<std::size_t>(stop - typed.begin());
  term.words = std::string(typed.substr(0, size));
  typed.remove_prefix(size);
  if (is_phrase && !typed.empty()) typed.remove_prefix(1);
  if (is_phrase && !typed.empty() && typed.front() == '*') {
    term.is_prefix = true;
    typed.remove_prefix(1);
  }
  if (!is_phrase && term.words.ends_with('*')) term.is_prefix = true;
  std::replace(term.words.begin(), term.words.end(), '\0', ' ');
  return term;
}

std::vector<Term> parse_terms(std::string_view typed) {
  std::vector<Term> terms;
  bool joins_next = false;
  while (!typed.empty()) {
    if (is_space(typed.front())) {
      typed.remove_prefix(1);
      continue;
    }
    const bool is_quoted = typed.front() == '"';
    Term term = take_term(typed);
    if (!is_quoted && (term.words == "OR" || term.words == "ATAU") && !term.is_excluded) {
      joins_next = true;
      continue;
    }
    if (!has_word(term.words)) continue;
    term.joins_last = std::exchange(joins_next, false) && !terms.empty() && !term.is_excluded &&
                      !terms.back().is_excluded;
    terms.push_back(std::move(term));
  }
  return terms;
}

std::string format_term(const Term& term) {
  return "\"" + term.words + "\"" + (term.is_prefix ? " *" : "");
}

}  // namespace

base::Result<std::string> format_search_query(std::string_view typed) {
  const std::vector<Term> terms = parse_terms(typed);
  if (terms.size() > terms_max)
    return base::fail(
        base::ErrorKind::invalid,
        "store.search_too_long",
        {{"found", std::to_string(terms.size())}, {"limit", std::to_string(terms_max)}});
  std::string wanted;
  std::string excluded;
  for (const Term& term : terms) {
    if (term.is_excluded) {
      excluded += (excluded.empty() ? "" : " OR ") + format_term(term);
    } else if (term.joins_last) {
      wanted += " OR " + format_term(term);
    } else {
      wanted += (wanted.empty() ? "(" : ") AND (") + format_term(term);
    }
  }
  if (wanted.empty()) return std::string();
  wanted += ")";
  if (excluded.empty()) return wanted;
  return "(" + wanted + ") NOT (" + excluded + ")";
}

base::Result<void> index_passages(sql::Database& database, std::string_view source_id) {
  TRY(
      database.query("INSERT INTO passage_index (rowid, surface) "
                     "SELECT number, text FROM passages WHERE source_id = $1 ORDER BY number",
                     {std::string(source_id)}));
  return {};
}

base::Result<std::vector<Hit>> search_passages(sql::Database& database,
                                               const std::string& organization_id,
                                               std::string_view typed,
                                               int limit) {
  const std::string query = TRY(format_search_query(typed));
  if (query.empty() || limit <= 0) return std::vector<Hit>();
  const auto rows = TRY(database.query(
      "SELECT s.code, p.page, p.range_begin, p.range_end, p.text, bm25(passage_index), p.locator, "
      "COALESCE((SELECT MAX(page) FROM passage_parts WHERE passage_number = p.number), p.page) "
      "FROM passage_index JOIN passages p ON p.number = passage_index.rowid "
      "JOIN sources s ON s.id = p.source_id "
      "WHERE passage_index MATCH $1 AND s.organization_id = $2 "
      "ORDER BY bm25(passage_index), p.number LIMIT $3",
      {query, organization_id, std::int64_t{limit}}));
  std::vector<Hit> hits;
  hits.reserve(rows.size());
  for (const auto& row : rows) {
    sql::RowReader reader(row);
    Hit hit;
    hit.source_code = reader.text();
    hit.page = static_cast<int>(reader.integer());
    hit.range.begin = reader.integer();
    hit.range.end = reader.integer();
    hit.text = reader.text();
    hit.rank = reader.real();
    hit.locator = document::parse_locator(reader.text()).value_or(document::Locator{});
    hit.last_page = static_cast<int>(reader.integer());
    hits.push_back(std::move(hit));
  }
  return hits;
}

base::Result<std::int64_t> count_index_gaps(sql::Database& database) {
  const auto rows = TRY(database.query(
      "SELECT (SELECT COUNT(*) FROM passages WHERE number NOT IN "
      "(SELECT id FROM passage_index_docsize)) + "
      "(SELECT COUNT(*) FROM passage_index_docsize WHERE id NOT IN (SELECT number FROM passages))",
      {}));
  return sql::to_integer(rows.at(0).at(0)).value_or(0);
}

}  // namespace store
