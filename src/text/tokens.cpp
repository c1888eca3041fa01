// Words are runs of letters, digits and marks; everything else parts them.
#include "text/tokens.hpp"

#include <utility>

#include "text/unicode.hpp"

namespace text {

std::vector<Token> find_words(std::string_view text) {
  constexpr char32_t soft_hyphen = 0xAD;
  const auto characters = to_code_points(text);
  std::vector<Token> words;
  std::string word;
  std::int64_t begin = 0;
  for (std::size_t i = 0; i <= characters.size(); ++i) {
    if (i < characters.size() &&
        (is_word_character(characters[i]) || (characters[i] == soft_hyphen && !word.empty()))) {
      if (word.empty()) begin = static_cast<std::int64_t>(i);
      append_utf8(word, characters[i]);
      continue;
    }
    if (word.empty()) continue;
    // Marks without a letter fold to nothing and are no word.
    if (auto folded = fold(word); !folded.empty())
      words.push_back({std::move(folded), {begin, static_cast<std::int64_t>(i)}});
    word.clear();
  }
  return words;
}

}  // namespace text
