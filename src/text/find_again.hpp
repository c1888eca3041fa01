// Finds words again in a later text: the nearest stretch where they changed, the likeliest place
// where they stand several times.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/quote.hpp"

namespace text {

/// A stretch of words that is like the ones sought: 1 where every word is the same, folded.
struct NearWords {
  Span span;
  double similarity = 0;
};

/// The stretches of `text` whose words are most like those of `quote`, in order, all of one
/// similarity and none overlapping another; empty where none reaches `minimum` (above 0.5).
/// Similarity is 1 - edits / words, with an edit for each word put in, left out or replaced, over
/// the longer of both. Words are compared folded. Takes time in the order of words of the text
/// times the edits allowed.
std::vector<NearWords> find_nearest_words(std::string_view text,
                                          std::string_view quote,
                                          double minimum);

/// What is remembered of the former place of some words.
struct FormerPlace {
  std::string_view prefix;
  std::string_view suffix;
  double share = 0;  ///< how much of the former text stood before them, 0 to 1
};

/// A place that may be the one.
struct PlaceCandidate {
  Span span;
  bool same_unit = false;  ///< in a unit of the same number as formerly: "Pasal 5 ayat (2)"
};

/// The position of the likeliest of some candidates (at least one): the same unit counts as much as
/// all neighbouring words; of equals the one nearest to the former share of the text, then the
/// first.
std::size_t choose_place(std::string_view text,
                         const std::vector<PlaceCandidate>& candidates,
                         const FormerPlace& former);

}  // namespace text
