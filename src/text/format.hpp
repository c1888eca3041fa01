// Numbers and dates as a reader of Indonesian or English writes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace text {

enum class Locale { indonesian, english };

/// A decimal such as "2.48" with the reader's decimal sign: "2,48" in Indonesian.
std::string format_number(std::string_view decimal, Locale locale);

/// "2026-11-24" or a longer ISO instant as "24 November 2026"; anything else unchanged.
std::string format_date(std::string_view iso, Locale locale);

/// "a, b, dan c" / "a, b and c".
std::string format_list(const std::vector<std::string>& items, Locale locale);

}  // namespace text
