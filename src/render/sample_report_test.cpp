// The reports that the tests of this room share.
#include "render/sample_report.hpp"

#include <gtest/gtest.h>

#include "render/renderers.hpp"

namespace render {

using report::Align;
using report::Cell;
using report::Paragraph;

report::Report make_sample_report() {
  report::Report sample;
  sample.language = "en";
  sample.title = "Results";
  sample.subtitle = "Tiny model";
  sample.organization = "Office";
  sample.facts = {{"Period", "2026"}};
  sample.notice = "Fictional";
  sample.contents_title = "Contents";
  sample.skip_title = "Skip";
  report::KeyFigures figures{{{"Index", "2.64", "scale 1 to 5"}}};
  report::Table table{
      "Levels", {"Indicator", "Level", "State"}, {Align::left, Align::right, Align::left}, {}};
  table.rows.push_back({Cell{.text = "S01", .link = "indicator-S01", .note = "small print"},
                        Cell{.text = "3"},
                        Cell{.text = "missing", .mark = "missing"}});
  report::Figure figure{"Profile", "S01: 3", 1, 5, 3.0, "Target 3", "Claimed", "Effective", {}};
  figure.bars.push_back({.label = "S01", .effective = 3, .claimed = 4, .shown = "3"});
  sample.sections = {
      {"summary",
       "Summary",
       1,
       {figures, Paragraph{"Read https://example.org/a?b=1&c=2", Paragraph::Tone::lead}}},
      {"indicators", "Indicators", 1, {figure, table}},
      {"indicator-S01",
       "S01",
       2,
       {report::List{{{.text = "first", .lead = "Lead"}}, true},
        report::Quote{"kutipan", "Perbup 12, p. 4", "E1 contradicts.", "summary", "id", true}}}};
  return sample;
}

report::Report make_hostile_report() {
  const std::string hostile =
      "<script>alert(1)</script> & \" onload=\"x' | `a` *b* [c](javascript:d)\n# e\n- f\x01";
  report::Report sample = make_sample_report();
  sample.title = sample.subtitle = sample.organization = sample.notice = sample.contents_title =
      sample.skip_title = hostile;
  sample.facts = {{hostile, hostile}};
  report::Table table{hostile,
                      {hostile, hostile},
                      {},
                      {{Cell{hostile, "summary", hostile, "met"}, Cell{hostile, "", "", hostile}}}};
  report::Figure figure{hostile, hostile, 1, 5, 3.0, hostile, hostile, hostile, {}};
  figure.bars.push_back({hostile, 2, 3, hostile, ""});
  sample.sections.push_back({"odd \"id\" <b>",
                             hostile,
                             3,
                             {Paragraph{hostile, Paragraph::Tone::warning},
                              Paragraph{hostile, Paragraph::Tone::plain},
                              report::List{{{hostile, hostile, "summary"}}, false},
                              table,
                              figure,
                              report::Quote{hostile, hostile, hostile, "summary", "id", false},
                              report::KeyFigures{{{hostile, hostile, hostile}}}}});
  return sample;
}

TEST(Renderers, AreFoundByName) {
  EXPECT_EQ(list_renderers().size(), 2U);
  for (const auto* id : {"html", "md"}) {
    const auto* renderer = find_renderer(id);
    ASSERT_NE(renderer, nullptr) << id;
    EXPECT_NE(renderer->render(make_sample_report()).find("Results"), std::string::npos);
    EXPECT_EQ(renderer->file_ending, "." + std::string(id));
  }
  EXPECT_EQ(find_renderer("exe"), nullptr);
}

}  // namespace render
