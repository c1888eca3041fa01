// Reads keys of a tree into values and collects findings instead of stopping at the first.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/rational.hpp"
#include "codec/value.hpp"
#include "model/finding.hpp"
#include "model/model.hpp"

namespace model {

/// One file of a model while it is read. Texts are moved out of the tree, which is not used
/// afterwards.
class Reading {
 public:
  Reading(std::string file, std::vector<Finding>& findings)
      : file_(std::move(file)), findings_(findings) {}

  void find_fault(const codec::Value& at,
                  std::string id,
                  std::vector<base::Parameter> parameters = {});
  void find_oddity(Severity severity,
                   const codec::Value& at,
                   std::string id,
                   std::vector<base::Parameter> parameters);

  /// Points out members whose key is not in the list.
  void expect_keys(const codec::Value& mapping, std::span<const std::string_view> known);

  /// Whether the value is a mapping; a finding if not.
  bool expect_mapping(const codec::Value& value, std::string_view what);

  /// The member; a finding if it is missing.
  codec::Value* require(codec::Value& mapping, std::string_view key);

  /// The sequence under a key; empty where it is missing or no sequence (then a finding).
  std::span<codec::Value> items(codec::Value& mapping, std::string_view key);

  std::string word(codec::Value& mapping, std::string_view key);           ///< required
  std::string optional_word(codec::Value& mapping, std::string_view key);  ///< empty where missing
  std::vector<std::string> words(codec::Value& mapping, std::string_view key);
  Text text(codec::Value& mapping, std::string_view key);  ///< required
  Text optional_text(codec::Value& mapping, std::string_view key);
  Text to_text(codec::Value& value, std::string_view key);
  std::optional<base::Rational> number(codec::Value& mapping, std::string_view key);  ///< required
  std::optional<base::Rational> optional_number(codec::Value& mapping, std::string_view key);
  std::optional<base::Rational> to_number(const codec::Value& value, std::string_view key);
  int whole(codec::Value& mapping, std::string_view key, int otherwise);
  std::optional<int> to_level(std::string_view key, const codec::Value& at);

  /// One of the words of a table; a finding that lists them if it is another.
  template <typename Choice>
  Choice choice(codec::Value& mapping,
                std::string_view key,
                std::span<const std::pair<std::string_view, Choice>> table,
                std::optional<Choice> otherwise) {
    const codec::Value* value = mapping.find(key);
    if (value == nullptr && otherwise) return *otherwise;
    if (value == nullptr) {
      find_fault(mapping, "model.key_missing", {{"key", std::string(key)}});
      return table.front().second;
    }
    std::string allowed;
    for (const auto& [name, result] : table) {
      if (value->scalar == name) return result;
      allowed += (allowed.empty() ? "" : ", ") + std::string(name);
    }
    find_fault(*value,
               "model.unknown_word",
               {{"key", std::string(key)}, {"word", value->scalar}, {"allowed", allowed}});
    return table.front().second;
  }

  Standing standing(codec::Value& mapping, std::string_view key, std::optional<Standing> otherwise);

  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  std::string file_;
  std::vector<Finding>& findings_;
};

}  // namespace model
