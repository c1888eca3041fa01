// Builds and looks into neutral trees.
#include "codec/value.hpp"

namespace codec {

Value Value::of_text(std::string text) {
  Value value;
  value.kind = Kind::text;
  value.scalar = std::move(text);
  return value;
}

Value Value::of_number(std::string digits) {
  Value value;
  value.kind = Kind::number;
  value.scalar = std::move(digits);
  return value;
}

Value Value::of_integer(std::int64_t number) {
  return of_number(std::to_string(number));
}

Value Value::of_boolean(bool truth) {
  Value value;
  value.kind = Kind::boolean;
  value.scalar = truth ? "true" : "false";
  return value;
}

Value Value::of_sequence(std::vector<Value> items) {
  Value value;
  value.kind = Kind::sequence;
  value.items = std::move(items);
  return value;
}

Value Value::of_mapping(std::vector<Member> members) {
  Value value;
  value.kind = Kind::mapping;
  value.members = std::move(members);
  return value;
}

const Value* Value::find(std::string_view key) const {
  for (const auto& [name, value] : members)
    if (name == key) return &value;
  return nullptr;
}

Value* Value::find(std::string_view key) {
  for (auto& [name, value] : members)
    if (name == key) return &value;
  return nullptr;
}

Value& Value::add(std::string key, Value value) {
  return members.emplace_back(std::move(key), std::move(value)).second;
}

}  // namespace codec
