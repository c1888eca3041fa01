// JSON text to a neutral tree and back. The one door to Boost.JSON.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "codec/value.hpp"

namespace codec {

enum class JsonStyle { compact, indented };

/// Reads one JSON text (RFC 8259, UTF-8, depth up to 64). Errors (kind invalid): json.syntax with
/// the byte offset. Numbers keep their value: whole ones exactly up to 64 bits, others as the
/// nearest double.
base::Result<Value> parse_json(std::string_view text);

/// Writes a tree as JSON with keys in their order. Numbers are written as spelled.
std::string write_json(const Value& value, JsonStyle style = JsonStyle::compact);

}  // namespace codec
