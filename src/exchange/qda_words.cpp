// Looks words up in the standard's lists, and checks the simple types of XML Schema.
#include "exchange/qda_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/name_table.hpp"

namespace exchange {

namespace {

constexpr base::NameTable<QdaType, 6> types = {{
    {QdaType::text, "Text"},
    {QdaType::boolean, "Boolean"},
    {QdaType::integer, "Integer"},
    {QdaType::decimal, "Float"},
    {QdaType::date, "Date"},
    {QdaType::date_time, "DateTime"},
}};

constexpr base::NameTable<QdaSourceKind, 5> kinds = {{
    {QdaSourceKind::text, "TextSource"},
    {QdaSourceKind::picture, "PictureSource"},
    {QdaSourceKind::pdf, "PDFSource"},
    {QdaSourceKind::audio, "AudioSource"},
    {QdaSourceKind::video, "VideoSource"},
}};

constexpr base::NameTable<QdaDirection, 4> directions = {{
    {QdaDirection::unknown, ""},
    {QdaDirection::associative, "Associative"},
    {QdaDirection::one_way, "OneWay"},
    {QdaDirection::both_ways, "Bidirectional"},
}};

constexpr std::array<std::string_view, 10> shapes = {"Person",
                                                     "Oval",
                                                     "Rectangle",
                                                     "RoundedRectangle",
                                                     "Star",
                                                     "LeftTriangle",
                                                     "RightTriangle",
                                                     "UpTriangle",
                                                     "DownTriangle",
                                                     "Note"};
constexpr std::array<std::string_view, 3> line_styles = {"dotted", "dashed", "solid"};

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

// Takes a number of exactly so many digits off the head; -1 where there is none.
int take_digits(std::string_view& rest, std::size_t count) {
  if (rest.size() < count || !std::ranges::all_of(rest.substr(0, count), is_digit)) return -1;
  int number = 0;
  for (const char digit : rest.substr(0, count)) number = number * 10 + (digit - '0');
  rest.remove_prefix(count);
  return number;
}

bool take(std::string_view& rest, char sign) {
  if (rest.empty() || rest.front() != sign) return false;
  rest.remove_prefix(1);
  return true;
}

bool take_date(std::string_view& rest) {
  const int year = take_digits(rest, 4);
  if (year < 1 || !take(rest, '-')) return false;
  const int month = take_digits(rest, 2);
  if (month < 1 || month > 12 || !take(rest, '-')) return false;
  const int day = take_digits(rest, 2);
  constexpr std::array days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day >= 1 &&
         day <= days.at(static_cast<std::size_t>(month - 1)) + (month == 2 && leap ? 1 : 0);
}

bool take_time(std::string_view& rest) {
  const int hour = take_digits(rest, 2);
  if (hour < 0 || hour > 23 || !take(rest, ':')) return false;
  const int minute = take_digits(rest, 2);
  if (minute < 0 || minute > 59 || !take(rest, ':')) return false;
  const int second = take_digits(rest, 2);
  if (second < 0 || second > 59) return false;
  if (!take(rest, '.')) return true;
  const auto digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  rest.remove_prefix(digits);
  return digits > 0;
}

// Nothing, Z, or ±hh:mm, and nothing behind it.
bool is_zone(std::string_view rest) {
  if (rest.empty() || rest == "Z") return true;
  if (!take(rest, '+') && !take(rest, '-')) return false;
  const int hours = take_digits(rest, 2);
  if (hours < 0 || hours > 13 || !take(rest, ':')) return false;
  const int minutes = take_digits(rest, 2);
  return minutes >= 0 && minutes <= 59 && rest.empty();
}

bool is_decimal(std::string_view word) {
  if (word.starts_with('-') || word.starts_with('+')) word.remove_prefix(1);
  const auto digits = std::ranges::count_if(word, is_digit);
  const auto points = std::ranges::count(word, '.');
  return digits > 0 && points <= 1 && static_cast<std::size_t>(digits + points) == word.size();
}

bool is_integer(std::string_view word) {
  return is_decimal(word) && word.find('.') == std::string_view::npos;
}

}  // namespace

std::string_view format_type(QdaType type) {
  return base::find_name(types, type);
}

std::optional<QdaType> parse_type(std::string_view word) {
  return base::find_value(types, word);
}

std::string_view format_source_kind(QdaSourceKind kind) {
  return base::find_name(kinds, kind);
}

std::optional<QdaSourceKind> parse_source_kind(std::string_view element) {
  return base::find_value(kinds, element);
}

std::string_view format_direction(QdaDirection direction) {
  return base::find_name(directions, direction);
}

std::optional<QdaDirection> parse_direction(std::string_view word) {
  return base::find_value(directions, word);
}

bool is_shape(std::string_view word) {
  return std::ranges::find(shapes, word) != shapes.end();
}

bool is_line_style(std::string_view word) {
  return std::ranges::find(line_styles, word) != line_styles.end();
}

bool is_color(std::string_view word) {
  return (word.size() == 4 || word.size() == 7) && word.front() == '#' &&
         word.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

std::optional<std::int64_t> parse_whole(std::string_view word) {
  if (!is_integer(word)) return std::nullopt;
  if (word.starts_with('+')) word.remove_prefix(1);
  std::int64_t number = 0;
  const auto [stopped, problem] = std::from_chars(word.begin(), word.end(), number);
  return problem == std::errc() && stopped == word.end() ? std::optional(number) : std::nullopt;
}

bool is_date_time(std::string_view word) {
  return take_date(word) && take(word, 'T') && take_time(word) && is_zone(word);
}

bool fits_type(QdaType type, std::string_view value) {
  switch (type) {
    case QdaType::text:
      return true;
    case QdaType::boolean:
      return value == "true" || value == "false" || value == "1" || value == "0";
    case QdaType::integer:
      return is_integer(value);
    case QdaType::decimal:
      return is_decimal(value);
    case QdaType::date:
      return take_date(value) && is_zone(value);
    case QdaType::date_time:
      return is_date_time(value);
  }
  return false;
}

}  // namespace exchange
