// Which column of a workbook means what: guessed from its headers, seen and kept by people as YAML.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace workflow {

/// A sheet: its name and its rows; cells[i] is column i, row 1 is rows[0].
struct SheetRows {
  std::string name;
  std::vector<std::vector<std::string>> rows;
};

/// Where ratings stand in a workbook. Fields are those of a table of ratings: indicator, rater,
/// stage, value, outcome, reason, because, confidence, checks.
struct WorkbookMapping {
  std::string sheet;
  int head_row = 1;                              ///< the row with the headers, counted from 1
  std::map<std::string, std::string> columns;    ///< header of the column, by field
  std::map<std::string, std::string> constants;  ///< the same for every row, by field
};

/// The fields in the order of a table of ratings.
const std::vector<std::string>& rating_fields();

/// The first sheet and row, among the first fifty rows, whose headers name an indicator and a value
/// or an outcome in Indonesian or English; letter case and white space do not count. Nothing where
/// there is none.
std::optional<WorkbookMapping> guess_mapping(const std::vector<SheetRows>& sheets);

/// Reads a mapping from YAML. Errors (kind invalid): those of YAML, mapping.wrong_form,
/// mapping.unknown_key.
base::Result<WorkbookMapping> parse_mapping(std::string_view yaml);

/// The mapping as YAML that parse_mapping reads, with a line on top that says what it is.
std::string format_mapping(const WorkbookMapping& mapping);

/// The column of each field in the head row; none for a field that is a constant or not there.
/// Errors (kind invalid): mapping.no_sheet, mapping.no_row, mapping.no_column, mapping.two_columns.
base::Result<std::map<std::string, std::size_t>> find_columns(const std::vector<SheetRows>& sheets,
                                                              const WorkbookMapping& mapping);

}  // namespace workflow
