// What a person typed into a search box, understood: words, "phrases", endings*, nearness, fields.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// A part of a query. Its words are folded; a word that is typed with signs inside has several.
struct SearchTerm {
  enum class Kind { word, phrase, prefix, near };

  Kind kind = Kind::word;
  std::vector<std::string> words;
  int distance = 0;          ///< of Kind::near: words between the first and the last
  bool is_excluded = false;  ///< typed with a - before it
  bool joins_last = false;   ///< an alternative to the term before it (OR, ATAU)

  bool operator==(const SearchTerm&) const = default;
};

/// Terms must all occur, but for alternatives and excluded ones. The fields narrow where to look.
struct SearchQuery {
  std::vector<SearchTerm> terms;
  std::string source;       ///< of `sumber:` or `source:`: a source's code, or how it begins with *
  std::optional<int> page;  ///< of `hlm:`, `halaman:` or `page:`

  [[nodiscard]] bool asks_for_words() const;
};

/// Takes anything that can be typed; there is no wrong syntax. A word must occur in some form of
/// its family; "words in quotes" as they stand; `akhir*` any ending; `"tata kelola"~5` the words
/// within five words of each other; `-kata` must not occur; OR or ATAU asks for either. What has no
/// letter or digit is nothing.
SearchQuery parse_search_query(std::string_view typed);

}  // namespace text
