// Reads list marks letter by letter, and forgives what OCR does to a closing bracket.
#include "ingest/list_mark.hpp"

#include <array>
#include <cctype>
#include <charconv>
#include <utility>

namespace ingest {

namespace {

constexpr std::size_t digits_max = 3;

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

bool is_lower(char byte) {
  return byte >= 'a' && byte <= 'z';
}

bool is_capital(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

int to_number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<ListMark> find_bullet(std::string_view line) {
  for (const std::string_view bullet :
       {"-", "*", "+", "•", "–", "▪", "●", "\uF0B7", "\uF0A7", "\uF0D8"})
    if (line.starts_with(bullet) && (line.size() == bullet.size() || line[bullet.size()] == ' '))
      return ListMark{MarkKind::bullet, 0, "", bullet.size()};
  return std::nullopt;
}

bool is_mark_end(std::string_view line, std::size_t at) {
  return at == line.size() || line[at] == ' ';
}

// OCR reads "(2)" as "(21": the bracket has become a digit.
std::optional<ListMark> find_misread(std::string_view line, std::string_view inside) {
  const auto end = 1 + inside.size();
  if (inside.size() < 2 || inside.back() != '1' || !is_digit(inside[0]) || !is_mark_end(line, end))
    return std::nullopt;
  const auto digits = inside.substr(0, inside.size() - 1);
  return ListMark{MarkKind::number_brackets, to_number(digits), std::string(digits), end};
}

std::optional<ListMark> make_number(std::string_view digits, bool opened, char closing) {
  const int value = to_number(digits);
  if (value == 0) return std::nullopt;
  const std::string label(digits);
  if (opened) return ListMark{MarkKind::number_brackets, value, label, digits.size() + 2};
  if (closing == '.') return ListMark{MarkKind::number, value, label, digits.size() + 1};
  return ListMark{MarkKind::number_half, value, label + ")", digits.size() + 1};
}

std::optional<ListMark> make_letter(char letter, bool opened, char closing) {
  const std::string label(1, letter);
  if (is_capital(letter)) {
    if (opened || closing != '.') return std::nullopt;
    return ListMark{MarkKind::capital, letter - 'A' + 1, label, 2};
  }
  const int value = letter - 'a' + 1;
  if (opened) return ListMark{MarkKind::letter_brackets, value, "(" + label + ")", 3};
  if (closing == '.') return ListMark{MarkKind::letter, value, label, 2};
  return ListMark{MarkKind::letter_half, value, label + ")", 2};
}

std::optional<ListMark> make_roman(std::string_view digits, bool opened, char closing) {
  std::string capitals(digits);
  for (char& digit : capitals)
    digit = static_cast<char>(std::toupper(static_cast<unsigned char>(digit)));
  const auto value = parse_roman(capitals);
  const bool mixed = is_lower(digits[0]) != is_lower(digits.back());
  if (!value || mixed || opened || closing != '.') return std::nullopt;
  const auto kind = is_capital(digits[0]) ? MarkKind::capital_roman : MarkKind::roman;
  return ListMark{kind, *value, std::string(digits), digits.size() + 1};
}

}  // namespace

std::optional<int> parse_roman(std::string_view digits) {
  constexpr std::array<std::pair<std::string_view, int>, 13> values = {{{"M", 1000},
                                                                        {"CM", 900},
                                                                        {"D", 500},
                                                                        {"CD", 400},
                                                                        {"C", 100},
                                                                        {"XC", 90},
                                                                        {"L", 50},
                                                                        {"XL", 40},
                                                                        {"X", 10},
                                                                        {"IX", 9},
                                                                        {"V", 5},
                                                                        {"IV", 4},
                                                                        {"I", 1}}};
  int total = 0;
  for (const auto& [roman, value] : values)
    for (int times = 0; times < 3 && digits.starts_with(roman); ++times) {
      digits.remove_prefix(roman.size());
      total += value;
    }
  if (!digits.empty() || total == 0) return std::nullopt;
  return total;
}

std::optional<ListMark> find_list_mark(std::string_view line) {
  if (auto bullet = find_bullet(line)) return bullet;
  const bool opened = line.starts_with('(');
  const std::size_t begin = opened ? 1 : 0;
  auto end = begin;
  while (end < line.size() && is_digit(line[end])) ++end;
  const bool digits = end > begin;
  while (!digits && end < line.size() && (is_lower(line[end]) || is_capital(line[end]))) ++end;
  const auto inside = line.substr(begin, end - begin);
  if (inside.empty() || inside.size() > (digits ? digits_max : 5)) return std::nullopt;
  const bool closed = end < line.size() && (line[end] == ')' || (!opened && line[end] == '.'));
  if (!closed) return opened && digits ? find_misread(line, inside) : std::nullopt;
  if (!is_mark_end(line, end + 1)) return std::nullopt;
  if (digits) return make_number(inside, opened, line[end]);
  if (inside.size() == 1) return make_letter(inside[0], opened, line[end]);
  return make_roman(inside, opened, line[end]);
}

std::optional<ListMark> as_roman(const ListMark& mark) {
  if ((mark.kind != MarkKind::letter && mark.kind != MarkKind::capital) || mark.label.size() != 1)
    return std::nullopt;
  return make_roman(mark.label, false, '.');
}

std::optional<ListMark> find_row_mark(std::string_view line) {
  std::size_t end = 0;
  while (end < line.size() && is_digit(line[end])) ++end;
  if (end == 0 || end > digits_max || end + 1 >= line.size() || line[end] != ' ')
    return std::nullopt;
  const char next = line[end + 1];
  const bool word = is_lower(next) || is_capital(next) || static_cast<unsigned char>(next) >= 0xC3;
  if (!word || line[0] == '0') return std::nullopt;
  const auto digits = line.substr(0, end);
  return ListMark{MarkKind::bare, to_number(digits), std::string(digits), end};
}

}  // namespace ingest
