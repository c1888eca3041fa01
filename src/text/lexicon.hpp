// The words of a language, read from a hunspell dictionary: which words exist, not what they mean.
#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

namespace text {

/// A set of folded words. Moves, but is not copied: the words stand in one buffer.
class Lexicon {
 public:
  Lexicon() = default;

  /// The words of a `.dic` file: a line with their number, then a word a line, whatever stands
  /// behind a slash, a tab or a space left out. Bytes that are no UTF-8 count as Latin-1. Lines
  /// beyond a million, and words of over 64 bytes, are left out.
  static Lexicon parse(std::string_view dictionary);

  /// Whether the word, folded as `fold` gives it, stands in the dictionary as it is.
  [[nodiscard]] bool knows(std::string_view folded_word) const {
    return words_.contains(folded_word);
  }

  [[nodiscard]] std::size_t size() const { return words_.size(); }

  Lexicon(Lexicon&&) = default;
  Lexicon& operator=(Lexicon&&) = default;
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;
  ~Lexicon() = default;

 private:
  std::vector<char> buffer_;
  std::unordered_set<std::string_view> words_;
};

}  // namespace text
