// Letters repeat after z as word processors repeat them; Roman numbers subtract.
#include "extract/list_number.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace extract {

namespace {

std::string format_roman(int number) {
  constexpr std::array<std::pair<int, std::string_view>, 13> parts = {{{1000, "m"},
                                                                       {900, "cm"},
                                                                       {500, "d"},
                                                                       {400, "cd"},
                                                                       {100, "c"},
                                                                       {90, "xc"},
                                                                       {50, "l"},
                                                                       {40, "xl"},
                                                                       {10, "x"},
                                                                       {9, "ix"},
                                                                       {5, "v"},
                                                                       {4, "iv"},
                                                                       {1, "i"}}};
  std::string roman;
  for (const auto& [value, letters] : parts)
    for (; number >= value; number -= value) roman += letters;
  return roman;
}

std::string to_upper(std::string text) {
  for (char& byte : text) byte = static_cast<char>(byte - 'a' + 'A');
  return text;
}

}  // namespace

std::string format_list_number(int number, NumberStyle style) {
  const bool letters = style == NumberStyle::lower_letter || style == NumberStyle::upper_letter;
  const bool roman = style == NumberStyle::lower_roman || style == NumberStyle::upper_roman;
  if (style == NumberStyle::two_digits && number >= 0 && number < 10)
    return "0" + std::to_string(number);
  if ((!letters && !roman) || number < 1 || number > 3'999) return std::to_string(number);
  auto text = letters ? std::string(static_cast<std::size_t>((number - 1) / 26 + 1),
                                    static_cast<char>('a' + (number - 1) % 26))
                      : format_roman(number);
  const bool upper = style == NumberStyle::upper_letter || style == NumberStyle::upper_roman;
  return upper ? to_upper(std::move(text)) : text;
}

}  // namespace extract
