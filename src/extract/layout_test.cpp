// Which words share a line, and what stands between lines and blocks.
#include "extract/layout.hpp"

#include <gtest/gtest.h>

#include "text/unicode.hpp"

namespace {

// A word of 12-point type at (x, y), six points a letter.
extract::PlacedWord at(std::string_view text, double x, double y, int rotation = 0) {
  const double length = 6.0 * static_cast<double>(text::count_code_points(text));
  if (rotation == 1) return {std::string(text), {x - 12, y, x, y + length}, 1, false};
  if (rotation == 3) return {std::string(text), {x, y - length, x + 12, y}, 3, false};
  return {std::string(text), {x, y, x + length, y + 12}, rotation, false};
}

struct Case {
  std::string_view name;
  std::vector<extract::PlacedWord> words;
  std::string_view text;
};

TEST(Layout, TellsLinesAndBlocksFromTheBoxes) {
  for (const auto& c : std::vector<Case>{
           {"nothing", {}, ""},
           {"a line", {at("tata", 10, 10), at("kelola", 40, 10)}, "tata kelola"},
           {"no gap, no space", {at("tata", 10, 10), at("kelola", 34, 10)}, "tatakelola"},
           {"a raised number", {at("m", 10, 10), at("2", 16, 6)}, "m2"},
           {"lines", {at("penye-", 10, 10), at("lenggaraan", 10, 26)}, "penye-\nlenggaraan"},
           {"an empty line where the gap is wider",
            {at("a", 10, 10), at("b", 10, 26), at("c", 10, 42), at("d", 10, 80)},
            "a\nb\nc\n\nd"},
           {"wide lines everywhere are no blocks",
            {at("a", 10, 10), at("b", 10, 40), at("c", 10, 70)},
            "a\nb\nc"},
           {"the next column", {at("a", 10, 10), at("b", 10, 200), at("c", 300, 10)}, "a\nb\n\nc"},
           {"the next cell of a row",
            {at("a", 10, 10), at("b", 10, 26), at("c", 300, 10)},
            "a\nb\nc"},
           {"downward",
            {at("ab", 50, 10, 1), at("cd", 50, 28, 1), at("ef", 30, 10, 1)},
            "ab cd\nef"},
           {"upward", {at("ab", 50, 90, 3), at("cd", 50, 72, 3)}, "ab cd"},
           {"across and upright", {at("a", 10, 10), at("b", 50, 90, 3)}, "a\n\nb"},
       }) {
    extract::PageText page;
    extract::compose_text(c.words, page);
    EXPECT_EQ(page.text, c.text) << c.name;
    ASSERT_EQ(page.page.words.size(), c.words.size()) << c.name;
    for (std::size_t i = 0; i < c.words.size(); ++i) {
      const auto& range = page.page.words[i].range;
      EXPECT_EQ(text::slice(page.text, range.begin, range.end), c.words[i].text) << c.name;
    }
  }
}

}  // namespace
