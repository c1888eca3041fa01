// Reads CSV without copying what need not be copied, and never guesses a number.
#include "codec/csv.hpp"

#include <algorithm>

namespace codec {

namespace {

constexpr std::size_t cell_bytes_max = 1U << 20U;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

char detect_separator(std::string_view header) {
  std::size_t commas = 0;
  std::size_t semicolons = 0;
  bool quoted = false;
  for (const char c : header) {
    if (c == '\n' && !quoted) break;
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == ',') ++commas;
    if (c == ';') ++semicolons;
  }
  return semicolons > commas ? ';' : ',';
}

tl::unexpected<base::Error> fail_at(const char* id, int line) {
  return base::fail(base::ErrorKind::invalid, id, {{"line", std::to_string(line)}});
}

}  // namespace

CsvReader::CsvReader(std::string_view text) : text_(text) {
  if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
  separator_ = detect_separator(text_);
}

bool CsvReader::at_row_end() const {
  if (position_ >= text_.size()) return true;
  if (text_[position_] == '\n') return true;
  return text_[position_] == '\r' && position_ + 1 < text_.size() && text_[position_ + 1] == '\n';
}

void CsvReader::skip_row_end() {
  if (position_ >= text_.size()) return;
  if (text_[position_] == '\r') ++position_;
  ++position_;
  ++line_;
}

base::Result<bool> CsvReader::next(CsvRow& row) {
  row.cells.clear();
  unescaped_.clear();
  while (position_ < text_.size() && at_row_end()) skip_row_end();
  if (position_ >= text_.size()) return false;
  row.line = line_;
  while (true) {
    TRY(read_cell(row));
    if (position_ < text_.size() && text_[position_] == separator_) {
      ++position_;
      continue;
    }
    break;
  }
  skip_row_end();
  return true;
}

base::Result<void> CsvReader::read_cell(CsvRow& row) {
  if (position_ < text_.size() && text_[position_] == '"') return read_quoted_cell(row);
  const std::size_t begin = position_;
  while (!at_row_end() && text_[position_] != separator_) {
    if (text_[position_] == '\0') return fail_at("csv.nul_byte", line_);
    if (text_[position_] == '"') return fail_at("csv.stray_quote", line_);
    ++position_;
  }
  if (position_ - begin > cell_bytes_max) return fail_at("csv.cell_too_large", line_);
  row.cells.push_back({text_.substr(begin, position_ - begin), false});
  return {};
}

base::Result<void> CsvReader::read_quoted_cell(CsvRow& row) {
  const int start_line = line_;
  const std::size_t begin = ++position_;
  bool doubled = false;
  while (true) {
    const std::size_t quote = text_.find('"', position_);
    if (quote == std::string_view::npos) return fail_at("csv.unclosed_quote", start_line);
    position_ = quote + 1;
    if (position_ >= text_.size() || text_[position_] != '"') break;
    doubled = true;
    ++position_;
  }
  const std::string_view raw = text_.substr(begin, position_ - 1 - begin);
  if (raw.size() > cell_bytes_max) return fail_at("csv.cell_too_large", start_line);
  if (raw.find('\0') != std::string_view::npos) return fail_at("csv.nul_byte", start_line);
  line_ += static_cast<int>(std::count(raw.begin(), raw.end(), '\n'));
  if (!at_row_end() && text_[position_] != separator_) return fail_at("csv.stray_quote", line_);
  if (!doubled) {
    row.cells.push_back({raw, true});
    return {};
  }
  std::string& text = unescaped_.emplace_back();
  for (std::size_t i = 0; i < raw.size(); ++i) {
    text += raw[i];
    if (raw[i] == '"') ++i;
  }
  row.cells.push_back({text, true});
  return {};
}

namespace {

/// Whether digits with one sign between could also be grouped thousands: 1 to 3 digits, not a lone
/// zero, then exactly 3.
bool could_be_thousands(std::string_view text, std::size_t sign) {
  std::string_view whole = text.substr(0, sign);
  if (!whole.empty() && (whole.front() == '-' || whole.front() == '+')) whole.remove_prefix(1);
  return text.size() - sign - 1 == 3 && !whole.empty() && whole.size() <= 3 && whole.front() != '0';
}

/// The usual cell: a few digits and nothing else, which read in one way only.
std::optional<base::Rational> parse_short_whole(std::string_view text) {
  constexpr std::size_t digits_max = 15;
  if (text.empty() || text.size() > digits_max) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return base::Rational(number);
}

}  // namespace

CsvNumber parse_csv_number(const CsvCell& cell, char separator) {
  const std::string_view text = cell.text;
  if (const auto whole = parse_short_whole(text)) return {NumberReading::number, *whole};
  const auto comma = text.find(',');
  const auto point = text.find('.');
  if (text.find('/') != std::string_view::npos) return {};
  if (comma == std::string_view::npos) {
    const auto value = base::parse_rational(text);
    if (!value) return {};
    if (point != std::string_view::npos && separator == ';' && could_be_thousands(text, point))
      return {NumberReading::ambiguous, {}};
    return {NumberReading::number, *value};
  }
  if (separator != ';' && !cell.quoted) return {};
  if (point != std::string_view::npos || text.find(',', comma + 1) != std::string_view::npos) {
    const bool digits_only = text.find_first_not_of("0123456789.,+-") == std::string_view::npos;
    return {digits_only ? NumberReading::ambiguous : NumberReading::not_a_number, {}};
  }
  std::string with_point(text);
  with_point[comma] = '.';
  const auto value = base::parse_rational(with_point);
  if (!value) return {};
  if (separator != ';' && could_be_thousands(text, comma)) return {NumberReading::ambiguous, {}};
  return {NumberReading::number, *value};
}

std::string format_csv_cell(std::string_view text) {
  if (text.find_first_of(",;\"\n\r") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    quoted += c;
    if (c == '"') quoted += '"';
  }
  return quoted + '"';
}

namespace {

/// Whether a spreadsheet would take the text for a formula once its leading apostrophes are gone.
bool hides_formula(std::string_view text) {
  constexpr std::string_view formula_starts = "=+-@\t\r";
  const auto first = text.find_first_not_of('\'');
  return first != std::string_view::npos &&
         formula_starts.find(text[first]) != std::string_view::npos;
}

}  // namespace

std::string format_csv_text(std::string_view text) {
  return hides_formula(text) ? format_csv_cell("'" + std::string(text)) : format_csv_cell(text);
}

std::string_view undo_csv_text(std::string_view text) {
  if (text.starts_with('\'') && hides_formula(text)) text.remove_prefix(1);
  return text;
}

}  // namespace codec
