// Looks at the window behind each word that belongs to the term.
#include "finding/together.hpp"

#include <algorithm>

namespace finding {

bool is_found_by(const PassageWord& word, std::string_view stem) {
  return word.stem == stem || std::ranges::find(word.further, stem) != word.further.end();
}

std::vector<std::string> find_together(const WantedTerm& term,
                                       const std::vector<PassageWord>& passage) {
  constexpr std::size_t words_between = 3;
  const auto belongs = [&](const PassageWord& word) {
    return std::ranges::any_of(term.stems,
                               [&](const std::string& stem) { return is_found_by(word, stem); });
  };
  for (std::size_t first = 0; first < passage.size(); ++first) {
    if (!belongs(passage[first])) continue;
    const auto last = std::min(passage.size(), first + term.stems.size() + words_between);
    std::vector<std::string> found;
    for (const auto& stem : term.stems)
      for (std::size_t i = first; i < last; ++i)
        if (is_found_by(passage[i], stem)) {
          found.push_back(passage[i].folded);
          break;
        }
    if (found.size() == term.stems.size()) return found;
  }
  return {};
}

}  // namespace finding
