// A passage as the search index keeps it: its words, their stems, and compounds both apart and
// fused.
#pragma once

#include <string>
#include <string_view>

#include "text/stemmer.hpp"

namespace text {

/// Three lines of words parted by spaces. `surface` and `stems` have one word for each word of the
/// passage, so that phrases and distances hold in both.
struct IndexTerms {
  std::string surface;
  std::string stems;
  /// Beside them: tindaklanjut for "tindak lanjut", tindak and lanjut for "menindaklanjuti", and
  /// the whole word for one that a hyphen parts at the end of a line.
  std::string compounds;
};

IndexTerms make_index_terms(std::string_view passage, Stemmer& stemmer);

}  // namespace text
