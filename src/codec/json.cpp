// Converts between Boost.JSON's values and neutral trees; writes JSON with the keys in their order.
#include "codec/json.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>

namespace codec {

namespace {

namespace json = boost::json;

constexpr std::size_t depth_max = 64;

Value to_value(const json::value& source) {
  switch (source.kind()) {
    case json::kind::null:
      return {};
    case json::kind::bool_:
      return Value::of_boolean(source.get_bool());
    case json::kind::string:
      return Value::of_text(std::string(source.get_string()));
    case json::kind::array: {
      Value value = Value::of_sequence();
      value.items.reserve(source.get_array().size());
      for (const auto& item : source.get_array()) value.items.push_back(to_value(item));
      return value;
    }
    case json::kind::object: {
      Value value = Value::of_mapping();
      value.members.reserve(source.get_object().size());
      for (const auto& member : source.get_object())
        value.add(member.key(), to_value(member.value()));
      return value;
    }
    default:
      return Value::of_number(json::serialize(source));
  }
}

class Writer {
 public:
  explicit Writer(JsonStyle style) : indented_(style == JsonStyle::indented) {}

  void write(const Value& value, int depth) {
    switch (value.kind) {
      case Kind::null:
        text_ += "null";
        return;
      case Kind::boolean:
      case Kind::number:
        text_ += value.scalar;
        return;
      case Kind::text:
        write_string(value.scalar);
        return;
      case Kind::sequence:
        text_ += '[';
        for (std::size_t i = 0; i < value.items.size(); ++i) {
          start_item(i, depth);
          write(value.items[i], depth + 1);
        }
        end_items(value.items.empty(), depth, ']');
        return;
      case Kind::mapping:
        text_ += '{';
        for (std::size_t i = 0; i < value.members.size(); ++i) {
          start_item(i, depth);
          write_string(value.members[i].first);
          text_ += indented_ ? ": " : ":";
          write(value.members[i].second, depth + 1);
        }
        end_items(value.members.empty(), depth, '}');
        return;
    }
  }

  std::string take() { return std::move(text_); }

 private:
  void write_string(std::string_view string) {
    text_ += json::serialize(json::string_view(string.data(), string.size()));
  }

  void start_item(std::size_t index, int depth) {
    if (index > 0) text_ += ',';
    new_line(depth + 1);
  }

  void end_items(bool empty, int depth, char bracket) {
    if (!empty) new_line(depth);
    text_ += bracket;
  }

  void new_line(int depth) {
    if (!indented_) return;
    text_ += '\n';
    text_.append(2 * static_cast<std::size_t>(depth), ' ');
  }

  bool indented_;
  std::string text_;
};

}  // namespace

base::Result<Value> parse_json(std::string_view text) {
  json::error_code error;
  json::parse_options options;
  options.max_depth = depth_max;
  const json::value parsed =
      json::parse(json::string_view(text.data(), text.size()), error, {}, options);
  if (error)
    return base::fail(base::ErrorKind::invalid, "json.syntax", {{"problem", error.message()}});
  return to_value(parsed);
}

std::string write_json(const Value& value, JsonStyle style) {
  Writer writer(style);
  writer.write(value, 0);
  return writer.take();
}

}  // namespace codec
