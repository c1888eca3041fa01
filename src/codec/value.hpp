// The neutral tree that YAML and JSON become, with the place of each part in its file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codec {

/// Where something stands in a text, counted from 1; 0 where unknown.
struct Mark {
  int line = 0;
  int column = 0;
};

enum class Kind { null, boolean, number, text, sequence, mapping };

/// A tree of values. Numbers keep their spelling, so that 2.60 stays exact.
///
/// A YAML scalar without quotes is `text` with `plain` set: what it means is for the reader of the
/// tree to say.
class Value {
 public:
  using Member = std::pair<std::string, Value>;

  Value() = default;
  static Value of_text(std::string text);
  static Value of_number(std::string digits);
  static Value of_integer(std::int64_t number);
  static Value of_boolean(bool truth);
  static Value of_sequence(std::vector<Value> items = {});
  static Value of_mapping(std::vector<Member> members = {});

  /// The member with this key, or nullptr; also nullptr when this is no mapping.
  [[nodiscard]] const Value* find(std::string_view key) const;
  [[nodiscard]] Value* find(std::string_view key);

  /// Adds a member; for building trees to write.
  Value& add(std::string key, Value value);

  [[nodiscard]] bool is_null() const { return kind == Kind::null; }

  [[nodiscard]] bool is_text() const { return kind == Kind::text; }

  [[nodiscard]] bool is_sequence() const { return kind == Kind::sequence; }

  [[nodiscard]] bool is_mapping() const { return kind == Kind::mapping; }

  Kind kind = Kind::null;
  bool plain = false;  ///< a YAML scalar without quotes
  std::string scalar;  ///< text, the spelling of a number, or true/false
  std::vector<Value> items;
  std::vector<Member> members;
  Mark mark;
};

}  // namespace codec
