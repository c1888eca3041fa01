// What the styles of an OpenDocument file say: what is hidden, and how lists and headings are
// numbered.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "codec/xml.hpp"
#include "extract/list_number.hpp"

namespace extract {

/// One level of a list or of the headings.
struct OdfLevel {
  std::optional<NumberStyle> number;  ///< empty for bullets and for levels without a number
  std::string bullet;
  std::string prefix;
  std::string suffix;
  int levels_shown = 1;  ///< 2 for "3.1"
  int start = 1;
};

using OdfLevels = std::map<int, OdfLevel>;  // counted from 1

class OdfStyles {
 public:
  /// Takes the styles of these roots: content.xml's and styles.xml's; either may be absent.
  explicit OdfStyles(const std::vector<codec::XmlNode>& roots);

  /// Whether words, a sheet or a slide of this style are not shown.
  [[nodiscard]] bool is_hidden(std::string_view family, std::string_view style) const;

  /// The levels of a list style; those of the headings for "". Null where there are none.
  [[nodiscard]] const OdfLevels* find_levels(std::string_view list_style) const;

 private:
  void take(codec::XmlNode styles);
  void take_style(codec::XmlNode style);
  void take_levels(codec::XmlNode style, std::string_view name);

  std::set<std::string, std::less<>> hidden_;  // "text T1"
  std::map<std::string, OdfLevels, std::less<>> levels_;
};

/// A number of an attribute such as table:number-columns-repeated; `otherwise` where it is none.
int read_odf_number(std::string_view digits, int otherwise);

}  // namespace extract
