// Words that differ by a letter or two: slips of the finger, and what a scan has spoilt.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// Letters that may be changed, put in, left out or swapped with their neighbour in a word of this
/// many letters: none up to three, one up to six, two beyond.
int changes_allowed(std::int64_t letters);

/// A word that is there, and how often.
struct KnownWord {
  std::string word;
  std::int64_t count = 1;
};

/// Up to five of the words that look like the one typed, itself left out: fewest changes first,
/// then the more frequent, then by the alphabet. Letters that a scanner takes for one another (c
/// and e, l and i, rn and m, ll and u) together count as one change: pcnrbangllnan is pembangunan.
/// Source of the measure: Damerau (1964), restricted to adjacent swaps.
std::vector<std::string> choose_similar(std::string_view typed, std::span<const KnownWord> words);

/// The same with another number of changes allowed: for codes, which are short.
std::vector<std::string> choose_within(std::string_view typed,
                                       std::span<const KnownWord> words,
                                       int changes_allowed);

}  // namespace text
