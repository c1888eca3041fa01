// How much of the whole some words speak for: "12 of 40 offices".
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace assessment {

enum class CoverageKind { some, all, counted };

/// What a coder claims that the words cover, always with the whole that it is a part of.
struct Coverage {
  CoverageKind kind = CoverageKind::some;
  int count = 0;     ///< of a counted claim
  int total = 0;     ///< the denominator, at least 1
  std::string unit;  ///< what is counted: "perangkat daerah"

  bool operator==(const Coverage&) const = default;
};

/// "12/40", "all/40", "some/40": the claim without its unit.
std::string format_share(const Coverage& coverage);

/// Reads a claim as format_share writes it. Errors (invalid): coverage.denominator_missing for
/// "some", "all" or a number alone, coverage.not_a_share for anything else,
/// coverage.more_than_whole, coverage.unit_missing, coverage.unit_too_long.
base::Result<Coverage> parse_coverage(std::string_view share, std::string_view unit);

}  // namespace assessment
