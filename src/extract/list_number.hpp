// Writes a number of a list as it is printed: 4, d, D, iv, IV.
#pragma once

#include <string>

namespace extract {

enum class NumberStyle {
  decimal,
  two_digits,
  lower_letter,
  upper_letter,
  lower_roman,
  upper_roman
};

/// The number as printed. Letters go on with aa, bb after z; what a style cannot show (nothing
/// below 1, no Roman number above 3,999) is written in digits.
std::string format_list_number(int number, NumberStyle style);

}  // namespace extract
