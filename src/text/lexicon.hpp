// The words of a language, read from a hunspell dictionary: which words exist, and which affixes
// they take.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace text {

/// Folded words with the flags of their affixes. Moves, but is not copied: the words stand in one
/// buffer.
class Lexicon {
 public:
  Lexicon() = default;

  /// The words of a `.dic` file: a line with their number, then a word a line, its flags behind a
  /// slash, whatever stands behind a tab or a space left out. Bytes that are no UTF-8 count as
  /// Latin-1. Lines beyond a million, and words of over 64 bytes, are left out.
  static Lexicon parse(std::string_view dictionary);

  /// Whether the word, folded as `fold` gives it, stands in the dictionary as it is.
  [[nodiscard]] bool knows(std::string_view folded_word) const {
    return words_.contains(folded_word);
  }

  /// The word's flags as they stand in the dictionary; nothing for a word that it does not have.
  [[nodiscard]] std::optional<std::string_view> flags_of(std::string_view folded_word) const {
    const auto found = words_.find(folded_word);
    if (found == words_.end()) return std::nullopt;
    return found->second;
  }

  [[nodiscard]] std::size_t size() const { return words_.size(); }

  /// SHA-256 of the dictionary's bytes; empty for a lexicon without one.
  [[nodiscard]] const std::string& digest() const { return digest_; }

  Lexicon(Lexicon&&) = default;
  Lexicon& operator=(Lexicon&&) = default;
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;
  ~Lexicon() = default;

 private:
  std::vector<char> buffer_;
  std::string digest_;
  std::unordered_map<std::string_view, std::string_view> words_;
};

}  // namespace text
