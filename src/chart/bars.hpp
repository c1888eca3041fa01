// Horizontal bars on a fixed scale as SVG: what stands, what was claimed, and the target, drawn
// from plain numbers.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace chart {

/// One row of the picture: a solid bar up to `value`, a hollow diamond at `marker`.
struct BarRow {
  std::string label;
  std::optional<double> value;
  std::optional<double> marker;
  std::string shown;  ///< printed at the right end, value or not
};

struct BarChart {
  std::string id;     ///< makes the ids inside the picture unique on its page
  std::string title;  ///< for those who cannot see it
  std::string description;
  double scale_min = 1;
  double scale_max = 5;
  std::optional<double> target;
  std::string value_label;  ///< legend; empty: no entry
  std::string marker_label;
  std::string target_label;
  std::vector<BarRow> rows;
};

/// The chart as one <svg> element that needs nothing from outside. Told apart by form as well as by
/// shade, so that it prints in grey. Values off the scale are drawn at its end; labels wrap, and
/// only beyond three lines are cut with an ellipsis (the full label stays in the row's own title).
std::string draw_bars(const BarChart& chart);

}  // namespace chart
