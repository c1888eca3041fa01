// Takes values out of a tree, one key at a time, and writes down what is missing or odd.
#include "model/reading.hpp"

#include <algorithm>
#include <array>

namespace model {

using codec::Value;

void Reading::find_fault(const Value& at, std::string id, std::vector<base::Parameter> parameters) {
  find_oddity(Severity::error, at, std::move(id), std::move(parameters));
}

void Reading::find_oddity(Severity severity,
                          const Value& at,
                          std::string id,
                          std::vector<base::Parameter> parameters) {
  findings_.push_back({severity, file_, at.mark.line, std::move(id), std::move(parameters)});
}

void Reading::expect_keys(const Value& mapping, std::span<const std::string_view> known) {
  for (const auto& [key, value] : mapping.members)
    if (std::find(known.begin(), known.end(), key) == known.end())
      find_fault(value, "model.key_unknown", {{"key", key}});
}

bool Reading::expect_mapping(const Value& value, std::string_view what) {
  if (value.is_mapping()) return true;
  find_fault(value, "model.not_a_mapping", {{"key", std::string(what)}});
  return false;
}

Value* Reading::require(Value& mapping, std::string_view key) {
  Value* value = mapping.find(key);
  if (value == nullptr || value->is_null()) {
    find_fault(mapping, "model.key_missing", {{"key", std::string(key)}});
    return nullptr;
  }
  return value;
}

std::span<Value> Reading::items(Value& mapping, std::string_view key) {
  Value* value = mapping.find(key);
  if (value == nullptr || value->is_null()) return {};
  if (!value->is_sequence()) {
    find_fault(*value, "model.not_a_list", {{"key", std::string(key)}});
    return {};
  }
  return value->items;
}

std::string Reading::word(Value& mapping, std::string_view key) {
  Value* value = require(mapping, key);
  if (value == nullptr) return {};
  if (!value->is_text()) find_fault(*value, "model.not_a_text", {{"key", std::string(key)}});
  return std::move(value->scalar);
}

std::string Reading::optional_word(Value& mapping, std::string_view key) {
  Value* value = mapping.find(key);
  if (value == nullptr || value->is_null()) return {};
  if (!value->is_text()) find_fault(*value, "model.not_a_text", {{"key", std::string(key)}});
  return std::move(value->scalar);
}

std::vector<std::string> Reading::words(Value& mapping, std::string_view key) {
  std::vector<std::string> result;
  for (Value& item : items(mapping, key)) {
    if (!item.is_text()) find_fault(item, "model.not_a_text", {{"key", std::string(key)}});
    result.push_back(std::move(item.scalar));
  }
  return result;
}

Text Reading::to_text(Value& value, std::string_view key) {
  Text text;
  if (!expect_mapping(value, key)) return text;
  for (auto& [language, words] : value.members) {
    if (language == "id" || language == "en") {
      if (!words.is_text() && !words.is_null())
        find_fault(words, "model.not_a_text", {{"key", language}});
      (language == "id" ? text.id : text.en) = std::move(words.scalar);
    }
  }
  for (const auto* language : {"id", "en"})
    if (text.in(*language == 'i' ? Language::indonesian : Language::english).empty())
      find_oddity(Severity::warning,
                  value,
                  "model.translation_missing",
                  {{"key", std::string(key)}, {"language", language}});
  return text;
}

Text Reading::text(Value& mapping, std::string_view key) {
  Value* value = require(mapping, key);
  return value == nullptr ? Text{} : to_text(*value, key);
}

Text Reading::optional_text(Value& mapping, std::string_view key) {
  Value* value = mapping.find(key);
  return value == nullptr || value->is_null() ? Text{} : to_text(*value, key);
}

std::optional<base::Rational> Reading::to_number(const Value& value, std::string_view key) {
  auto number = value.is_text() ? base::parse_rational(value.scalar) : std::nullopt;
  if (!number)
    find_fault(value, "model.not_a_number", {{"key", std::string(key)}, {"word", value.scalar}});
  return number;
}

std::optional<base::Rational> Reading::number(Value& mapping, std::string_view key) {
  const Value* value = require(mapping, key);
  return value == nullptr ? std::nullopt : to_number(*value, key);
}

std::optional<base::Rational> Reading::optional_number(Value& mapping, std::string_view key) {
  const Value* value = mapping.find(key);
  return value == nullptr || value->is_null() ? std::nullopt : to_number(*value, key);
}

int Reading::whole(Value& mapping, std::string_view key, int otherwise) {
  const Value* value = mapping.find(key);
  if (value == nullptr) return otherwise;
  const auto parsed = to_number(*value, key);
  if (!parsed) return otherwise;
  const auto integer = parsed->to_integer();
  if (integer && *integer >= -1'000'000 && *integer <= 1'000'000) return static_cast<int>(*integer);
  find_fault(*value, "model.not_whole", {{"key", std::string(key)}, {"word", value->scalar}});
  return otherwise;
}

std::optional<int> Reading::to_level(std::string_view key, const Value& at) {
  const auto number = base::parse_rational(key);
  const auto level = number ? number->to_integer() : std::nullopt;
  if (level && *level >= 0 && *level <= 1000) return static_cast<int>(*level);
  find_fault(at, "model.not_a_level", {{"word", std::string(key)}});
  return std::nullopt;
}

Standing Reading::standing(Value& mapping,
                           std::string_view key,
                           std::optional<Standing> otherwise) {
  static constexpr std::array<std::pair<std::string_view, Standing>, 3> table = {{
      {"established", Standing::established},
      {"adapted", Standing::adapted},
      {"proposed", Standing::proposed},
  }};
  return choice<Standing>(mapping, key, table, otherwise);
}

}  // namespace model
