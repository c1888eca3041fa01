// Writes numbers, dates and lists as readers of Indonesian and English do.
#include "text/format.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace text {

namespace {

constexpr std::array<std::array<std::string_view, 12>, 2> month_names = {{
    {"Januari",
     "Februari",
     "Maret",
     "April",
     "Mei",
     "Juni",
     "Juli",
     "Agustus",
     "September",
     "Oktober",
     "November",
     "Desember"},
    {"January",
     "February",
     "March",
     "April",
     "May",
     "June",
     "July",
     "August",
     "September",
     "October",
     "November",
     "December"},
}};

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int read_two_digits(std::string_view text) {
  return (text[0] - '0') * 10 + (text[1] - '0');
}

bool starts_with_date(std::string_view iso) {
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return false;
  if (iso.size() > 10 && iso[10] != 'T' && iso[10] != ' ') return false;
  return is_digits(iso.substr(0, 4)) && is_digits(iso.substr(5, 2)) && is_digits(iso.substr(8, 2));
}

}  // namespace

std::string format_number(std::string_view decimal, Locale locale) {
  std::string shown(decimal);
  if (locale == Locale::indonesian) std::replace(shown.begin(), shown.end(), '.', ',');
  return shown;
}

std::string format_date(std::string_view iso, Locale locale) {
  if (!starts_with_date(iso)) return std::string(iso);
  const int month = read_two_digits(iso.substr(5, 2));
  const int day = read_two_digits(iso.substr(8, 2));
  if (month < 1 || month > 12 || day < 1 || day > 31) return std::string(iso);
  const auto& names = month_names.at(locale == Locale::indonesian ? 0 : 1);
  return std::to_string(day) + " " + std::string(names.at(static_cast<std::size_t>(month - 1))) +
         " " + std::string(iso.substr(0, 4));
}

std::string format_list(const std::vector<std::string>& items, Locale locale) {
  if (items.empty()) return {};
  std::string joined = items.front();
  for (std::size_t i = 1; i + 1 < items.size(); ++i) joined += ", " + items[i];
  if (items.size() == 1) return joined;
  // Indonesian keeps the comma before "dan" from three items on.
  if (locale == Locale::indonesian)
    return joined + (items.size() > 2 ? ", dan " : " dan ") + items.back();
  return joined + " and " + items.back();
}

}  // namespace text
