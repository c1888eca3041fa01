// Reads Excel workbooks: every sheet a page, every row a line.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "extract/found_text.hpp"
#include "extract/office_archive.hpp"

namespace extract {

/// The sheets in the workbook's order, hidden ones too, as their cells show: formulas by the value
/// that was saved with them, dates as ISO dates, merged cells by the one at their top left,
/// comments at the end of their row. `main_part` is the workbook. Errors: those of OfficeArchive;
/// reading.too_large.
base::Result<FoundText> read_xlsx(OfficeArchive& archive, std::string_view main_part);

}  // namespace extract
