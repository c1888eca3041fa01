// Where sentences of Indonesian and English office prose begin.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace text {

/// The byte at which each sentence begins, in order; the first is the first word of the text. A
/// sentence may run over lines; an empty line ends it, and so does a list mark that opens a line
/// ("a.", "1.", "(2)", "•"), which belongs to the sentence behind it. Full stops of abbreviations
/// (No., Jl., dsb., a.n., d.h., S.H.), of initials, of list marks and inside numbers end nothing.
/// A semicolon ends a sentence where a line ends with it, as in lists of regulations. Empty for a
/// text without words.
std::vector<std::size_t> find_sentences(std::string_view text);

}  // namespace text
