// Reads the parts of an indicator one by one and adds up what each word is worth.
#include "finding/need.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "finding/passage_words.hpp"
#include "text/function_words.hpp"

namespace finding {

namespace {

/// What a word is worth by the part that it stands in. Chosen on one half of the labelled set and
/// held against the other (docs/labelled): documents speak in the words of criteria, and search
/// terms alone bring up whatever touches the matter.
double worth_of(Part part) {
  return part == Part::criterion ? 1.0 : 0.5;
}

struct Sentence {
  std::string_view text;
  Origin origin;
};

std::string_view in_one_language(const model::Text& text) {
  return text.id.empty() ? text.en : text.id;
}

/// All that an indicator says, sentence by sentence, with where it stands.
std::vector<Sentence> list_sentences(const model::Node& node,
                                     const model::Indicator& indicator,
                                     std::optional<int> wanted) {
  const auto counts = [&](int level) { return !wanted || *wanted == level; };
  std::vector<Sentence> sentences = {{in_one_language(node.name), {Part::name, 0, {}}}};
  for (const auto& [level, text] : indicator.criteria)
    if (counts(level)) sentences.push_back({in_one_language(text), {Part::criterion, level, {}}});
  for (const auto& [level, checks] : indicator.checks)
    for (const auto& check : checks)
      if (counts(level))
        sentences.push_back({in_one_language(check.text), {Part::check, level, check.code}});
  for (const auto& [level, kinds] : indicator.evidence)
    for (const auto& kind : kinds)
      if (counts(level))
        sentences.push_back({in_one_language(kind.text), {Part::evidence, level, {}}});
  for (const auto* terms : {&indicator.terms_id, &indicator.terms_en})
    for (const auto& term : *terms) sentences.push_back({term, {Part::term, 0, term}});
  return sentences;
}

/// The words of a sentence that say something.
std::vector<PassageWord> read_content(std::string_view text, text::Stemmer& stemmer) {
  auto words = read_words(text, stemmer);
  std::erase_if(words, [](const PassageWord& word) {
    const bool is_number = word.folded.find_first_not_of("0123456789") == std::string::npos;
    return is_number || text::is_function_word(word.folded);
  });
  return words;
}

/// In how many indicators of the model each stem stands, in whatever part.
std::map<std::string, int> count_indicators(const model::Model& model, text::Stemmer& stemmer) {
  std::map<std::string, int> counts;
  for (std::size_t i = 0; i < model.indicators.size(); ++i) {
    const auto& node = model.nodes[static_cast<std::size_t>(model.leaves[i])];
    std::set<std::string> stems;
    for (const auto& sentence : list_sentences(node, model.indicators[i], std::nullopt))
      for (auto& word : read_content(sentence.text, stemmer)) stems.insert(std::move(word.stem));
    for (const auto& stem : stems) ++counts[stem];
  }
  return counts;
}

}  // namespace

std::string_view name_of(Part part) {
  switch (part) {
    case Part::name:
      return "name";
    case Part::criterion:
      return "criterion";
    case Part::check:
      return "check";
    case Part::evidence:
      return "evidence";
    case Part::term:
      return "term";
    case Part::cited:
      return "cited";
    case Part::rejected:
      return "rejected";
    case Part::companion:
      break;
  }
  return "companion";
}

const WantedWord* Need::find(std::string_view stem) const {
  const auto found = std::ranges::lower_bound(words, stem, {}, &WantedWord::stem);
  return found == words.end() || found->stem != stem ? nullptr : &*found;
}

WantedWord& Need::obtain(std::string_view stem, std::string_view word) {
  const auto found = std::ranges::lower_bound(words, stem, {}, &WantedWord::stem);
  if (found != words.end() && found->stem == stem) return *found;
  return *words.insert(found, {std::string(stem), std::string(word), 0, 0, 0, {}});
}

Need make_need(const model::Model& model,
               std::size_t indicator,
               std::optional<int> level,
               text::Stemmer& stemmer) {
  const auto& node = model.nodes[static_cast<std::size_t>(model.leaves[indicator])];
  const auto counts = count_indicators(model, stemmer);
  const auto all = static_cast<double>(model.indicators.size());
  Need need;
  std::set<std::pair<std::string, Part>> counted;
  for (const auto& [text, origin] : list_sentences(node, model.indicators[indicator], level)) {
    WantedTerm term{origin.code, {}};
    for (const auto& word : read_content(text, stemmer)) {
      auto& wanted = need.obtain(word.stem, word.folded);
      const double told = std::log1p(all / counts.at(word.stem)) / std::log1p(all);
      if (counted.emplace(word.stem, origin.part).second)
        wanted.from_model += worth_of(origin.part) * told;
      if (std::ranges::find(wanted.origins, origin) == wanted.origins.end())
        wanted.origins.push_back(origin);
      term.stems.push_back(word.stem);
    }
    if (origin.part == Part::term && !term.stems.empty()) need.terms.push_back(std::move(term));
  }
  return need;
}

}  // namespace finding
