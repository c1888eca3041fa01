// Walks the words of a text once, as text::make_index_terms does for the index.
#include "finding/passage_words.hpp"

#include <algorithm>
#include <utility>

#include "text/tokens.hpp"

namespace finding {

namespace {

std::vector<std::string> split(std::string_view parts) {
  std::vector<std::string> found;
  while (!parts.empty()) {
    const auto size = std::min(parts.find(' '), parts.size());
    found.emplace_back(parts.substr(0, size));
    parts.remove_prefix(std::min(size + 1, parts.size()));
  }
  return found;
}

}  // namespace

std::vector<PassageWord> read_words(std::string_view text, text::Stemmer& stemmer) {
  std::vector<PassageWord> words;
  auto tokens = text::find_words(text);
  words.reserve(tokens.size());
  for (auto& token : tokens) {
    PassageWord word{std::move(token.folded), {}, {}};
    word.stem = stemmer.stem(word.folded);
    word.further = split(stemmer.parts_of(word.stem));
    if (!words.empty())
      if (auto fused = words.back().stem + word.stem; stemmer.is_compound(fused))
        word.further.push_back(std::move(fused));
    words.push_back(std::move(word));
  }
  return words;
}

}  // namespace finding
