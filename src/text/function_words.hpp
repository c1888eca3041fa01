// The words that only join others, such as yang, dengan, of: what a suggestion does not ask for.
#pragma once

#include <string_view>

namespace text {

/// Whether the word, folded as `fold` gives it, is on our list (words/function_words.txt). For
/// suggestions only: searching takes every word that is typed.
bool is_function_word(std::string_view folded_word);

}  // namespace text
