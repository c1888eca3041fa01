// Counts of passages and the weight that follows from them.
#include "finding/statistics.hpp"

#include <algorithm>
#include <cmath>

namespace finding {

std::int64_t Statistics::count(std::string_view stem) const {
  const auto found = holding.find(stem);
  return found == holding.end() ? 0 : found->second;
}

double Statistics::rarity(std::string_view stem) const {
  const auto with = static_cast<double>(std::min(count(stem), passages));
  return std::log1p((static_cast<double>(passages) - with + 0.5) / (with + 0.5));
}

}  // namespace finding
