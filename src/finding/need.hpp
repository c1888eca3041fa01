// What an indicator asks for, as words that can be looked for, each with the parts of the model
// that it comes from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.hpp"
#include "text/stemmer.hpp"

namespace finding {

/// Where a wanted word comes from.
enum class Part {
  name,       ///< the indicator's name
  criterion,  ///< what a level asks for
  check,      ///< a condition of a level
  evidence,   ///< a kind of evidence that a level wants
  term,       ///< one of the model's search terms
  cited,      ///< passages that people cited for the indicator, or accepted
  rejected,   ///< passages whose citation was rejected
  companion,  ///< words that stand beside the search terms in the office's own documents
};

/// The word by which a part is named in data: "criterion".
std::string_view name_of(Part part);

struct Origin {
  Part part = Part::criterion;
  int level = 0;     ///< of a criterion, a check, a kind of evidence
  std::string code;  ///< of a check: 3b; of a search term: the term as the model has it
  bool operator==(const Origin&) const = default;
};

/// A stem that is looked for. Its weight is the sum of what the model, feedback and companions
/// give.
struct WantedWord {
  std::string stem;
  std::string word;  ///< folded, in the form in which it was met first
  double from_model = 0;
  double from_feedback = 0;  ///< below 0 where only rejected passages hold it
  double from_companions = 0;
  std::vector<Origin> origins;

  [[nodiscard]] double weight() const { return from_model + from_feedback + from_companions; }
};

/// A search term; one of several words is worth more where they stand together.
struct WantedTerm {
  std::string term;                ///< as the model has it
  std::vector<std::string> stems;  ///< in order, function words left out
};

struct Need {
  std::vector<WantedWord> words;  ///< by stem
  std::vector<WantedTerm> terms;

  [[nodiscard]] const WantedWord* find(std::string_view stem) const;
  WantedWord& obtain(std::string_view stem, std::string_view word);
};

/// The words of one indicator: of all its levels, or of one (criterion, checks and kinds of
/// evidence of that level), and its name and search terms. Criteria and checks count in Indonesian,
/// or in English where the model has no Indonesian; search terms in both. A word counts once for
/// each part, and less the more indicators of the model use it: what stands in every criterion
/// tells nothing. `indicator` is a position in Model::indicators.
Need make_need(const model::Model& model,
               std::size_t indicator,
               std::optional<int> level,
               text::Stemmer& stemmer);

}  // namespace finding
