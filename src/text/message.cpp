// Puts parameters into the patterns of a catalogue: {name} and {name, plural, one {…} other {…}}.
#include "text/message.hpp"

#include <algorithm>
#include <optional>

namespace text {

namespace {

constexpr int nesting_max = 8;

/// What a pattern is said with.
struct Speech {
  std::string_view language;
  const std::vector<MessageParameter>& parameters;
};

std::string mark_gap(std::string_view name) {
  return "⟦" + std::string(name) + "⟧";
}

std::optional<std::string_view> find_parameter(const Speech& speech, std::string_view name) {
  for (const auto& [key, value] : speech.parameters)
    if (key == name) return value;
  return std::nullopt;
}

std::string_view trim(std::string_view words) {
  while (!words.empty() && (words.front() == ' ' || words.front() == '\n')) words.remove_prefix(1);
  while (!words.empty() && (words.back() == ' ' || words.back() == '\n')) words.remove_suffix(1);
  return words;
}

/// The position of the brace that closes the one at `open`, or the end of the pattern.
std::size_t find_closing_brace(std::string_view pattern, std::size_t open) {
  int depth = 0;
  for (std::size_t i = open; i < pattern.size(); ++i) {
    if (pattern[i] == '\\') {
      ++i;
    } else if (pattern[i] == '{') {
      ++depth;
    } else if (pattern[i] == '}' && --depth == 0) {
      return i;
    }
  }
  return pattern.size();
}

/// Whether a form such as "one", "other" or "=0" is meant for this number in this language.
bool holds_form(std::string_view form, std::string_view number, std::string_view language) {
  if (form.starts_with('=')) return form.substr(1) == number;
  return form == "one" && number == "1" && language == "en";
}

/// The words of the form that fits the number: an exact one first, then the language's own, then
/// `other`.
std::optional<std::string_view> choose_form(std::string_view forms,
                                            std::string_view number,
                                            std::string_view language) {
  std::optional<std::string_view> chosen;
  std::optional<std::string_view> other;
  std::size_t at = 0;
  while (at < forms.size()) {
    const std::size_t open = forms.find('{', at);
    if (open == std::string_view::npos) break;
    const std::size_t close = find_closing_brace(forms, open);
    const std::string_view name = trim(forms.substr(at, open - at));
    const std::string_view words = forms.substr(open + 1, close - open - 1);
    if (name == "other") other = words;
    const bool exact = name.starts_with('=');
    if (holds_form(name, number, language) && (exact || !chosen)) chosen = words;
    at = close + 1;
  }
  return chosen ? chosen : other;
}

std::string fill_in(std::string_view pattern,
                    const Speech& speech,
                    std::optional<std::string_view> number,
                    int nesting);

/// The text for what stands between a pair of braces.
std::string fill_placeholder(std::string_view inside, const Speech& speech, int nesting) {
  const std::size_t comma = inside.find(',');
  const std::string_view name = trim(inside.substr(0, comma));
  const auto value = find_parameter(speech, name);
  if (!value) return mark_gap(name);
  if (comma == std::string_view::npos) return std::string(*value);

  const std::string_view rest = trim(inside.substr(comma + 1));
  const std::size_t second = rest.find(',');
  if (trim(rest.substr(0, second)) != "plural" || second == std::string_view::npos)
    return mark_gap(name);
  const auto words = choose_form(rest.substr(second + 1), *value, speech.language);
  if (!words) return mark_gap(name);
  return fill_in(*words, speech, value, nesting + 1);
}

std::string fill_in(std::string_view pattern,
                    const Speech& speech,
                    std::optional<std::string_view> number,
                    int nesting) {
  std::string said;
  if (nesting > nesting_max) return said;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\' && i + 1 < pattern.size()) {
      said += pattern[++i];
    } else if (c == '#' && number) {
      said += *number;
    } else if (c == '{') {
      const std::size_t close = find_closing_brace(pattern, i);
      said += fill_placeholder(pattern.substr(i + 1, close - i - 1), speech, nesting);
      i = close;
    } else {
      said += c;
    }
  }
  return said;
}

}  // namespace

Catalog::Catalog(std::string language, std::vector<std::pair<std::string, std::string>> entries)
    : language_(std::move(language)) {
  for (auto& [key, pattern] : entries)
    entries_.insert_or_assign(std::move(key), std::move(pattern));
}

std::string Catalog::say(std::string_view key,
                         const std::vector<MessageParameter>& parameters) const {
  const auto entry = entries_.find(key);
  if (entry == entries_.end()) return mark_gap(key);
  return fill_in(entry->second, Speech{language_, parameters}, std::nullopt, /*nesting=*/0);
}

bool Catalog::has(std::string_view key) const {
  return entries_.contains(key);
}

std::vector<std::string_view> Catalog::keys() const {
  std::vector<std::string_view> keys;
  keys.reserve(entries_.size());
  for (const auto& [key, pattern] : entries_) keys.emplace_back(key);
  return keys;
}

}  // namespace text
