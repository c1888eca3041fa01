// Parts names at commas and at words in lower case, as BibTeX does.
#include "ingest/person_names.hpp"

#include "ingest/latex.hpp"
#include "text/unicode.hpp"

namespace ingest {

namespace {

using assessment::PersonName;
using Words = std::vector<std::string>;

bool is_space(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

std::string trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\n\r");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\n\r") + 1 - begin));
}

bool says_and(std::string_view rest) {
  constexpr std::string_view small = "and";
  constexpr std::string_view large = "AND";
  if (rest.size() < 4 || !is_space(rest[3])) return false;
  for (std::size_t i = 0; i < small.size(); ++i)
    if (rest[i] != small[i] && rest[i] != large[i]) return false;
  return true;
}

// The pieces between separators that stand outside of braces.
Words split_outside_braces(std::string_view text, std::string_view separators) {
  Words pieces(1);
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char byte = text[i];
    if (byte == '\\' && i + 1 < text.size()) {
      pieces.back() += byte;
      pieces.back() += text[++i];
      continue;
    }
    if (byte == '{') ++depth;
    if (byte == '}') --depth;
    if (depth <= 0 && separators.find(byte) != std::string_view::npos)
      pieces.emplace_back();
    else
      pieces.back() += byte;
  }
  return pieces;
}

Words split_words(std::string_view text) {
  Words words;
  for (auto& piece : split_outside_braces(text, " ~\t\n\r"))
    if (!piece.empty()) words.push_back(std::move(piece));
  return words;
}

// A word in lower case outside of braces is a particle; one in braces has no case.
bool is_particle(const std::string& word) {
  if (word.starts_with('{') && !word.starts_with("{\\")) return false;
  const auto points = text::to_code_points(plain_text(word));
  if (points.empty()) return false;
  const char32_t letter = text::decompose(points.front()).front();
  constexpr std::u32string_view more = U"ßøæœłđðþ";
  return (letter >= U'a' && letter <= U'z') || more.find(letter) != std::u32string_view::npos;
}

std::string join(const Words& words, std::size_t begin, std::size_t end) {
  std::string joined;
  for (std::size_t i = begin; i < end; ++i) joined += (joined.empty() ? "" : " ") + words[i];
  return plain_text(joined);
}

// "von der Last": the particles in front, the last word always belonging to the family.
void set_family(std::string_view written, PersonName& name) {
  const auto words = split_words(written);
  std::size_t family = 0;
  while (family + 1 < words.size() && is_particle(words[family])) ++family;
  name.particle = join(words, 0, family);
  name.family = join(words, family, words.size());
}

// "First von Last": the family begins behind the last particle, or is the last word.
PersonName part_without_comma(std::string_view written) {
  PersonName name;
  const auto words = split_words(written);
  std::size_t first = words.size();
  std::size_t last = words.size();
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!is_particle(words[i])) continue;
    if (first == words.size()) first = i;
    last = i;
  }
  const bool parted = first != words.size();
  const std::size_t family = parted ? last + 1 : words.size() - (words.empty() ? 0 : 1);
  name.given = join(words, 0, parted ? first : family);
  name.particle = parted ? join(words, first, family) : "";
  name.family = join(words, family, words.size());
  return name;
}

// BibLaTeX: family=…, given=…, prefix=…, suffix=…
bool part_by_keys(const Words& pieces, PersonName& name) {
  bool found = false;
  for (const auto& piece : pieces) {
    const auto equals = piece.find('=');
    if (equals == std::string::npos) return false;
    const auto key = trim(std::string_view(piece).substr(0, equals));
    const auto value = plain_text(std::string_view(piece).substr(equals + 1));
    if (key == "family")
      name.family = value;
    else if (key == "given")
      name.given = value;
    else if (key == "prefix")
      name.particle = value;
    else if (key == "suffix")
      name.suffix = value;
    else if (!key.ends_with("-i") && key != "useprefix")
      return false;
    found = found || key == "family";
  }
  return found;
}

bool is_one_group(std::string_view written) {
  if (!written.starts_with('{') || written.starts_with("{\\") || !written.ends_with('}'))
    return false;
  int depth = 0;
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written[i] == '{') ++depth;
    if (written[i] == '}' && --depth == 0 && i + 1 < written.size()) return false;
  }
  return depth == 0;
}

PersonName part_at_commas(const Words& pieces) {
  PersonName name;
  set_family(pieces.front(), name);
  if (pieces.size() > 2) name.suffix = plain_text(pieces[1]);
  std::string given;
  for (std::size_t i = pieces.size() > 2 ? 2 : 1; i < pieces.size(); ++i)
    given += (given.empty() ? "" : " ") + pieces[i];
  name.given = plain_text(given);
  return name;
}

}  // namespace

std::vector<std::string> split_names(std::string_view value) {
  std::vector<std::string> names;
  std::string name;
  int depth = 0;
  const auto finish = [&] {
    if (auto whole = trim(name); !whole.empty()) names.push_back(std::move(whole));
    name.clear();
  };
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '{') ++depth;
    if (value[i] == '}') --depth;
    if (depth == 0 && is_space(value[i]) && says_and(value.substr(i + 1))) {
      finish();
      i += 3;
    } else {
      name += value[i];
    }
  }
  finish();
  return names;
}

PersonName parse_bibtex_name(std::string_view written) {
  PersonName name;
  const auto whole = trim(written);
  if (is_one_group(whole)) {
    name.literal = plain_text(whole);
    return name;
  }
  const auto pieces = split_outside_braces(whole, ",");
  if (part_by_keys(pieces, name)) return name;
  return pieces.size() == 1 ? part_without_comma(whole) : part_at_commas(pieces);
}

PersonName parse_ris_name(std::string_view written) {
  PersonName name;
  auto whole = trim(written);
  while (whole.ends_with(',')) whole = trim(std::string_view(whole).substr(0, whole.size() - 1));
  const auto comma = whole.find(',');
  if (comma == std::string::npos) {
    name.literal = whole;
    return name;
  }
  const std::string_view rest = std::string_view(whole).substr(comma + 1);
  const auto second = rest.find(',');
  Words words = split_words(whole.substr(0, comma));
  std::size_t family = 0;
  while (family + 1 < words.size() && is_particle(words[family])) ++family;
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto& part = i < family ? name.particle : name.family;
    part += (part.empty() ? "" : " ") + words[i];
  }
  name.given = trim(rest.substr(0, second));
  if (second != std::string_view::npos) name.suffix = trim(rest.substr(second + 1));
  return name;
}

}  // namespace ingest
