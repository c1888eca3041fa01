// Format codes: ECMA-376 part 1, 18.8.30 and 18.8.31; days count from 1899-12-30, or from
// 1904-01-01.
#include "extract/sheet_number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

namespace extract {

namespace {

using Kind = NumberFormat::Kind;

constexpr int digits_shown = 15;
constexpr std::int64_t seconds_of_day = 86'400;

// What a code's first section is made of.
struct Parts {
  bool has_day = false;  // d or y
  bool has_month_or_minute = false;
  bool has_time = false;  // h or s
  bool is_elapsed = false;
  bool is_percent = false;
  bool is_special = false;  // an exponent, a fraction, text, thousands left out
  int digits = 0;
  int decimals = 0;
  int optional_decimals = 0;
  bool after_point = false;
};

// Takes what stands in quotes or brackets, or behind a mark that makes the next character a
// literal; its length, or 0.
std::size_t skip_literal(std::string_view rest, Parts& parts) {
  if (rest[0] == '\\' || rest[0] == '_' || rest[0] == '*')
    return std::min<std::size_t>(2, rest.size());
  if (rest[0] == '"') return std::min(rest.find('"', 1), rest.size() - 1) + 1;
  if (rest.starts_with("AM/PM") || rest.starts_with("am/pm")) return 5;
  if (rest.starts_with("A/P")) return 3;
  if (rest.starts_with("General")) return 7;
  if (rest[0] != '[') return 0;
  const auto end = std::min(rest.find(']'), rest.size() - 1);
  const auto inside = rest.substr(1, end - 1);
  if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos)
    parts.is_elapsed = true;
  return end + 1;
}

void take_digit(char byte, Parts& parts) {
  ++parts.digits;
  if (!parts.after_point) return;
  ++parts.decimals;
  if (byte == '#') ++parts.optional_decimals;
}

void take_letter(char byte, Parts& parts) {
  switch (byte) {
    case 'd':
    case 'D':
    case 'y':
    case 'Y':
      parts.has_day = true;
      break;
    case 'm':
    case 'M':
      parts.has_month_or_minute = true;
      break;
    case 'h':
    case 'H':
    case 's':
    case 'S':
      parts.has_time = true;
      break;
    case '%':
      parts.is_percent = true;
      break;
    case '.':
      parts.after_point = true;
      break;
    case 'E':
    case 'e':
    case '/':
    case '@':
      parts.is_special = true;
      break;
    default:
      break;
  }
}

Parts split(std::string_view code) {
  Parts parts;
  bool after_comma = false;
  while (!code.empty() && code[0] != ';') {
    if (const auto size = skip_literal(code, parts); size > 0) {
      code.remove_prefix(size);
      continue;
    }
    const bool is_digit = code[0] == '0' || code[0] == '#' || code[0] == '?';
    if (is_digit)
      take_digit(code[0], parts);
    else
      take_letter(code[0], parts);
    if (is_digit || code[0] == ',') after_comma = code[0] == ',' && parts.digits > 0;
    code.remove_prefix(1);
  }
  parts.is_special = parts.is_special || after_comma;
  return parts;
}

std::optional<double> read_number(std::string_view value) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || !std::isfinite(number))
    return std::nullopt;
  return number;
}

// At most 15 digits; whole numbers below 1e21 without an exponent.
std::string format_general(double number) {
  if (std::fabs(number) < 1e15 || std::fabs(number) >= 1e21)
    return fmt::format("{:.{}g}", number, digits_shown);
  const auto scientific = fmt::format("{:.{}e}", std::fabs(number), digits_shown - 1);
  std::string digits = scientific.substr(0, 1) + scientific.substr(2, digits_shown - 1);
  int exponent = 0;
  std::from_chars(scientific.data() + scientific.find('e') + 2,
                  scientific.data() + scientific.size(),
                  exponent);
  digits.resize(static_cast<std::size_t>(exponent) + 1, '0');
  return (number < 0 ? "-" : "") + digits;
}

