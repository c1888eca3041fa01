// Tries every way of taking suffixes, then prefixes, and keeps the best root.
#include "text/confix.hpp"

#include <algorithm>
#include <array>

namespace text {

namespace {

constexpr int prefixes_max = 3;
constexpr std::size_t root_letters_min = 3;
constexpr std::size_t word_letters_max = 40;

constexpr std::array<std::string_view, 5> particles = {"", "lah", "kah", "tah", "pun"};
constexpr std::array<std::string_view, 4> possessives = {"", "nya", "ku", "mu"};
constexpr std::array<std::string_view, 4> suffixes = {"", "kan", "an", "i"};

/// A prefix, and the letters that may have stood where its nasal stands now.
struct Prefix {
  std::string_view letters;
  std::string_view kind;      ///< the prefix in its plain form
  std::string_view before;    ///< letters that it stands before; empty: any
  std::string_view restored;  ///< put back in front of what is left; empty: nothing
};

constexpr std::string_view vowels = "aiueo";

constexpr std::array prefixes = {
    Prefix{"di", "di", "", ""},
    Prefix{"ke", "ke", "", ""},
    Prefix{"se", "se", "", ""},
    Prefix{"ku", "ku", "", ""},
    Prefix{"kau", "ku", "", ""},
    Prefix{"ber", "ber", "", ""},
    Prefix{"be", "ber", "", ""},
    Prefix{"bel", "ber", "a", ""},
    Prefix{"ter", "ter", "", ""},
    Prefix{"te", "ter", "rkplt", ""},
    Prefix{"per", "per", "", ""},
    Prefix{"pel", "per", "a", ""},
    Prefix{"me", "me", "lrwymn", ""},
    Prefix{"pe", "pe", "lrwymnktpdjbgs", ""},
    Prefix{"mem", "me", "bfvp", ""},
    Prefix{"pem", "pe", "bfvp", ""},
    Prefix{"mem", "me", "aiueorl", "p"},
    Prefix{"pem", "pe", "aiueorl", "p"},
    Prefix{"men", "me", "cdjzst", ""},
    Prefix{"pen", "pe", "cdjzst", ""},
    Prefix{"men", "me", "aiueor", "t"},
    Prefix{"pen", "pe", "aiueor", "t"},
    Prefix{"meng", "me", "aiueoghkq", ""},
    Prefix{"peng", "pe", "aiueoghkq", ""},
    Prefix{"meng", "me", "aiueorl", "k"},
    Prefix{"peng", "pe", "aiueorl", "k"},
    Prefix{"menge", "me", "", ""},
    Prefix{"penge", "pe", "", ""},
    Prefix{"meny", "me", "aiueo", "s"},
    Prefix{"peny", "pe", "aiueo", "s"},
};

/// Before a root of one syllable me- and pe- become menge- and penge-.
bool is_one_syllable(std::string_view root) {
  return root.size() <= 4 &&
         std::ranges::count_if(root, [](char c) { return vowels.find(c) != vowels.npos; }) == 1;
}

/// Pairs of outermost prefix and suffix that never go together.
bool may_go_together(std::string_view prefix, std::string_view suffix) {
  if (prefix == "ber") return suffix != "i";
  if (prefix == "di" || prefix == "me" || prefix == "ter") return suffix != "an";
  if (prefix == "ke" || prefix == "se") return suffix != "i" && suffix != "kan";
  if (prefix == "pe") return suffix != "kan" && suffix != "i";
  return true;
}

/// Whether the dictionary's flags name this prefix with this suffix: B ber-, D di-, K ke-, M me-,
/// P pe-, R per-, S se-, T ter-, and behind it the class of the suffix; a0, i0 and k0 alone.
bool is_attested(std::string_view flags, std::string_view prefix, std::string_view suffix) {
  struct Class {
    std::string_view affix;
    std::string_view letters;
  };

  constexpr std::array<Class, 9> firsts = {{{"ber", "B"},
                                            {"di", "D"},
                                            {"ke", "K"},
                                            {"me", "M"},
                                            {"pe", "P"},
                                            {"per", "R"},
                                            {"se", "S"},
                                            {"ter", "T"},
                                            {"ku", "O"}}};
  constexpr std::array<Class, 4> seconds = {
      {{"", "0EGKNMPRSBT"}, {"an", "afglocnqsv"}, {"i", "igmptw"}, {"kan", "khgoqux"}}};
  if (prefix.empty() && suffix.empty()) return true;
  const auto letters_of = [](const auto& classes, std::string_view affix) {
    const auto found = std::ranges::find(classes, affix, &Class::affix);
    return found == classes.end() ? std::string_view() : found->letters;
  };
  const auto first = prefix.empty() ? suffix.substr(0, 1) : letters_of(firsts, prefix);
  const auto second = prefix.empty() ? "0" : letters_of(seconds, suffix);
  for (std::size_t i = 0; i + 1 < flags.size(); i += 2)
    if (first.find(flags[i]) != vowels.npos && second.find(flags[i + 1]) != vowels.npos)
      return true;
  return false;
}

struct Candidate {
  std::string root;
  int affixes = 0;
  int restored = 0;
  bool is_attested = false;
  bool is_productive = false;
};

class Search {
 public:
  explicit Search(const RootSource& roots) : roots_(roots) {}

