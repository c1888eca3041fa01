// Learns from what people cited and rejected: which words their passages have in common.
#pragma once

#include <vector>

#include "finding/need.hpp"
#include "finding/passage_words.hpp"
#include "finding/statistics.hpp"

namespace finding {

/// A passage about which a person has decided something for the indicator.
struct JudgedPassage {
  std::vector<PassageWord> words;
  bool is_rejected = false;
};

/// Moves the need towards the passages that were cited and away from those that were rejected. Each
/// passage is a vector of its stems (occurrences times rarity, of length 1); of the mean of each
/// group the 20 heaviest stems count, the heaviest as much as half (cited) or a quarter (rejected)
/// of the heaviest wanted word. A word of the model keeps at least a fifth of its weight. Source:
/// Rocchio (1971), with the customary ratio of its two constants lowered, since a citation may be
/// rejected for its form and not for its matter.
void add_feedback(Need& need,
                  const std::vector<JudgedPassage>& judged,
                  const Statistics& statistics);

}  // namespace finding
