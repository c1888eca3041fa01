// The name of a sheet as the label of its page.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "extract/sheet_text.hpp"
#include "text/unicode.hpp"

namespace extract {

constexpr std::size_t sheets_max = 2'000;  ///< of one workbook

/// On one line and of bounded length; the sheet's number where it has no name.
inline std::string to_sheet_name(std::string_view name, std::size_t number) {
  constexpr std::int64_t length_max = 100;
  auto label = to_cell_text(name);
  if (label.empty()) return std::to_string(number);
  return std::string(text::slice(label, 0, length_max));
}

}  // namespace extract