  void try_word(std::string_view word) {
    for (const auto particle : particles) {
      if (!word.ends_with(particle)) continue;
      const auto bare = word.substr(0, word.size() - particle.size());
      for (const auto possessive : possessives)
        if (bare.ends_with(possessive))
          try_suffixes(bare.substr(0, bare.size() - possessive.size()),
                       (particle.empty() ? 0 : 1) + (possessive.empty() ? 0 : 1));
    }
  }

  [[nodiscard]] const std::optional<Candidate>& best() const { return best_; }

 private:
  void try_suffixes(std::string_view word, int affixes) {
    for (const auto suffix : suffixes) {
      if (!word.ends_with(suffix)) continue;
      suffix_ = suffix;
      const Candidate start{std::string(word.substr(0, word.size() - suffix.size())),
                            affixes + (suffix.empty() ? 0 : 1)};
      try_prefixes(start, {}, 0);
    }
  }

  void try_prefixes(const Candidate& now, std::string_view last_kind, int depth) {
    if (now.root.size() < root_letters_min) return;
    if (depth == 0) outermost_ = {};
    if (const auto root = roots_.look_up(now.root)) weigh(now, *root);
    if (depth == prefixes_max) return;
    for (const auto& prefix : prefixes) {
      if (prefix.kind == last_kind || !now.root.starts_with(prefix.letters)) continue;
      if (depth == 0 && !may_go_together(prefix.kind, suffix_)) continue;
      const auto rest = std::string_view(now.root).substr(prefix.letters.size());
      if (rest.empty() || (!prefix.before.empty() && prefix.before.find(rest[0]) == vowels.npos))
        continue;
      if (prefix.letters.ends_with("nge") && !is_one_syllable(rest)) continue;
      if (depth == 0) outermost_ = prefix.kind;
      try_prefixes({std::string(prefix.restored) + std::string(rest),
                    now.affixes + 1,
                    now.restored + (prefix.restored.empty() ? 0 : 1)},
                   prefix.kind,
                   depth + 1);
    }
  }

  void weigh(Candidate found, const Root& root) {
    constexpr std::size_t flags_of_many = 6;  // three affixes
    constexpr std::size_t letters_alone = 5;
    found.is_productive = root.is_our_own || root.flags.size() >= flags_of_many;
    found.is_attested = root.is_our_own || is_attested(root.flags, outermost_, suffix_);
    const bool is_likely =
        found.is_attested || found.is_productive || found.root.size() >= letters_alone;
    if (is_likely) keep(found);
  }

  void keep(const Candidate& found) {
    const auto is_better = [&](const Candidate& other) {
      if (found.is_attested != other.is_attested) return found.is_attested;
      if (found.is_productive != other.is_productive) return found.is_productive;
      if (found.root.size() != other.root.size()) return found.root.size() > other.root.size();
      if (found.affixes != other.affixes) return found.affixes < other.affixes;
      return found.restored < other.restored;
    };
    if (!best_ || is_better(*best_)) best_ = found;
  }

  const RootSource& roots_;
  std::string_view suffix_;
  std::string_view outermost_;
  std::optional<Candidate> best_;
};

}  // namespace

std::optional<std::string> find_root(std::string_view word, const RootSource& roots) {
  if (word.size() > word_letters_max) return std::nullopt;
  Search search(roots);
  search.try_word(word);
  if (!search.best()) return std::nullopt;
  return search.best()->root;
}

std::string_view strip_clitics(std::string_view word) {
  constexpr std::size_t left_min = 4;
  for (const auto endings : {std::array<std::string_view, 3>{"lah", "kah", "pun"},
                             std::array<std::string_view, 3>{"nya", "nya", "nya"}})
    for (const auto ending : endings)
      if (word.ends_with(ending) && word.size() >= ending.size() + left_min) {
        word.remove_suffix(ending.size());
        break;
      }
  return word;
}

}  // namespace text
