// Draws the bars: a legend, a grid with one line for each level, and a row for each value.
#include "chart/bars.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "chart/svg.hpp"

namespace chart {

namespace {

constexpr double picture_width = 760;
constexpr double plot_left = 262;
constexpr double plot_right = 690;
constexpr double line_height = 16;
constexpr double bar_height = 15;
constexpr double row_padding = 9;
constexpr double legend_height = 26;
constexpr double axis_height = 22;
constexpr int label_width = 36;
constexpr int label_lines_max = 3;
constexpr int grid_lines_max = 11;

constexpr std::string_view ink = "#1b2733";
constexpr std::string_view quiet_ink = "#4a5866";
constexpr std::string_view grid_color = "#c9d0d7";
constexpr std::string_view bar_color = "#1f4e79";
constexpr std::string_view target_color = "#8a2b0d";

/// Where things stand: the scale in pixels and the rows from top to bottom.
struct Layout {
  const BarChart& chart;
  double top = 0;
  double bottom = 0;

  [[nodiscard]] double x(double value) const {
    const double span = chart.scale_max - chart.scale_min;
    const double share = span > 0 ? (value - chart.scale_min) / span : 0;
    return plot_left + std::clamp(share, 0.0, 1.0) * (plot_right - plot_left);
  }
};

std::string at(double value) {
  return format_coordinate(value);
}

std::string draw_text(double x, double y, std::string_view attributes, std::string_view words) {
  return fmt::format(
      R"(<text x="{}" y="{}" {}>{}</text>)", at(x), at(y), attributes, escape_xml(words));
}

std::string draw_line(double x1, double y1, double x2, double y2, std::string_view attributes) {
  return fmt::format(
      R"(<line x1="{}" y1="{}" x2="{}" y2="{}" {}/>)", at(x1), at(y1), at(x2), at(y2), attributes);
}

std::string draw_diamond(double x, double y) {
  constexpr double half = 6;
  return fmt::format(
      R"(<path d="M{} {}L{} {}L{} {}L{} {}Z" fill="#ffffff" stroke="{}" stroke-width="1.8"/>)",
      at(x),
      at(y - half),
      at(x + half),
      at(y),
      at(x),
      at(y + half),
      at(x - half),
      at(y),
      ink);
}

std::string draw_target_line(double x, double top, double bottom) {
  return draw_line(
      x,
      top,
      x,
      bottom,
      fmt::format(R"(stroke="{}" stroke-width="1.8" stroke-dasharray="6 4")", target_color));
}

/// The key to the signs, in one line above the plot.
std::string draw_legend(const BarChart& chart) {
  constexpr double y = 12;
  constexpr double character_width = 6.6;
  const std::string style = fmt::format(R"(font-size="12" fill="{}")", quiet_ink);
  std::string legend;
  double x = plot_left;
  const auto add = [&](const std::string& label, const std::string& sign) {
    if (label.empty()) return;
    legend += sign + draw_text(x + 24, y + 4, style, label);
    x += 24 + character_width * static_cast<double>(label.size()) + 18;
  };
  add(chart.value_label,
      fmt::format(R"(<rect x="{}" y="{}" width="18" height="9" fill="{}"/>)",
                  at(x),
                  at(y - 4.5),
                  bar_color));
  add(chart.marker_label, draw_diamond(x + 9, y));
  if (chart.target) add(chart.target_label, draw_target_line(x + 9, y - 8, y + 8));
  return legend;
}

std::string draw_grid(const Layout& layout) {
  const BarChart& chart = layout.chart;
  const double span = chart.scale_max - chart.scale_min;
  const double step = span <= grid_lines_max ? (span >= 1 ? 1 : span / 4) : span / 5;
  std::string grid;
  if (!(step > 0)) return grid;
  const auto count = static_cast<int>(std::floor(span / step + 1e-6));
  for (int i = 0; i <= count; ++i) {
    const double level = chart.scale_min + i * step;
    const double x = layout.x(level);
    grid += draw_line(x,
                      layout.top,
                      x,
                      layout.bottom,
                      fmt::format(R"(stroke="{}" stroke-width="1")", grid_color));
    grid += draw_text(x,
                      layout.bottom + 15,
                      fmt::format(R"(font-size="12" text-anchor="middle" fill="{}")", quiet_ink),
                      format_coordinate(level));
  }
  return grid;
}

/// What was claimed beyond what stands: an outlined, hatched stretch.
std::string draw_claim_stretch(const Layout& layout, const BarRow& row, double y) {
  if (!row.marker) return {};
  const double from = layout.x(row.value.value_or(layout.chart.scale_min));
  const double to = layout.x(*row.marker);
  if (to <= from) return {};
  return fmt::format(
      R"svg(<rect x="{}" y="{}" width="{}" height="{}" fill="url(#{}-hatch)" stroke="{}" stroke-width="1"/>)svg",
      at(from),
      at(y + 2),
      at(to - from),
      at(bar_height - 4),
      escape_xml(layout.chart.id),
      quiet_ink);
}

std::string draw_row(const Layout& layout, const BarRow& row, double top, double height) {
  const auto lines = wrap_label(row.label, label_width, label_lines_max);
  const double middle = top + height / 2;
  std::string drawn =
      fmt::format("<g><title>{}: {}</title>", escape_xml(row.label), escape_xml(row.shown));
  double y = middle - line_height * static_cast<double>(lines.size()) / 2 + 12;
  for (const auto& line : lines) {
    drawn += draw_text(
        plot_left - 12, y, fmt::format(R"(font-size="13" text-anchor="end" fill="{}")", ink), line);
    y += line_height;
  }
  const double bar_top = middle - bar_height / 2;
  if (row.marker) drawn += draw_claim_stretch(layout, row, bar_top);
  if (row.value) {
    // The lowest value of the scale still shows as a sliver: a level was given.
    const double width = std::max(layout.x(*row.value) - plot_left, 3.0);
    drawn += fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>)",
                         at(plot_left),
                         at(bar_top),
                         at(width),
                         at(bar_height),
                         bar_color);
  }
  if (row.marker) drawn += draw_diamond(layout.x(*row.marker), middle);
  drawn +=
      draw_text(picture_width - 2,
                middle + 4.5,
                fmt::format(R"(font-size="13" font-weight="600" text-anchor="end" fill="{}")", ink),
                row.shown);
  return drawn + "</g>";
}

double measure_row(const BarRow& row) {
  const auto lines = wrap_label(row.label, label_width, label_lines_max).size();
  return std::max(bar_height, line_height * static_cast<double>(lines)) + row_padding;
}

std::string draw_head(const BarChart& chart, double height) {
  const std::string id = escape_xml(chart.id);
  return fmt::format(
      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-title {}-desc" )"
      R"(font-family="system-ui, 'Segoe UI', 'Liberation Sans', Arial, sans-serif">)"
      R"(<title id="{}-title">{}</title><desc id="{}-desc">{}</desc>)"
      R"svg(<defs><pattern id="{}-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">)svg"
      R"(<rect width="5" height="5" fill="#ffffff"/><line x1="0" y1="0" x2="0" y2="5" stroke="{}" stroke-width="1.6"/>)"
      R"(</pattern></defs>)",
      at(picture_width),
      at(height),
      id,
      id,
      id,
      escape_xml(chart.title),
      id,
      escape_xml(chart.description),
      id,
      quiet_ink);
}

}  // namespace

std::string draw_bars(const BarChart& chart) {
  Layout layout{chart, legend_height, legend_height};
  for (const auto& row : chart.rows) layout.bottom += measure_row(row);

  std::string picture = draw_head(chart, layout.bottom + axis_height);
  picture += draw_legend(chart) + draw_grid(layout);
  double top = layout.top;
  for (const auto& row : chart.rows) {
    const double height = measure_row(row);
    picture += draw_row(layout, row, top, height);
    top += height;
  }
  picture += draw_line(plot_left,
                       layout.top,
                       plot_left,
                       layout.bottom,
                       fmt::format(R"(stroke="{}" stroke-width="1.2")", ink));
  if (chart.target) picture += draw_target_line(layout.x(*chart.target), layout.top, layout.bottom);
  return picture + "</svg>";
}

}  // namespace chart
