// Builds the neutral tree from libyaml's events.
#include "codec/yaml.hpp"

#include <optional>

#include <yaml.h>

namespace codec {

namespace {

using base::ErrorKind;
using base::fail;
using base::Result;

/// Releases libyaml's parser when it goes out of scope.
class Parser {
 public:
  explicit Parser(std::string_view text) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(
        &parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }

  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  Parser(Parser&&) = delete;
  Parser& operator=(Parser&&) = delete;

  ~Parser() { yaml_parser_delete(&parser_); }

  yaml_parser_t* get() { return &parser_; }

 private:
  yaml_parser_t parser_{};
};

/// One event of libyaml, released when it goes out of scope.
struct Event {
  yaml_event_t event{};
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  Event(Event&&) = delete;
  Event& operator=(Event&&) = delete;

  ~Event() { yaml_event_delete(&event); }
};

Mark to_mark(const yaml_mark_t& mark) {
  return {static_cast<int>(mark.line) + 1, static_cast<int>(mark.column) + 1};
}

tl::unexpected<base::Error> fail_at(const char* id,
                                    Mark mark,
                                    std::vector<base::Parameter> more = {}) {
  more.emplace_back("line", std::to_string(mark.line));
  more.emplace_back("column", std::to_string(mark.column));
  return fail(ErrorKind::invalid, id, std::move(more));
}

/// Turns the stream of events into one tree; containers that are still open stand on a stack.
class Builder {
 public:
  explicit Builder(const YamlLimits& limits) : limits_(limits) {}

  Result<void> take(const yaml_event_t& event) {
    const Mark mark = to_mark(event.start_mark);
    switch (event.type) {
      case YAML_ALIAS_EVENT:
        return fail_at("yaml.alias", mark);
      case YAML_SCALAR_EVENT:
        return take_scalar(event, mark);
      case YAML_SEQUENCE_START_EVENT:
        return open(Value::of_sequence(), event.data.sequence_start.anchor != nullptr, mark);
      case YAML_MAPPING_START_EVENT:
        return open(Value::of_mapping(), event.data.mapping_start.anchor != nullptr, mark);
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        return close();
      case YAML_DOCUMENT_START_EVENT:
        if (root_) return fail_at("yaml.several_documents", mark);
        return {};
      default:
        return {};
    }
  }

  std::optional<Value> take_root() { return std::move(root_); }

 private:
  Result<void> take_scalar(const yaml_event_t& event, Mark mark) {
    const auto& scalar = event.data.scalar;
    if (scalar.anchor != nullptr) return fail_at("yaml.alias", mark);
    const bool plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
    std::string text(reinterpret_cast<const char*>(scalar.value), scalar.length);
    if (!open_.empty() && open_.back().is_mapping() && !key_) {
      for (const auto& member : open_.back().members)
        if (member.first == text) return fail_at("yaml.duplicate_key", mark, {{"key", text}});
      key_ = std::move(text);
      return {};
    }
    Value value;
    const bool is_null = plain && (text.empty() || text == "~" || text == "null");
    if (!is_null) {
      value.kind = Kind::text;
      value.plain = plain;
      value.scalar = std::move(text);
    }
    return attach(std::move(value), mark);
  }

  Result<void> open(Value value, bool anchored, Mark mark) {
    if (anchored) return fail_at("yaml.alias", mark);
    if (!open_.empty() && open_.back().is_mapping() && !key_)
      return fail_at("yaml.key_not_text", mark);
    if (static_cast<int>(open_.size()) >= limits_.depth) return fail_at("yaml.too_deep", mark);
    value.mark = mark;
    keys_.push_back(std::move(key_));
    key_.reset();
    open_.push_back(std::move(value));
    return {};
  }

  Result<void> close() {
    Value value = std::move(open_.back());
    open_.pop_back();
    key_ = std::move(keys_.back());
    keys_.pop_back();
    const Mark mark = value.mark;
    return attach(std::move(value), mark);
  }

  Result<void> attach(Value value, Mark mark) {
    if (++count_ > limits_.values) return fail_at("yaml.too_large", mark);
    value.mark = mark;
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().is_mapping()) {
      open_.back().members.emplace_back(std::move(*key_), std::move(value));
      key_.reset();
    } else {
      open_.back().items.push_back(std::move(value));
    }
    return {};
  }

  YamlLimits limits_;
  std::vector<Value> open_;
  std::vector<std::optional<std::string>>
      keys_;  ///< the pending key of each open container's parent
  std::optional<std::string> key_;
  std::optional<Value> root_;
  std::size_t count_ = 0;
};

}  // namespace

Result<Value> parse_yaml(std::string_view text, const YamlLimits& limits) {
  if (text.size() > limits.bytes) return fail_at("yaml.too_large", {1, 1});
  Parser parser(text);
  Builder builder(limits);
  for (bool more = true; more;) {
    Event event;
    if (yaml_parser_parse(parser.get(), &event.event) == 0) {
      const char* problem = parser.get()->problem;
      return fail_at("yaml.syntax",
                     to_mark(parser.get()->problem_mark),
                     {{"problem", problem == nullptr ? "" : problem}});
    }
    more = event.event.type != YAML_STREAM_END_EVENT;
    if (auto taken = builder.take(event.event); !taken)
      return base::pass_on(std::move(taken.error()));
  }
  auto root = builder.take_root();
  if (!root) return fail_at("yaml.empty", {1, 1});
  return *std::move(root);
}

}  // namespace codec
