// Looks at the first bytes only, as browsers do before they parse.
#include "extract/html_head.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace extract {

namespace {

constexpr std::string_view blanks = " \t\r\n\f";

char to_lower(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

bool starts_with_in_any_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin(), [](char a, char b) {
           return a == to_lower(b);
         });
}

// Takes what may stand before the first tag off the text; false where nothing does.
bool skip_prolog(std::string_view& text) {
  const auto begin = std::min(text.find_first_not_of(blanks), text.size());
  text.remove_prefix(begin);
  for (const auto& [opening, closing] :
       {std::pair<std::string_view, std::string_view>{"<!--", "-->"}, {"<?xml", "?>"}}) {
    if (!text.starts_with(opening)) continue;
    const auto end = text.find(closing, opening.size());
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + closing.size());
    return true;
  }
  return false;
}

}  // namespace

bool begins_as_html(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (skip_prolog(text)) {
  }
  constexpr std::string_view ends = "> \t\r\n\f";
  constexpr std::array<std::string_view, 4> tags = {"<!doctype html", "<html", "<head", "<body"};
  return std::ranges::any_of(tags, [&](std::string_view tag) {
    return starts_with_in_any_case(text, tag) && text.size() > tag.size() &&
           ends.find(text[tag.size()]) != std::string_view::npos;
  });
}

std::string_view find_declared_encoding(std::string_view bytes) {
  constexpr std::size_t bytes_seen = 4'096;
  constexpr std::string_view ends = " \t\r\n\f\"'/>;?";
  bytes = bytes.substr(0, bytes_seen);
  for (std::size_t at = 0; at < bytes.size(); ++at)
    for (const std::string_view word : {"charset", "encoding"}) {
      if (!starts_with_in_any_case(bytes.substr(at), word)) continue;
      auto rest = bytes.substr(at + word.size());
      rest.remove_prefix(std::min(rest.find_first_not_of(blanks), rest.size()));
      if (!rest.starts_with('=')) continue;
      rest.remove_prefix(1);
      rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n\f\"'"), rest.size()));
      return rest.substr(0, rest.find_first_of(ends));
    }
  return {};
}

}  // namespace extract
