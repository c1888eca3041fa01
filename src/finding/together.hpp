// Whether the words of a search term stand close together in a passage.
#pragma once

#include <string_view>
#include <vector>

#include "finding/need.hpp"
#include "finding/passage_words.hpp"

namespace finding {

/// Whether the word is found by this stem: as its own, as a part of a compound, or as a compound.
bool is_found_by(const PassageWord& word, std::string_view stem);

/// The words of the passage in which the term stands for the first time: all its stems within as
/// many words as it has and three more, in any order. Empty where it does not.
std::vector<std::string> find_together(const WantedTerm& term,
                                       const std::vector<PassageWord>& passage);

}  // namespace finding
