// Numbers, dates and lists in both languages.
#include "text/format.hpp"

#include <gtest/gtest.h>

namespace text {
namespace {

struct FormatCase {
  std::string_view given;
  std::string_view indonesian;
  std::string_view english;
};

TEST(Format, WritesNumbersWithTheReadersDecimalSign) {
  for (const auto& c : std::vector<FormatCase>{
           {"2.48", "2,48", "2.48"}, {"3", "3", "3"}, {"-0.12", "-0,12", "-0.12"}, {"", "", ""}}) {
    EXPECT_EQ(format_number(c.given, Locale::indonesian), c.indonesian) << c.given;
    EXPECT_EQ(format_number(c.given, Locale::english), c.english) << c.given;
  }
}

TEST(Format, WritesDatesInFullAndLeavesOtherTextAlone) {
  for (const auto& c : std::vector<FormatCase>{
           {"2026-11-24", "24 November 2026", "24 November 2026"},
           {"2026-08-01T04:24:16Z", "1 Agustus 2026", "1 August 2026"},
           {"2026-05-09 10.00", "9 Mei 2026", "9 May 2026"},
           {"2026-13-01", "2026-13-01", "2026-13-01"},
           {"2026-00-10", "2026-00-10", "2026-00-10"},
           {"2026-01-32", "2026-01-32", "2026-01-32"},
           {"2026-01-011", "2026-01-011", "2026-01-011"},
           {"2026", "2026", "2026"},
           {"kemarin sore", "kemarin sore", "kemarin sore"},
           {"", "", ""},
       }) {
    EXPECT_EQ(format_date(c.given, Locale::indonesian), c.indonesian) << c.given;
    EXPECT_EQ(format_date(c.given, Locale::english), c.english) << c.given;
  }
}

TEST(Format, JoinsListsAsEachLanguageDoes) {
  struct ListCase {
    std::vector<std::string> items;
    std::string_view indonesian;
    std::string_view english;
  };

  for (const auto& c : std::vector<ListCase>{
           {{}, "", ""},
           {{"a"}, "a", "a"},
           {{"a", "b"}, "a dan b", "a and b"},
           {{"a", "b", "c"}, "a, b, dan c", "a, b and c"},
           {{"a", "b", "c", "d"}, "a, b, c, dan d", "a, b, c and d"},
       }) {
    EXPECT_EQ(format_list(c.items, Locale::indonesian), c.indonesian);
    EXPECT_EQ(format_list(c.items, Locale::english), c.english);
  }
}

}  // namespace
}  // namespace text
