// Numbers of a workbook as their cell's format shows them: dates, times, percentages, decimals.
#pragma once

#include <string>
#include <string_view>

namespace extract {

/// What a number format says of a number. Grouping, currency and colour are not kept: how they are
/// printed depends on the reader's country.
struct NumberFormat {
  enum class Kind { general, fixed, percent, date, time, date_time, elapsed };

  Kind kind = Kind::general;
  int decimals = 0;           ///< of fixed and percent
  int optional_decimals = 0;  ///< of these decimals, how many go where they are zero
  bool operator==(const NumberFormat&) const = default;
};

/// The format of a code such as "dd/mm/yyyy", "0.0%" or "[h]:mm"; its first section counts.
NumberFormat parse_number_format(std::string_view code);

/// The format of one of the numbers below 164 that have no code in the file.
NumberFormat find_number_format(int id);

enum class Epoch { from_1900, from_1904 };

/// "2026-11-24", "2026-11-24 13:05", "13:05:30", "37:15", "85%", "2.97", "1234567"; with a point
/// for decimals, and at most 15 digits as the programs show. What is no number, or no day, stays as
/// it is.
std::string format_sheet_number(std::string_view value, const NumberFormat& format, Epoch epoch);

}  // namespace extract
