// Writes numbers with the fewest digits that give the same value, and never with an exponent.
#include "ingest/json_scalar.hpp"

#include <array>
#include <charconv>
#include <cstdlib>

namespace ingest {

std::string spell_scalar(const codec::Value& value) {
  const bool exponent =
      value.kind == codec::Kind::number && value.scalar.find_first_of("eE") != std::string::npos;
  if (!exponent) return value.scalar;
  constexpr std::size_t longest =
      400;  // the largest double has 309 digits, the smallest 325 places
  std::array<char, longest> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(),
                                          buffer.data() + buffer.size(),
                                          std::strtod(value.scalar.c_str(), nullptr),
                                          std::chars_format::fixed);
  return error == std::errc() ? std::string(buffer.data(), end) : value.scalar;
}

}  // namespace ingest
