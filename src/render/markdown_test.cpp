// The Markdown file: tables that stay tables, anchors, and hostile text as text.
#include "render/markdown.hpp"

#include <algorithm>
#include <sstream>

#include <gtest/gtest.h>

#include "render/sample_report.hpp"

namespace render {
namespace {

struct EscapeCase {
  std::string_view name;
  std::string_view text;
  std::string_view escaped;
};

TEST(Markdown, EscapesWhatWouldActAsMarkup) {
  for (const auto& c : std::vector<EscapeCase>{
           {"plain", "Tingkat 3, 2,64 (7/2)", "Tingkat 3, 2,64 (7/2)"},
           {"a bar", "a|b", "a\\|b"},
           {"HTML", "<b>&amp;", "&lt;b&gt;&amp;amp;"},
           {"emphasis and code", "*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~"},
           {"a link", "[a](b)", "\\[a\\](b)"},
           {"a backslash", "a\\|b", "a\\\\\\|b"},
           {"newlines are spaces", "a\r\n\n# b", "a \\# b"},
       })
    EXPECT_EQ(escape_markdown(c.text), c.escaped) << c.name;
}

TEST(Markdown, HasHeadingsAnchorsTablesAndQuotes) {
  const std::string page = render_markdown(make_sample_report());
  for (const auto* part : {"# Results\n",
                           "## Summary\n",
                           "### S01\n",
                           "<a id=\"indicator-S01\"></a>",
                           "- [Summary](#summary)\n",
                           "| Indicator | Level | State |\n| --- | ---: | --- |\n| "
                           "[S01](#indicator-S01)<br>small print | 3 | ✗ missing |\n",
                           "> kutipan\n>\n> — [Perbup 12, p. 4](#summary). E1 contradicts.",
                           "1. **Lead**: first\n",
                           "- Index: **2.64** (scale 1 to 5)"}) {
    EXPECT_NE(page.find(part), std::string::npos) << part << "\n" << page;
  }
}

TEST(Markdown, KeepsHostileTextInItsPlace) {
  const std::string page = render_markdown(make_hostile_report());
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_EQ(page.find("[c](javascript"), std::string::npos);
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    EXPECT_FALSE(line.starts_with("# e") || line.starts_with("- f")) << line;
    if (!line.starts_with('|')) continue;
    int bars = 0;
    for (std::size_t i = 0; i < line.size(); ++i)
      bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\') ? 1 : 0;
    EXPECT_TRUE(bars == 3 || bars == 4) << line;
  }
}

TEST(Markdown, EscapesAParagraphThatBeginsLikeAList) {
  report::Report sample;
  sample.sections = {
      {"a", "A", 1, {report::Paragraph{"- no list"}, report::Paragraph{"1. no list"}}}};
  const std::string page = render_markdown(sample);
  EXPECT_NE(page.find("\n\\- no list"), std::string::npos);
  EXPECT_NE(page.find("\n1\\. no list"), std::string::npos);
}

}  // namespace
}  // namespace render
