// YAML text to a neutral tree that knows its lines. The one door to libyaml.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "codec/value.hpp"

namespace codec {

/// Bounds on what a YAML text may hold; beyond them it is refused.
struct YamlLimits {
  std::size_t bytes = 16U << 20U;
  int depth = 64;
  std::size_t values = 1'000'000;
};

/// Reads one YAML document. Scalars stay as written: without quotes they are text with `plain` set,
/// and an empty plain scalar or ~ is null. Errors (kind invalid, with line and column):
/// yaml.syntax, yaml.duplicate_key, yaml.alias (anchors are refused), yaml.too_large,
/// yaml.too_deep, yaml.several_documents, yaml.empty.
base::Result<Value> parse_yaml(std::string_view text, const YamlLimits& limits = {});

}  // namespace codec
