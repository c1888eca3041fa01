// Exceptions first, then the dictionary, then the rules, then what is left for words of no
// dictionary.
#include "text/stemmer.hpp"

#include <algorithm>
#include <array>

#include "base/digest.hpp"
#include "text/english_stem.hpp"

namespace text {

namespace {

// Raised when the rules change, so that old indexes are made afresh.
constexpr std::string_view rules_version = "1";
constexpr std::size_t words_remembered_max = 200'000;
constexpr std::size_t letters_min = 4;

bool has_only_letters(std::string_view word) {
  return std::ranges::all_of(word, [](char byte) { return byte >= 'a' && byte <= 'z'; });
}

// What begins or ends like Indonesian is not taken for English.
bool looks_indonesian(std::string_view word) {
  constexpr std::array<std::string_view, 8> beginnings = {
      "meng", "meny", "mem", "peng", "peny", "ber", "ter", "di"};
  constexpr std::array<std::string_view, 6> endings = {"nya", "kan", "kah", "lah", "itas", "asi"};
  return std::ranges::any_of(endings, [&](auto end) { return word.ends_with(end); }) ||
         (std::ranges::any_of(beginnings, [&](auto begin) { return word.starts_with(begin); }) &&
          (word.ends_with("an") || word.ends_with("i")));
}

}  // namespace

Stemmer::Pairs Stemmer::parse_pairs(std::string_view list) {
  Pairs pairs;
  while (!list.empty()) {
    const auto line = list.substr(0, list.find('\n'));
    list.remove_prefix(std::min(line.size() + 1, list.size()));
    if (line.empty() || line.starts_with('#')) continue;
    const auto space = std::min(line.find(' '), line.size());
    const auto second = line.substr(std::min(space + 1, line.size()));
    pairs.emplace(line.substr(0, space), second);
  }
  return pairs;
}

Stemmer::Stemmer(Lexicon dictionary, const WordLists& lists)
    : dictionary_(std::move(dictionary)),
      roots_(parse_pairs(lists.roots)),
      exceptions_(parse_pairs(lists.exceptions)),
      spellings_(parse_pairs(lists.spellings)),
      compounds_(parse_pairs(lists.compounds)) {
  std::string all(rules_version);
  for (const auto list : {lists.roots, lists.exceptions, lists.spellings, lists.compounds})
    all += list;
  fingerprint_ = base::sha256(all + dictionary_.digest()).substr(0, 16);
}

std::optional<Root> Stemmer::look_up(std::string_view word) const {
  if (roots_.contains(word) || spellings_.contains(word) || compounds_.contains(word))
    return Root{.is_our_own = true};
  if (const auto flags = dictionary_.flags_of(word)) return Root{.flags = *flags};
  return std::nullopt;
}

std::string_view Stemmer::in_standard_spelling(std::string_view word) const {
  const auto found = spellings_.find(word);
  return found == spellings_.end() ? word : std::string_view(found->second);
}

Stemmer::Found Stemmer::find_afresh(std::string_view word) const {
  if (const auto known = exceptions_.find(word); known != exceptions_.end())
    return {known->second, true};
  if (word.find('-') != std::string_view::npos) return find_in_parts(word);
  if (!has_only_letters(word)) return {std::string(word), false};
  if (word.size() < letters_min) return {std::string(word), look_up(word).has_value()};
  if (const auto root = find_root(word, *this))
    return {std::string(in_standard_spelling(*root)), true};
  const auto bare = strip_clitics(word);
  if (looks_indonesian(word) || bare.size() < word.size()) return {std::string(bare), false};
  return {stem_english(word), false};
}

// buku-buku is buku, sayur-mayur stays; a clitic behind the hyphen goes.
Stemmer::Found Stemmer::find_in_parts(std::string_view word) const {
  const auto hyphen = word.find('-');
  const auto first = word.substr(0, hyphen);
  const auto second = word.substr(hyphen + 1);
  if (second == "nya" || second == "ku" || second == "mu") return find_afresh(first);
  if (first.empty() || second.empty() || second.find('-') != std::string_view::npos)
    return {std::string(word), false};
  auto one = find_afresh(first);
  const auto other = find_afresh(second);
  if (one.stem == other.stem) return one;
  return {std::string(word), dictionary_.knows(word)};
}

const Stemmer::Found& Stemmer::find(std::string_view word) {
  if (const auto met = met_.find(word); met != met_.end()) return met->second;
  if (met_.size() >= words_remembered_max) met_.clear();
  return met_.emplace(word, find_afresh(word)).first->second;
}

std::string_view Stemmer::stem(std::string_view folded_word) {
  return find(folded_word).stem;
}

std::string_view Stemmer::parts_of(std::string_view stem) const {
  const auto found = compounds_.find(stem);
  return found == compounds_.end() ? std::string_view() : std::string_view(found->second);
}

bool Stemmer::knows(std::string_view folded_word) {
  return find(folded_word).is_root;
}

}  // namespace text
