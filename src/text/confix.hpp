// Takes Indonesian affixes off a word until a root of the dictionary is left.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace text {

/// What a dictionary says of a root.
struct Root {
  bool is_our_own = false;      ///< from our list: taken to bear any affix
  std::string_view flags = {};  ///< of hunspell-id, two letters each: which affixes it bears
};

/// Where roots are looked up.
class RootSource {
 public:
  virtual ~RootSource() = default;
  [[nodiscard]] virtual std::optional<Root> look_up(std::string_view word) const = 0;

 protected:
  RootSource() = default;
  RootSource(const RootSource&) = default;
  RootSource(RootSource&&) = default;
  RootSource& operator=(const RootSource&) = default;
  RootSource& operator=(RootSource&&) = default;
};

/// The best root of a folded word of a to z that the rules of Indonesian word formation lead back
/// to: a particle, a possessive and a suffix behind it, up to three prefixes before it, their nasal
/// turned back into the letter that it replaced. A root that is known to bear just these affixes
/// goes before others, then one that bears many, then the longer one, then the one with fewer
/// affixes, then the one whose first letter was not replaced. Empty where no root is found.
///
/// Source: the classes of affixes and the pairs that never go together follow the description by
/// Adriani et al. (2007), "Stemming Indonesian: A confix-stripping approach"; the preference among
/// roots is our own.
std::optional<std::string> find_root(std::string_view word, const RootSource& roots);

/// What is left of a word that no rule leads to a root: without particle and possessive.
std::string_view strip_clitics(std::string_view word);

}  // namespace text
