// Looks each word up, as it stands and without the affixes of Indonesian.
#include "ingest/known_words.hpp"

#include <algorithm>
#include <string>

#include "text/tokens.hpp"
#include "text/unicode.hpp"

namespace ingest {

namespace {

constexpr std::size_t letters_min = 3;

// A word parted at the end of a line is one word.
std::string join_lines(std::string_view text) {
  std::string joined;
  joined.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("-\n"))
      ++i;
    else
      joined += text[i];
  }
  return joined;
}

bool has_digits(std::string_view word) {
  return std::ranges::any_of(word, [](char byte) { return byte >= '0' && byte <= '9'; });
}

}  // namespace

KnownWords count_known_words(std::string_view text, const Dictionaries& dictionaries) {
  KnownWords known;
  for (const auto& word : text::find_words(join_lines(text))) {
    ++known.words;
    if (word.folded.size() < letters_min || has_digits(word.folded)) continue;
    ++known.judged;
    if (dictionaries.indonesian.knows(word.folded))
      ++known.indonesian;
    else if (dictionaries.english.knows(word.folded))
      ++known.english;
  }
  return known;
}

int count_words(std::string_view text) {
  return static_cast<int>(text::find_words(text).size());
}

}  // namespace ingest
