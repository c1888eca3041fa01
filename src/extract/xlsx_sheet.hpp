// The cells of one sheet of an Excel workbook.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "codec/xml.hpp"
#include "extract/sheet_number.hpp"
#include "extract/sheet_text.hpp"

namespace extract {

/// What cells refer to.
struct WorkbookContext {
  std::vector<std::string> strings;   ///< shared ones, each on one line
  std::vector<NumberFormat> formats;  ///< by the number of a cell's style
  Epoch epoch = Epoch::from_1900;
};

/// What was met on the way and a reader should know; hidden rows and columns only where they have
/// words.
struct SheetFindings {
  int hidden_rows = 0;
  int hidden_columns = 0;
  int merged_areas = 0;
  int covered_cells = 0;  ///< cells with words under a merged one, which nobody sees
  int formulas_without_value = 0;
};

/// Reads the cells of a sheet's root into `target`; stops when it is full.
SheetFindings read_cells(codec::XmlNode sheet, const WorkbookContext& context, SheetText& target);

/// A string of runs ("si", "is", a comment's "text") on one line, without its reading aids.
std::string read_rich_text(codec::XmlNode node);

/// A whole number of a cell or style; -1 for anything else.
int read_index(std::string_view digits);

}  // namespace extract
