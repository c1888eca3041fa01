// The words that stand for the values of an enumeration, looked up both ways.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace base {

/// Each value with its word; a value or a word stands once.
template <typename Value, std::size_t size>
using NameTable = std::array<std::pair<Value, std::string_view>, size>;

/// The word of a value; empty where the table has none.
template <typename Value, std::size_t size>
constexpr std::string_view find_name(const NameTable<Value, size>& table, Value value) {
  for (const auto& [known, name] : table)
    if (known == value) return name;
  return {};
}

/// The value of a word; none where the table does not know it.
template <typename Value, std::size_t size>
constexpr std::optional<Value> find_value(const NameTable<Value, size>& table,
                                          std::string_view name) {
  for (const auto& [value, known] : table)
    if (known == name) return value;
  return std::nullopt;
}

}  // namespace base