std::string format_fixed(double number, const NumberFormat& format) {
  if (std::fabs(number) >= 1e15) return format_general(number);
  const int decimals = std::min(format.decimals, digits_shown);
  // Half away from zero on the digits that are shown, as the programs do.
  const double scale = std::pow(10.0, decimals);
  const double shown =
      std::strtod(fmt::format("{:.{}g}", number * scale, digits_shown).c_str(), nullptr);
  auto text = fmt::format("{:.{}f}", std::round(shown) / scale, decimals);
  for (int i = 0; i < format.optional_decimals && text.ends_with('0'); ++i) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text.find_first_not_of("-0.") == std::string::npos && text[0] == '-' ? text.substr(1)
                                                                              : text;
}

// The day, or nothing for one that no calendar of the programs has.
std::optional<std::string> format_day(std::int64_t day, Epoch epoch) {
  constexpr std::int64_t last_day = 2'958'465;  // 9999-12-31
  using std::chrono::days;
  using std::chrono::sys_days;
  using std::chrono::year;
  using std::chrono::year_month_day;
  if (epoch == Epoch::from_1904) day += 1'462;
  if (day < 0 || day > last_day) return std::nullopt;
  if (day == 60) return "1900-02-29";  // the day that never was
  const auto first = sys_days(year(1899) / 12 / (day < 60 ? 31 : 30));
  const year_month_day date(first + days(day));
  return fmt::format("{:04}-{:02}-{:02}",
                     static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string format_clock(std::int64_t seconds) {
  auto text = fmt::format("{:02}:{:02}", seconds / 3'600, seconds / 60 % 60);
  if (seconds % 60 != 0) text += fmt::format(":{:02}", seconds % 60);
  return text;
}

std::optional<std::string> format_moment(double number, Kind kind, Epoch epoch) {
  constexpr double days_max = 3e6;
  if (number < 0 || number > days_max) return std::nullopt;
  const auto seconds = std::llround(number * static_cast<double>(seconds_of_day));
  if (kind == Kind::elapsed) return format_clock(seconds);
  if (kind == Kind::time) return format_clock(seconds % seconds_of_day);
  auto day = format_day(seconds / seconds_of_day, epoch);
  if (day && kind == Kind::date_time) *day += ' ' + format_clock(seconds % seconds_of_day);
  return day;
}

}  // namespace

NumberFormat parse_number_format(std::string_view code) {
  const auto parts = split(code);
  if (parts.is_elapsed) return {Kind::elapsed};
  if (parts.has_day || (parts.has_month_or_minute && !parts.has_time))
    return {parts.has_time ? Kind::date_time : Kind::date};
  if (parts.has_time) return {Kind::time};
  if (parts.digits == 0 || parts.is_special) return {};
  return {parts.is_percent ? Kind::percent : Kind::fixed, parts.decimals, parts.optional_decimals};
}

NumberFormat find_number_format(int id) {
  if (id == 22) return {Kind::date_time};
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
    return {Kind::date};
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47) return {Kind::time};
  if (id == 46) return {Kind::elapsed};
  if (id == 1 || id == 3 || id == 37 || id == 38) return {Kind::fixed};
  if (id == 2 || id == 4 || id == 39 || id == 40) return {Kind::fixed, 2};
  if (id == 9 || id == 10) return {Kind::percent, id == 10 ? 2 : 0};
  return {};
}

std::string format_sheet_number(std::string_view value, const NumberFormat& format, Epoch epoch) {
  const auto number = read_number(value);
  if (!number) return std::string(value);
  switch (format.kind) {
    case Kind::general:
      return format_general(*number);
    case Kind::fixed:
      return format_fixed(*number, format);
    case Kind::percent:
      return format_fixed(*number * 100, format) + '%';
    default:
      return format_moment(*number, format.kind, epoch).value_or(format_general(*number));
  }
}

}  // namespace extract
