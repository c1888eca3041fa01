// Goes through each passage once and adds up.
#include "finding/ranking.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "finding/together.hpp"

namespace finding {

namespace {

struct Occurrences {
  int count = 0;
  std::vector<std::string> forms;
};

/// How often each wanted word stands in the passage, and in which forms.
std::map<const WantedWord*, Occurrences> count_wanted(const Need& need,
                                                      const std::vector<PassageWord>& passage) {
  std::map<const WantedWord*, Occurrences> counts;
  const auto take = [&](std::string_view stem, const PassageWord& word) {
    const auto* wanted = need.find(stem);
    if (wanted == nullptr) return;
    auto& occurrences = counts[wanted];
    ++occurrences.count;
    if (std::ranges::find(occurrences.forms, word.folded) == occurrences.forms.end())
      occurrences.forms.push_back(word.folded);
  };
  for (const auto& word : passage) {
    take(word.stem, word);
    for (const auto& stem : word.further) take(stem, word);
  }
  return counts;
}

class Scoring {
 public:
  Scoring(const Need& need, const Statistics& statistics, const Tuning& tuning)
      : need_(need), statistics_(statistics), tuning_(tuning) {}

  [[nodiscard]] RankedPassage score(std::size_t position,
                                    const std::vector<PassageWord>& passage) const {
    RankedPassage ranked;
    ranked.position = position;
    add_words(passage, ranked);
    add_terms(passage, ranked);
    std::erase_if(ranked.matches, [](const Match& match) { return match.gain <= 0; });
    std::ranges::stable_sort(ranked.matches, std::ranges::greater{}, &Match::gain);
    return ranked;
  }

 private:
  void add_words(const std::vector<PassageWord>& passage, RankedPassage& ranked) const {
    const double length = statistics_.mean_words <= 0
                              ? 1
                              : static_cast<double>(passage.size()) / statistics_.mean_words;
    const double damping = tuning_.saturation * (1 - tuning_.length + tuning_.length * length);
    for (auto& [wanted, occurrences] : count_wanted(need_, passage)) {
      const double count = occurrences.count;
      const double unit =
          statistics_.rarity(wanted->stem) * count * (tuning_.saturation + 1) / (count + damping);
      const double gain = wanted->weight() * unit;
      ranked.score += gain;
      ranked.by_feedback += wanted->from_feedback * unit;
      ranked.by_companions += wanted->from_companions * unit;
      ranked.matches.push_back({wanted->word, occurrences.forms, wanted->origins, gain});
    }
  }

  void add_terms(const std::vector<PassageWord>& passage, RankedPassage& ranked) const {
    for (const auto& term : need_.terms) {
      if (term.stems.size() < 2) continue;
      auto found = find_together(term, passage);
      if (found.empty()) continue;
      double rarities = 0;
      for (const auto& stem : term.stems) rarities += statistics_.rarity(stem);
      const double gain = tuning_.words_together * rarities;
      ranked.score += gain;
      ranked.matches.push_back({term.term, std::move(found), {{Part::term, 0, term.term}}, gain});
    }
  }

  const Need& need_;
  const Statistics& statistics_;
  const Tuning& tuning_;
};

}  // namespace

std::vector<RankedPassage> rank(const Need& need,
                                const Statistics& statistics,
                                const std::vector<std::vector<PassageWord>>& candidates,
                                const Tuning& tuning) {
  const Scoring scoring(need, statistics, tuning);
  std::vector<RankedPassage> ranked;
  ranked.reserve(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    auto one = scoring.score(i, candidates[i]);
    if (one.score > 0) ranked.push_back(std::move(one));
  }
  std::ranges::stable_sort(ranked, std::ranges::greater{}, &RankedPassage::score);
  return ranked;
}

std::vector<std::string> choose_probes(const Need& need,
                                       const Statistics& statistics,
                                       std::size_t count) {
  std::vector<std::pair<double, std::string>> worths;
  for (const auto& word : need.words)
    if (word.weight() > 0 && statistics.count(word.stem) > 0)
      worths.emplace_back(word.weight() * statistics.rarity(word.stem), word.stem);
  std::ranges::stable_sort(
      worths, std::ranges::greater{}, [](const auto& worth) { return worth.first; });
  if (worths.size() > count) worths.resize(count);
  std::vector<std::string> probes;
  probes.reserve(worths.size());
  for (auto& [worth, stem] : worths) probes.push_back(std::move(stem));
  return probes;
}

}  // namespace finding
