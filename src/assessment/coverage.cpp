// Reads and writes claims of coverage.
#include "assessment/coverage.hpp"

#include <algorithm>
#include <charconv>

namespace assessment {

namespace {

using base::ErrorKind;
using base::fail;

constexpr int total_max = 1'000'000;
constexpr std::size_t unit_bytes_max = 200;

/// A whole number from 0 to the limit; -1 for anything else.
int read_count(std::string_view text) {
  if (text.empty() || text.front() == '-') return -1;
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return -1;
  return number > total_max ? -1 : number;
}

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

}  // namespace

std::string format_share(const Coverage& coverage) {
  const std::string whole = "/" + std::to_string(coverage.total);
  switch (coverage.kind) {
    case CoverageKind::some:
      return "some" + whole;
    case CoverageKind::all:
      return "all" + whole;
    case CoverageKind::counted:
      break;
  }
  return std::to_string(coverage.count) + whole;
}

base::Result<Coverage> parse_coverage(std::string_view share, std::string_view unit) {
  const std::string given(share);
  const auto slash = share.find('/');
  const auto part = trim(share.substr(0, slash));
  const int count = read_count(part);
  if (part != "some" && part != "all" && count < 0)
    return fail(ErrorKind::invalid, "coverage.not_a_share", {{"share", given}});
  if (slash == std::string_view::npos)
    return fail(ErrorKind::invalid, "coverage.denominator_missing", {{"share", given}});
  const int total = read_count(trim(share.substr(slash + 1)));
  if (total < 1) return fail(ErrorKind::invalid, "coverage.not_a_share", {{"share", given}});
  if (count > total)
    return fail(ErrorKind::invalid, "coverage.more_than_whole", {{"share", given}});
  const auto counted = trim(unit);
  if (counted.empty()) return fail(ErrorKind::invalid, "coverage.unit_missing", {{"share", given}});
  if (counted.size() > unit_bytes_max)
    return fail(
        ErrorKind::invalid, "coverage.unit_too_long", {{"limit", std::to_string(unit_bytes_max)}});
  const auto kind = part == "some"  ? CoverageKind::some
                    : part == "all" ? CoverageKind::all
                                    : CoverageKind::counted;
  return Coverage{kind, std::max(count, 0), total, std::string(counted)};
}

}  // namespace assessment
