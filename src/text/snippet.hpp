// The words around a hit, with the words that were searched for marked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/quote.hpp"
#include "text/search_query.hpp"
#include "text/stemmer.hpp"

namespace text {

/// A part of a passage on one line, and what to mark in it, as code points of `text`.
struct Snippet {
  std::string text;
  std::vector<Span> marks;
};

/// About `width` characters of `passage` where most words of `query` stand close together, cut
/// between words with an ellipsis, white space as single spaces. Marked is what the search finds:
/// any form of a word's family, a phrase's words as they stand, every word that begins like a
/// prefix. Without a hit: the beginning of the passage and no marks.
Snippet find_snippet(std::string_view passage,
                     const SearchQuery& query,
                     Stemmer& stemmer,
                     int width);

}  // namespace text
