// How common words are among all passages: what makes a rare word tell more than a common one.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace finding {

struct Statistics {
  std::int64_t passages = 0;                                 ///< of all documents
  double mean_words = 0;                                     ///< of a passage
  std::map<std::string, std::int64_t, std::less<>> holding;  ///< passages that hold a stem

  /// Passages that hold the stem; 0 where it was not counted.
  [[nodiscard]] std::int64_t count(std::string_view stem) const;

  /// ln(1 + (N - n + 1/2) / (n + 1/2)), never below 0. Source: the weight of Robertson and Spärck
  /// Jones (1976) without relevance information, with 1 added as Lucene does.
  [[nodiscard]] double rarity(std::string_view stem) const;
};

}  // namespace finding
