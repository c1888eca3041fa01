// Reads from left to right; whatever is no sign of the syntax is a word.
#include "text/search_query.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "text/tokens.hpp"

namespace text {

namespace {

using Kind = SearchTerm::Kind;

bool is_blank(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r') || byte == '\0';
}

std::vector<std::string> words_of(std::string_view typed) {
  std::vector<std::string> words;
  for (auto& token : find_words(typed)) words.push_back(std::move(token.folded));
  return words;
}

// "~5" behind a phrase, taken off; nothing else is.
std::optional<int> take_distance(std::string_view& rest) {
  if (!rest.starts_with('~')) return std::nullopt;
  int distance = 0;
  const auto [end, error] = std::from_chars(rest.data() + 1, rest.data() + rest.size(), distance);
  if (error != std::errc() || distance < 0) return std::nullopt;
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  return std::min(distance, 1000);
}

class Reader {
 public:
  explicit Reader(std::string_view typed) : rest_(typed) {}

  SearchQuery read() {
    while (!rest_.empty()) {
      if (is_blank(rest_.front()))
        rest_.remove_prefix(1);
      else
        take_next();
    }
    return std::move(query_);
  }

 private:
  void take_next() {
    SearchTerm term;
    if (rest_.front() == '-') {
      term.is_excluded = true;
      rest_.remove_prefix(1);
    }
    if (rest_.starts_with('"'))
      take_phrase(term);
    else if (!take_word(term))
      return;
    if (term.words.empty()) return;
    const bool follows_word = !query_.terms.empty() && !query_.terms.back().is_excluded;
    term.joins_last = std::exchange(joins_next_, false) && follows_word && !term.is_excluded;
    query_.terms.push_back(std::move(term));
  }

  void take_phrase(SearchTerm& term) {
    rest_.remove_prefix(1);
    const auto size = std::min(rest_.find('"'), rest_.size());
    term.words = words_of(rest_.substr(0, size));
    rest_.remove_prefix(std::min(size + 1, rest_.size()));
    term.kind = Kind::phrase;
    if (rest_.starts_with('*')) {
      term.kind = Kind::prefix;
      rest_.remove_prefix(1);
    } else if (const auto distance = take_distance(rest_)) {
      term.kind = Kind::near;
      term.distance = *distance;
    }
  }

  // False for what is no term: a field, or the word OR.
  bool take_word(SearchTerm& term) {
    const auto stop = std::ranges::find_if(rest_, [](char c) { return c == '"' || is_blank(c); });
    const auto word = rest_.substr(0, static_cast<std::size_t>(stop - rest_.begin()));
    rest_.remove_prefix(word.size());
    if ((word == "OR" || word == "ATAU") && !term.is_excluded) {
      joins_next_ = true;
      return false;
    }
    if (!term.is_excluded && take_field(word)) return false;
    term.kind = word.ends_with('*') ? Kind::prefix : Kind::word;
    term.words = words_of(word);
    return true;
  }

  bool take_field(std::string_view word) {
    const auto colon = word.find(':');
    if (colon == std::string_view::npos || colon + 1 == word.size()) return false;
    const auto name = word.substr(0, colon);
    const auto value = word.substr(colon + 1);
    if (name == "sumber" || name == "source") {
      query_.source = value;
      return true;
    }
    int page = 0;
    const char* const begin = &value.front();
    const char* const end = begin + value.size();
    const bool is_page = name == "hlm" || name == "halaman" || name == "page";
    if (!is_page || std::from_chars(begin, end, page).ptr != end || page < 1) return false;
    query_.page = page;
    return true;
  }

  std::string_view rest_;
  SearchQuery query_;
  bool joins_next_ = false;
};

}  // namespace

bool SearchQuery::asks_for_words() const {
  return std::ranges::any_of(terms, [](const SearchTerm& term) { return !term.is_excluded; });
}

SearchQuery parse_search_query(std::string_view typed) {
  return Reader(typed).read();
}

}  // namespace text
