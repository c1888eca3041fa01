// Identifiers, pages and dates as the formats write them, brought into one form.
#include "ingest/reference_entry.hpp"

#include <algorithm>
#include <array>

namespace ingest {

namespace {

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

char to_lower(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

int hex_value(char byte) {
  if (is_digit(byte)) return byte - '0';
  const char lower = to_lower(byte);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// %2F and its like, as addresses write what a DOI may hold.
std::string decode_percent(std::string_view address) {
  std::string decoded;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const bool coded = address[i] == '%' && i + 2 < address.size();
    const int high = coded ? hex_value(address[i + 1]) : -1;
    const int low = coded ? hex_value(address[i + 2]) : -1;
    const int value = high * 16 + low;
    if (high < 0 || low < 0 || value < 0x20 || value > 0x7E) {
      decoded += address[i];
      continue;
    }
    decoded += static_cast<char>(value);
    i += 2;
  }
  return decoded;
}

// The digits at the head of a text, taken off; a separator behind them goes, too.
std::string take_digits(std::string_view& rest) {
  std::size_t length = 0;
  while (length < rest.size() && is_digit(rest[length])) ++length;
  std::string digits(rest.substr(0, length));
  rest.remove_prefix(length);
  if (!rest.empty() && (rest[0] == '-' || rest[0] == '/')) rest.remove_prefix(1);
  return digits;
}

std::string two_digits(const std::string& digits, int most) {
  if (digits.empty() || digits.size() > 2) return {};
  const int number = std::stoi(digits);
  if (number < 1 || number > most) return {};
  return digits.size() == 1 ? "0" + digits : digits;
}

}  // namespace

std::string normalize_doi(std::string_view written) {
  std::string doi(trim(written));
  std::ranges::transform(doi, doi.begin(), to_lower);
  bool address = false;
  constexpr std::array<std::string_view, 6> heads = {
      "https://", "http://", "dx.", "www.", "doi.org/", "doi:"};
  for (const auto head : heads) {
    if (!doi.starts_with(head)) continue;
    address = address || head == "doi.org/";
    doi = trim(std::string_view(doi).substr(head.size()));
  }
  if (address) doi = decode_percent(doi.substr(0, doi.find_first_of("?#")));
  while (!doi.empty() && (doi.back() == '.' || doi.back() == ',' || doi.back() == ';'))
    doi.pop_back();
  const auto slash = doi.find('/');
  const bool fits = doi.starts_with("10.") && slash != std::string::npos && slash > 3 &&
                    slash + 1 < doi.size() && doi.find_first_of(" \t\r\n") == std::string::npos;
  return fits ? doi : std::string();
}

void settle_doi(std::string_view written, ReferenceEntry& entry) {
  auto& reference = entry.reference;
  reference.doi = normalize_doi(written);
  if (reference.doi.empty() && !trim(written).empty())
    entry.problems.push_back({"references.odd_doi", {}, std::string(trim(written))});
  if (reference.doi.empty() && reference.url.find("doi.org/") != std::string::npos)
    reference.doi = normalize_doi(reference.url);
}

std::string normalize_pages(std::string_view written) {
  const auto text = trim(written);
  const auto dash = text.find('-');
  const auto behind = text.find_first_not_of('-', dash);
  if (dash == 0 || dash == std::string_view::npos || behind == std::string_view::npos)
    return std::string(text);
  const auto first = trim(text.substr(0, dash));
  const auto last = trim(text.substr(behind));
  if (last.find_first_of("-–, ") != std::string_view::npos ||
      first.find_first_of("–, ") != std::string_view::npos)
    return std::string(text);
  return std::string(first) + "–" + std::string(last);
}

std::string normalize_date(std::string_view written) {
  auto rest = trim(written);
  const auto begin = rest;
  if (rest.size() < 4 || !std::all_of(rest.begin(), rest.begin() + 4, is_digit) ||
      (rest.size() > 4 && rest[4] != '-' && rest[4] != '/'))
    return std::string(begin);
  std::string date = take_digits(rest);
  const auto month_digits = take_digits(rest);
  const auto month = two_digits(month_digits, 12);
  if (month.empty()) return month_digits.empty() && rest.size() > 4 ? std::string(begin) : date;
  date += "-" + month;
  const auto day = two_digits(take_digits(rest), 31);
  return day.empty() ? date : date + "-" + day;
}

}  // namespace ingest
