// CSV as RFC 4180 in UTF-8, comma or semicolon: rows of cells that know where they stand.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/rational.hpp"
#include "base/result.hpp"

namespace codec {

/// One cell: its text with quotes removed, and whether it was quoted. Views live as long as the
/// reader and its text.
struct CsvCell {
  std::string_view text;
  bool quoted = false;
};

/// One row and the line on which it begins, counted from 1 (the header is line 1).
struct CsvRow {
  int line = 0;
  std::vector<CsvCell> cells;
};

/// Reads a CSV text row by row. A byte-order mark is skipped; the separator is told from the header
/// line; blank lines are skipped; lines end with LF or CRLF.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text);

  [[nodiscard]] char separator() const { return separator_; }

  /// Reads the next row into `row`; false at the end. Errors (kind invalid, with line):
  /// csv.unclosed_quote, csv.stray_quote, csv.cell_too_large, csv.nul_byte.
  base::Result<bool> next(CsvRow& row);

 private:
  base::Result<void> read_cell(CsvRow& row);
  base::Result<void> read_quoted_cell(CsvRow& row);
  [[nodiscard]] bool at_row_end() const;
  void skip_row_end();

  std::string_view text_;
  std::size_t position_ = 0;
  int line_ = 1;
  char separator_ = ',';
  std::deque<std::string> unescaped_;  ///< cells with doubled quotes, kept alive here for one row
};

/// How a cell reads as a number.
enum class NumberReading { number, not_a_number, ambiguous };

struct CsvNumber {
  NumberReading reading = NumberReading::not_a_number;
  base::Rational value;
};

/// Reads a cell as an exact number: a decimal point, or a comma where the separator is a semicolon
/// or the cell is quoted. Ambiguous, never guessed: 1.234 where commas are decimal signs, and
/// "1,234" quoted between commas.
CsvNumber parse_csv_number(const CsvCell& cell, char separator);

/// Quotes a cell where RFC 4180 needs it.
std::string format_csv_cell(std::string_view text);

/// As format_csv_cell, for a text that people typed: one that a spreadsheet would run as a formula
/// (= + - @, tab, CR at its start, also behind apostrophes) gets a leading apostrophe.
std::string format_csv_text(std::string_view text);

/// The text that format_csv_text was given.
std::string_view undo_csv_text(std::string_view text);

}  // namespace codec
