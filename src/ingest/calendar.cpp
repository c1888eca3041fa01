// Reads digits between separators and looks up the length of months.
#include "ingest/calendar.hpp"

#include <array>

namespace ingest {

namespace {

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

// So many digits taken off the head; -1 where there are fewer than `least`.
int take_number(std::string_view& rest, std::size_t least, std::size_t most) {
  int number = 0;
  std::size_t length = 0;
  while (length < most && length < rest.size() && is_digit(rest[length]))
    number = number * 10 + (rest[length++] - '0');
  if (length < least) return -1;
  rest.remove_prefix(length);
  return number;
}

bool take(std::string_view& rest, std::string_view signs) {
  if (rest.empty() || signs.find(rest.front()) == std::string_view::npos) return false;
  rest.remove_prefix(1);
  return true;
}

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

bool day_exists(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  constexpr std::array days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return day <= days.at(static_cast<std::size_t>(month - 1)) + (month == 2 && leap ? 1 : 0);
}

// "", Z, +07:00, +0700 or +07; nothing may follow.
std::optional<std::string> parse_zone(std::string_view rest) {
  if (rest.empty()) return std::string();
  if (rest == "Z" || rest == "z") return std::string("Z");
  const char sign = rest.front();
  if (!take(rest, "+-")) return std::nullopt;
  const int hours = take_number(rest, 2, 2);
  take(rest, ":");
  const int minutes = rest.empty() ? 0 : take_number(rest, 2, 2);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || !rest.empty()) return std::nullopt;
  return sign + two_digits(hours) + ":" + two_digits(minutes);
}

}  // namespace

std::optional<std::string> parse_time(std::string_view written) {
  const int hour = take_number(written, 1, 2);
  if (hour < 0 || hour > 23 || !take(written, ":.")) return std::nullopt;
  const int minute = take_number(written, 2, 2);
  if (minute < 0 || minute > 59) return std::nullopt;
  std::string time = two_digits(hour) + ":" + two_digits(minute);
  if (take(written, ":.")) {
    const int second = take_number(written, 2, 2);
    if (second < 0 || second > 60) return std::nullopt;
    time += ":" + two_digits(second);
    if (take(written, ".,") && take_number(written, 1, 9) < 0) return std::nullopt;
  }
  const auto zone = parse_zone(written);
  if (!zone) return std::nullopt;
  return time + *zone;
}

std::optional<std::string> parse_moment(std::string_view written) {
  const auto whole = written;
  const int year = take_number(written, 4, 4);
  if (year < 0 || !take(written, "-")) return std::nullopt;
  const int month = take_number(written, 2, 2);
  if (month < 0 || !take(written, "-")) return std::nullopt;
  const int day = take_number(written, 2, 2);
  if (day < 0 || !day_exists(year, month, day)) return std::nullopt;
  std::string date(whole.substr(0, whole.size() - written.size()));
  if (written.empty()) return date;
  if (!take(written, "T ")) return std::nullopt;
  const auto time = parse_time(written);
  if (!time) return std::nullopt;
  return date + "T" + *time;
}

}  // namespace ingest
