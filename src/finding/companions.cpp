// Counts stems in passages with a search term, and compares with how common they are at large.
#include "finding/companions.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "finding/together.hpp"
#include "text/function_words.hpp"

namespace finding {

namespace {

constexpr std::int64_t passages_least = 3;
constexpr std::size_t companions_max = 8;
constexpr double binding_least = 0.3;
constexpr double worth_of_companion = 0.15;

struct Counted {
  std::string word;
  std::int64_t passages = 0;
};

struct Neighbours {
  std::int64_t passages = 0;  ///< that hold a search term
  std::map<std::string, Counted> stems;
};

bool holds_term(const Need& need, const std::vector<PassageWord>& passage) {
  return std::ranges::any_of(
      need.terms, [&](const WantedTerm& term) { return !find_together(term, passage).empty(); });
}

bool says_something(const PassageWord& word) {
  constexpr std::size_t letters_least = 4;
  return word.stem.size() >= letters_least && !text::is_function_word(word.folded) &&
         word.stem.find_first_of("0123456789") == std::string::npos;
}

Neighbours count_neighbours(const Need& need,
                            const std::vector<std::vector<PassageWord>>& passages) {
  Neighbours found;
  for (const auto& passage : passages) {
    if (!holds_term(need, passage)) continue;
    ++found.passages;
    std::set<std::string_view> met;
    for (const auto& word : passage) {
      if (!says_something(word) || !met.insert(word.stem).second) continue;
      auto& counted = found.stems[word.stem];
      if (counted.passages++ == 0) counted.word = word.folded;
    }
  }
  std::erase_if(found.stems, [&](const auto& stem) {
    return stem.second.passages < passages_least || need.find(stem.first) != nullptr;
  });
  return found;
}

/// From -1 (never together) over 0 (by chance) to 1 (only together).
double measure_binding(std::int64_t together,
                       std::int64_t with_term,
                       std::int64_t with_stem,
                       std::int64_t all) {
  const auto n = static_cast<double>(all);
  const double joint = static_cast<double>(together) / n;
  const double by_chance = (static_cast<double>(with_term) / n) *
                           (static_cast<double>(std::max(with_stem, together)) / n);
  if (joint >= 1) return 0;
  return std::log(joint / by_chance) / -std::log(joint);
}

}  // namespace

std::vector<std::string> list_companions(const Need& need,
                                         const std::vector<std::vector<PassageWord>>& passages) {
  std::vector<std::string> stems;
  for (const auto& [stem, counted] : count_neighbours(need, passages).stems) stems.push_back(stem);
  return stems;
}

void add_companions(Need& need,
                    const std::vector<std::vector<PassageWord>>& passages,
                    const Statistics& statistics) {
  struct Companion {
    std::string stem;
    std::string word;
    double binding = 0;
  };

  const auto neighbours = count_neighbours(need, passages);
  double heaviest = 0;
  for (const auto& word : need.words) heaviest = std::max(heaviest, word.from_model);
  std::vector<Companion> companions;
  for (const auto& [stem, counted] : neighbours.stems) {
    const double binding = measure_binding(
        counted.passages, neighbours.passages, statistics.count(stem), statistics.passages);
    if (binding >= binding_least) companions.push_back({stem, counted.word, binding});
  }
  std::ranges::stable_sort(companions, std::ranges::greater{}, &Companion::binding);
  if (companions.size() > companions_max) companions.resize(companions_max);
  for (const auto& one : companions) {
    auto& wanted = need.obtain(one.stem, one.word);
    wanted.from_companions = worth_of_companion * heaviest * one.binding;
    wanted.origins.push_back({Part::companion, 0, {}});
  }
}

}  // namespace finding
