// The words of a text as finding compares them: each with its stem, compounds apart and fused.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/stemmer.hpp"

namespace finding {

/// A word of a text and what it is found by.
struct PassageWord {
  std::string folded;
  std::string stem;
  /// Beside its stem: the parts of a compound, or the compound that it makes with the word before.
  std::vector<std::string> further;
};

/// The words of a text in order, function words included.
std::vector<PassageWord> read_words(std::string_view text, text::Stemmer& stemmer);

}  // namespace finding
