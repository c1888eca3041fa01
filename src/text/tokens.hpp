// Cuts a text into words, each with its place and its folded form for comparing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/quote.hpp"

namespace text {

/// A word: letters and digits in a row, a hyphen or apostrophe between letters ends it.
struct Token {
  std::string folded;  ///< as fold() gives it
  Span range;          ///< code points of the text
};

/// The words of a text in order.
std::vector<Token> find_words(std::string_view text);

}  // namespace text
