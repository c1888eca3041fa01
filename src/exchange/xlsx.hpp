// Tables of words as an XLSX workbook in memory. The one door to libxlsxwriter.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace exchange {

/// A sheet: its first row is the head, which stays in sight. Cells are words and stay words: one
/// that begins as a formula does is no formula. An empty cell is not written.
struct XlsxSheet {
  std::string name;         ///< at most 31 characters without []:*?/\ .
  std::vector<int> widths;  ///< of the columns, in characters; the others have a width of 12
  std::vector<std::vector<std::string>> rows;
};

/// The workbook as bytes, the same for the same sheets: everything in it is dated 1980-01-01.
/// Errors: invalid xlsx.not_written (sheet, problem) for a name or a text that a sheet cannot hold
/// (32,767 characters), unavailable xlsx.not_written where memory or the temporary folder fails.
base::Result<std::string> write_xlsx(std::span<const XlsxSheet> sheets);

}  // namespace exchange
