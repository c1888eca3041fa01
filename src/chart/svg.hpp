// The small change of SVG: escaped text, coordinates, and labels broken into lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chart {

/// Text made safe inside an element or a quoted attribute. Control characters that XML forbids
/// become spaces.
std::string escape_xml(std::string_view text);

/// A coordinate with at most one decimal and a point, whatever the locale.
std::string format_coordinate(double value);

/// Breaks a label into lines of about `width` characters at spaces; a longer word is cut. Beyond
/// `lines_max` the last line ends in an ellipsis. An empty label is one empty line.
std::vector<std::string> wrap_label(std::string_view label, int width, int lines_max);

}  // namespace chart
