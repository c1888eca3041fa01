// Makes the mean vector of each group and adds it to the need.
#include "finding/feedback.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "text/function_words.hpp"

namespace finding {

namespace {

constexpr std::size_t stems_max = 20;
constexpr double worth_of_cited = 0.5;
constexpr double worth_of_rejected = 0.25;
constexpr double kept_of_model = 0.2;

struct Stem {
  std::string stem;
  std::string word;
  double weight = 0;
};

using Vector = std::map<std::string, Stem>;

Vector make_vector(const std::vector<PassageWord>& words, const Statistics& statistics) {
  Vector vector;
  for (const auto& word : words) {
    if (text::is_function_word(word.folded) || word.stem.find_first_of("0123456789") == 0) continue;
    auto& one = vector[word.stem];
    if (one.weight == 0) one = {word.stem, word.folded, 0};
    one.weight += statistics.rarity(word.stem);
  }
  double squares = 0;
  for (const auto& [stem, one] : vector) squares += one.weight * one.weight;
  for (auto& [stem, one] : vector) one.weight /= std::sqrt(squares);
  return vector;
}

/// The heaviest stems of the mean of a group, the first of them with weight 1; equal ones by the
/// alphabet.
std::vector<Stem> find_mean(const std::vector<JudgedPassage>& judged,
                            bool is_rejected,
                            const Statistics& statistics) {
  Vector sum;
  for (const auto& passage : judged) {
    if (passage.is_rejected != is_rejected) continue;
    for (auto& [stem, one] : make_vector(passage.words, statistics)) {
      auto& total = sum[stem];
      one.weight += total.weight;
      total = one;
    }
  }
  std::vector<Stem> stems;
  stems.reserve(sum.size());
  for (auto& [stem, one] : sum) stems.push_back(std::move(one));
  std::ranges::stable_sort(stems, std::ranges::greater{}, &Stem::weight);
  if (stems.size() > stems_max) stems.resize(stems_max);
  const double heaviest = stems.empty() ? 0 : stems.front().weight;
  if (heaviest > 0)
    for (auto& stem : stems) stem.weight /= heaviest;
  return stems;
}

double find_heaviest(const Need& need) {
  double heaviest = 0;
  for (const auto& word : need.words) heaviest = std::max(heaviest, word.from_model);
  return heaviest;
}

void move(Need& need, const std::vector<Stem>& stems, double worth, Part part) {
  for (const auto& stem : stems) {
    auto& wanted = need.obtain(stem.stem, stem.word);
    wanted.from_feedback += worth * stem.weight;
    wanted.origins.push_back({part, 0, {}});
  }
}

}  // namespace

void add_feedback(Need& need,
                  const std::vector<JudgedPassage>& judged,
                  const Statistics& statistics) {
  const double heaviest = find_heaviest(need);
  move(need, find_mean(judged, false, statistics), worth_of_cited * heaviest, Part::cited);
  move(need, find_mean(judged, true, statistics), -worth_of_rejected * heaviest, Part::rejected);
  for (auto& word : need.words)
    word.from_feedback =
        std::max(word.from_feedback,
                 -(1 - kept_of_model) * word.from_model - (word.from_model > 0 ? 0 : heaviest));
}

}  // namespace finding
