// The chart of bars: whole with any number of rows, safe with any label, and readable without
// colour.
#include "chart/bars.hpp"

#include <gtest/gtest.h>

#include "chart/svg.hpp"

namespace chart {
namespace {

BarChart make_chart(int rows) {
  BarChart chart;
  chart.id = "c";
  chart.title = "Profile";
  chart.description = "Eight bars";
  chart.target = 3;
  chart.value_label = "Effective";
  chart.marker_label = "Claimed";
  chart.target_label = "Target 3";
  for (int i = 0; i < rows; ++i)
    chart.rows.push_back({"Row " + std::to_string(i), 2.5, 3.5, "2.50"});
  return chart;
}

int count(const std::string& text, std::string_view part) {
  int found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(Bars, DrawEveryRowAndOneGridLinePerLevel) {
  for (const int rows : {0, 1, 16}) {
    const std::string svg = draw_bars(make_chart(rows));
    EXPECT_EQ(count(svg, "<g>"), rows);
    EXPECT_EQ(count(svg, "</g>"), rows);
    EXPECT_EQ(count(svg, ">2.50</text>"), rows);
    for (const auto* level : {">1<", ">2<", ">3<", ">4<", ">5<"})
      EXPECT_EQ(count(svg, level), 1) << level;
    EXPECT_EQ(count(svg, "url(#c-hatch)"), rows);
    EXPECT_EQ(count(svg, "stroke-dasharray"), 2) << "the legend's and the plot's";
    EXPECT_NE(svg.find(R"(role="img" aria-labelledby="c-title c-desc")"), std::string::npos);
    EXPECT_NE(svg.find("<desc id=\"c-desc\">Eight bars</desc>"), std::string::npos);
    EXPECT_EQ(svg.find("<script"), std::string::npos);
    EXPECT_EQ(count(svg, "http"), 1) << "only the name of the SVG language";
  }
}

TEST(Bars, StayOnTheScale) {
  BarChart chart = make_chart(1);
  chart.rows[0] = {"Far", 99, -5, "99"};
  const std::string svg = draw_bars(chart);
  EXPECT_NE(svg.find(R"(width="428")"), std::string::npos) << "the whole plot and no more";
  EXPECT_EQ(svg.find("url(#c-hatch)"), std::string::npos)
      << "a claim below the value has no stretch";
}

TEST(Bars, ShowARowWithoutAValueAsWords) {
  BarChart chart = make_chart(1);
  chart.rows[0] = {"Open", std::nullopt, std::nullopt, "–"};
  chart.target = std::nullopt;
  const std::string svg = draw_bars(chart);
  EXPECT_NE(svg.find(">–</text>"), std::string::npos);
  EXPECT_EQ(svg.find("stroke-dasharray"), std::string::npos);
  EXPECT_EQ(svg.find(">Target 3<"), std::string::npos);
}

TEST(Bars, SurviveAScaleWithoutExtentAndSmallOnes) {
  BarChart chart = make_chart(1);
  chart.scale_max = chart.scale_min;
  EXPECT_EQ(draw_bars(chart).find("nan"), std::string::npos);
  chart.scale_min = 0;
  chart.scale_max = 1;
  EXPECT_NE(draw_bars(chart).find(">1</text>"), std::string::npos);
}

TEST(Bars, EscapeHostileLabels) {
  BarChart chart = make_chart(1);
  chart.rows[0].label = "<script>alert('x')</script> & \"quotes\"";
  chart.title = "</title><script>";
  const std::string svg = draw_bars(chart);
  EXPECT_EQ(svg.find("<script"), std::string::npos);
  EXPECT_NE(svg.find("&amp;"), std::string::npos);
}

struct WrapCase {
  std::string_view name;
  std::string_view label;
  int width;
  int lines_max;
  std::vector<std::string> lines;
};

TEST(Labels, WrapAtSpacesAndEndInAnEllipsis) {
  for (const auto& c : std::vector<WrapCase>{
           {"short", "Tata Kelola", 20, 3, {"Tata Kelola"}},
           {"empty", "", 20, 3, {""}},
           {"two lines",
            "Tata Kelola dan Kepemimpinan",
            16,
            3,
            {"Tata Kelola dan", "Kepemimpinan"}},
           {"cut", "satu dua tiga empat", 5, 2, {"satu", "dua…"}},
           {"a long word comes in pieces", "abcdefgh", 3, 3, {"abc", "def", "gh"}},
           {"characters are never cut", "ééééé", 2, 3, {"éé", "éé", "é"}},
           {"newlines are spaces", "a\nb", 9, 3, {"a b"}},
       })
    EXPECT_EQ(wrap_label(c.label, c.width, c.lines_max), c.lines) << c.name;
}

TEST(Labels, KeepCoordinatesShort) {
  EXPECT_EQ(format_coordinate(2), "2");
  EXPECT_EQ(format_coordinate(2.25), "2.3");
  EXPECT_EQ(format_coordinate(-0.01), "0");
}

}  // namespace
}  // namespace chart
