// Brings the forms of a word together: penilaian, dinilai and menilai are all nilai.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "text/confix.hpp"
#include "text/lexicon.hpp"
#include "text/word_lists.hpp"

namespace text {

/// The stemmer of the index and of suggestions. Not for several threads at once: it remembers the
/// words that it has met.
class Stemmer final : private RootSource {
 public:
  /// `dictionary`: the roots of Indonesian (hunspell-id). Without it only our own roots are known.
  Stemmer(Lexicon dictionary, const WordLists& lists);

  /// The stem of a word folded as `fold` gives it. An Indonesian word: the root in its standard
  /// spelling. A word that no rule leads to a root and that bears no Indonesian affix: its Porter2
  /// stem. Numbers, words of up to three letters, and words with signs beyond a to z stay.
  /// The view holds until the next call.
  std::string_view stem(std::string_view folded_word);

  /// Whether an Indonesian word, in whatever form, was led back to a root.
  bool knows(std::string_view folded_word);

  /// Whether the stem is a compound of our list, such as tindaklanjut.
  [[nodiscard]] bool is_compound(std::string_view stem) const { return compounds_.contains(stem); }

  /// The stems of a compound's parts, parted by spaces; empty for any other stem.
  [[nodiscard]] std::string_view parts_of(std::string_view stem) const;

  /// Names rules and lists: an index made under another fingerprint is made afresh.
  [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }

 private:
  struct Found {
    std::string stem;
    bool is_root = false;
  };

  const Found& find(std::string_view word);
  [[nodiscard]] Found find_afresh(std::string_view word) const;
  [[nodiscard]] Found find_in_parts(std::string_view word) const;
  [[nodiscard]] std::string_view in_standard_spelling(std::string_view word) const;
  [[nodiscard]] std::optional<Root> look_up(std::string_view word) const override;

  struct Hash {
    using is_transparent = void;  // NOLINT(readability-identifier-naming): the standard's name

    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>{}(word);
    }
  };

  using Pairs = std::unordered_map<std::string, std::string, Hash, std::equal_to<>>;

  static Pairs parse_pairs(std::string_view list);

  Lexicon dictionary_;
  Pairs roots_;
  Pairs exceptions_;
  Pairs spellings_;
  Pairs compounds_;
  std::unordered_map<std::string, Found, Hash, std::equal_to<>> met_;
  std::string fingerprint_;
};

}  // namespace text
