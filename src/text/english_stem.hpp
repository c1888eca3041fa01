// The stem of an English word by Porter2. The one door to libstemmer.
#pragma once

#include <string>
#include <string_view>

namespace text {

/// The stem by Snowball's algorithm `english` (Porter2) of a folded word.
std::string stem_english(std::string_view folded_word);

}  // namespace text
