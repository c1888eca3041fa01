// Levenshtein's distance over bytes: names of verbs and options are ASCII.
#include "cli/near_miss.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace cli {

namespace {

constexpr std::size_t changes_max = 3;

std::size_t count_changes(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t k = 1; k <= b.size(); ++k) {
      const std::size_t substituted = diagonal + (a[i - 1] == b[k - 1] ? 0 : 1);
      diagonal = row[k];
      row[k] = std::min({row[k] + 1, row[k - 1] + 1, substituted});
    }
  }
  return row.back();
}

}  // namespace

std::string_view find_near_miss(std::string_view typed, std::span<const std::string_view> names) {
  std::string_view nearest;
  std::size_t fewest = std::min(changes_max + 1, (typed.size() + 1) / 2);
  for (const auto name : names) {
    const auto changes = count_changes(typed, name);
    if (changes >= fewest) continue;
    fewest = changes;
    nearest = name;
  }
  return nearest;
}

}  // namespace cli
