// A text, number or truth value of JSON as a person would have typed it.
#pragma once

#include <string>

#include "codec/value.hpp"

namespace ingest {

/// The spelling of a scalar; a number without an exponent: 106.8, not 1.068E2.
std::string spell_scalar(const codec::Value& value);

}  // namespace ingest
