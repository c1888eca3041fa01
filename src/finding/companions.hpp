// Finds words that stand beside the search terms in the office's own documents.
#pragma once

#include <string>
#include <vector>

#include "finding/need.hpp"
#include "finding/passage_words.hpp"
#include "finding/statistics.hpp"

namespace finding {

/// Stems that stand in at least three of the passages that hold a search term, and that the need
/// does not have: their counts are needed next.
std::vector<std::string> list_companions(const Need& need,
                                         const std::vector<std::vector<PassageWord>>& passages);

/// Adds the eight of them that are bound closest to the search terms, if bound at all, for at most
/// 0.15 of the heaviest wanted word: normalized pointwise mutual information of "the passage holds
/// a search term" and "the passage holds the stem", from 0.3 on. `passages` are candidates; the
/// counts in `statistics` are of all passages. Source: Bouma (2009), after Church and Hanks (1990).
void add_companions(Need& need,
                    const std::vector<std::vector<PassageWord>>& passages,
                    const Statistics& statistics);

}  // namespace finding
