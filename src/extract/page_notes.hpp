// What was odd in sheets or slides: each kind once, with their names and how often.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.hpp"

namespace extract {

class PageNotes {
 public:
  /// Something that was met `count` times in a sheet or slide; nothing for 0.
  void add(std::string_view id, std::string_view page, int count);

  /// A sheet or slide that is something as a whole.
  void add_page(std::string_view id, std::string_view page);

  /// One problem of each kind in the order in which they came: "Data: 3; Rekap: 1".
  [[nodiscard]] std::vector<document::Problem> release();

 private:
  void append(std::string_view id, std::string words);

  std::vector<std::pair<std::string, std::vector<std::string>>> notes_;
};

}  // namespace extract
