// What was odd in the sheets of a workbook: each kind once, with the sheets and how often.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.hpp"

namespace extract {

class SheetNotes {
 public:
  /// Something that was met `count` times in a sheet; nothing for 0.
  void add(std::string_view id, std::string_view sheet, int count);

  /// A sheet that is something as a whole.
  void add_sheet(std::string_view id, std::string_view sheet);

  /// One problem of each kind in the order in which they came: "Data: 3; Rekap: 1".
  [[nodiscard]] std::vector<document::Problem> release();

 private:
  void append(std::string_view id, std::string words);

  std::vector<std::pair<std::string, std::vector<std::string>>> notes_;
};

}  // namespace extract
