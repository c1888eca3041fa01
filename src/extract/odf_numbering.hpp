// Counts the items of OpenDocument lists and the headings.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/odf_styles.hpp"

namespace extract {

class OdfNumbering {
 public:
  explicit OdfNumbering(const OdfStyles& styles) : styles_(styles) {}

  /// A list begins inside those that are open. One inside another has its style where it has none
  /// of its own; an outermost one counts anew unless it continues.
  void open_list(std::string_view style, bool continues);
  void close_list();

  /// An item begins; the next paragraph bears its mark. A list's header has none.
  void begin_item(std::optional<int> start);
  void begin_header();

  [[nodiscard]] bool is_in_list() const { return !open_.empty(); }

  /// What is printed before the first paragraph of an item, a space at its end; else empty.
  std::string count_item();

  /// What is printed before a heading of this level, counted from 1.
  std::string count_heading(int level);

 private:
  using Counts = std::map<int, int>;

  static std::string count(const OdfLevels& levels,
                           int level,
                           std::optional<int> start,
                           Counts& counts);

  const OdfStyles& styles_;
  std::vector<std::string> open_;         // the style of each list
  std::map<std::string, Counts> counts_;  // by list style; "" for headings
  std::optional<int> start_;
  bool is_waiting_ = false;  // an item has begun and no paragraph of it yet
};

}  // namespace extract
