// Ranks passages by the words that an indicator asks for, and says which word did what.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "finding/need.hpp"
#include "finding/passage_words.hpp"
#include "finding/statistics.hpp"

namespace finding {

/// A wanted word or search term that a passage holds.
struct Match {
  std::string asked;               ///< as the model, or the cited passage, has it
  std::vector<std::string> found;  ///< the forms in the passage, folded, each once
  std::vector<Origin> origins;
  double gain = 0;  ///< its part of the score
};

struct RankedPassage {
  std::size_t position = 0;  ///< among the candidates
  double score = 0;
  double by_feedback = 0;      ///< part of the score; below 0 where rejected passages weigh more
  double by_companions = 0;    ///< part of the score
  std::vector<Match> matches;  ///< those that add to the score, most first
};

/// The constants of BM25, and what a search term adds where its words stand together.
struct Tuning {
  double saturation = 1.2;      ///< k1: how soon a further occurrence counts less
  double length = 0.4;          ///< b: 0 no regard to a passage's length, 1 full
  double words_together = 0.2;  ///< of the sum of the rarities of the term's stems
};

/// Candidates with a score above 0, best first, equal ones in their order. The score is the sum
/// over wanted words of weight, rarity and saturated occurrences (BM25: Robertson and Zaragoza,
/// 2009), and for each search term that stands together once more a part of its rarities.
std::vector<RankedPassage> rank(const Need& need,
                                const Statistics& statistics,
                                const std::vector<std::vector<PassageWord>>& candidates,
                                const Tuning& tuning = {});

/// The stems that fetch candidates: those with most weight times rarity that any passage holds.
std::vector<std::string> choose_probes(const Need& need,
                                       const Statistics& statistics,
                                       std::size_t count);

}  // namespace finding
