// Splits brackets at semicolons and takes each part for a key with a locator.
#include "text/reference_mentions.hpp"

#include <algorithm>
#include <optional>

namespace text {

namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view trim(std::string_view words) {
  const auto begin = words.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return words.substr(begin, words.find_last_not_of(blanks) + 1 - begin);
}

bool belongs_to_key(char byte) {
  const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  const bool digit = byte >= '0' && byte <= '9';
  return letter || digit || static_cast<unsigned char>(byte) >= 0x80 ||
         std::string_view("_:.#$%&+?<>~/-").find(byte) != std::string_view::npos;
}

/// "@key" or "@key, hlm. 4"; nothing for any other words.
std::optional<NamedReference> read_reference(std::string_view part) {
  part = trim(part);
  if (!part.starts_with('@')) return std::nullopt;
  part.remove_prefix(1);
  const auto end = std::find_if_not(part.begin(), part.end(), belongs_to_key);
  NamedReference named;
  named.key = std::string(part.begin(), end);
  const std::string_view rest = trim(part.substr(named.key.size()));
  if (named.key.empty() || (!rest.empty() && !rest.starts_with(','))) return std::nullopt;
  if (!rest.empty()) named.locator = std::string(trim(rest.substr(1)));
  return named;
}

std::optional<Mention> read_mention(std::string_view words, std::size_t open) {
  const auto close = words.find_first_of("[]", open + 1);
  if (close == std::string_view::npos || words[close] == '[') return std::nullopt;
  Mention mention{open, close + 1, {}};
  auto inside = words.substr(open + 1, close - open - 1);
  for (;;) {
    const auto semicolon = inside.find(';');
    auto named = read_reference(inside.substr(0, semicolon));
    if (!named) return std::nullopt;
    mention.references.push_back(*std::move(named));
    if (semicolon == std::string_view::npos) return mention;
    inside.remove_prefix(semicolon + 1);
  }
}

}  // namespace

std::vector<Mention> find_mentions(std::string_view words) {
  std::vector<Mention> mentions;
  for (auto open = words.find("[@"); open != std::string_view::npos;) {
    auto mention = read_mention(words, open);
    const auto next = mention ? mention->end : open + 1;
    if (mention) mentions.push_back(*std::move(mention));
    open = words.find("[@", next);
  }
  return mentions;
}

}  // namespace text
