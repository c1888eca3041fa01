// The word lists of our own, as they stand in words/.
#pragma once

#include <string_view>

namespace text {

/// Comments begin with #; an entry a line; a pair is parted by a space.
struct WordLists {
  std::string_view roots;       ///< roots of administration beside the dictionary's
  std::string_view exceptions;  ///< word, root
  std::string_view spellings;   ///< found, standard
  std::string_view compounds;   ///< fused, then its parts
  std::string_view stop_words;  ///< function words, Indonesian and English
};

/// The lists embedded in the program.
WordLists shipped_word_lists();

}  // namespace text
