// A CSV file whose columns are known by name: ratings and evidence come in this way.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace workflow {

/// What is wrong with one line of an imported file.
struct LineProblem {
  int line = 0;
  base::Error error;
};

/// What an import did: all rows, or none where a line has a problem.
struct ImportedRows {
  int added = 0;
  int unchanged = 0;  ///< rows that say what is kept already
  std::vector<LineProblem> problems;
};

/// A row by column: cells[i] belongs to the i-th known column; empty where the file has no such
/// column. A leading apostrophe before a formula sign, which our own exports write, is taken off.
struct NamedRow {
  int line = 0;
  std::vector<std::string> cells;
};

/// Errors (kind invalid): table.not_utf8, table.empty, table.column_doubled, table.column_unknown,
/// table.column_missing (of the first `required` ones), table.row_length, those of CSV.
base::Result<std::vector<NamedRow>> read_named_rows(std::string_view csv,
                                                    std::span<const std::string_view> known,
                                                    std::span<const std::string_view> required);

/// Joins cells to a line of CSV; texts that a spreadsheet would run are defused.
std::string format_row(const std::vector<std::string>& cells);

}  // namespace workflow
