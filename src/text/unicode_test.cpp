// Characters: what is valid, how it is repaired, normalized, folded and counted.
#include "text/unicode.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

TEST(Unicode, TellsWellFormedTextFromOther) {
  struct Case {
    std::string_view name;
    std::string_view bytes;
    bool valid;
    std::string_view repaired;
  };

  for (const auto& c : std::vector<Case>{
           {"empty", "", true, ""},
           {"plain", "Pasal 1", true, "Pasal 1"},
           {"two, three and four bytes", "é€😀", true, "é€😀"},
           {"a lonely continuation", "a\x80z", false, "a\uFFFDz"},
           {"an overlong slash", "\xC0\xAF", false, "\uFFFD\uFFFD"},
           {"a surrogate", "\xED\xA0\x80", false, "\uFFFD\uFFFD\uFFFD"},
           {"cut off", "a\xE2\x82", false, "a\uFFFD\uFFFD"},
           {"NUL", std::string_view("a\0z", 3), false, "a\uFFFDz"},
       }) {
    EXPECT_EQ(text::is_valid_utf8(c.bytes), c.valid) << c.name;
    EXPECT_EQ(text::repair_utf8(c.bytes), c.repaired) << c.name;
  }
}

TEST(Unicode, ReplacesWhatATerminalWouldObey) {
  using text::Breaks;
  const std::string_view hostile = "a\x1B[31m\r\n\tb\u009B\u202Ec\u2066\u200F\u2028\x7F\xFF";
  EXPECT_EQ(text::replace_controls(hostile, "_", Breaks::replaced), "a_[31m___b__c____\uFFFD");
  EXPECT_EQ(text::replace_controls(hostile, "", Breaks::kept), "a[31m\n\tbc\uFFFD");
  EXPECT_EQ(text::replace_controls("é\u200D😀 – \u00AD", "_", Breaks::replaced),
            "é\u200D😀 – \u00AD");
}

TEST(Unicode, ComposesAndFolds) {
  EXPECT_EQ(text::normalize("e\u0301"), "é");
  EXPECT_EQ(text::normalize("ﬁ"), "ﬁ") << "a ligature is no canonical equivalent";
  EXPECT_EQ(text::fold("KÉSIAPAN"), "kesiapan");
  EXPECT_EQ(text::fold("ﬁnal"), "final");
  EXPECT_EQ(text::fold("ＳＰＢＥ"), "spbe");
  EXPECT_EQ(text::fold("per\u00ADaturan é"), "peraturan e");
}

TEST(Unicode, CutsByCodePoints) {
  EXPECT_EQ(text::count_code_points("aé€😀"), 4);
  EXPECT_EQ(text::slice("aé€😀", 1, 3), "é€");
  EXPECT_EQ(text::slice("aé€😀", -5, 99), "aé€😀");
  EXPECT_EQ(text::slice("aé€😀", 4, 9), "");
  EXPECT_EQ(text::slice("aé€😀", 3, 1), "");
  EXPECT_EQ(text::slice("", 0, 1), "");
  EXPECT_EQ(text::code_point_offsets("aé€"), (std::vector<std::size_t>{0, 1, 3, 6}));
  EXPECT_EQ(text::display_width("a漢"), 3);
}

TEST(Unicode, KnowsSpacesLettersAndMarks) {
  EXPECT_TRUE(text::is_space(0xA0));
  EXPECT_TRUE(text::is_space(U'\t'));
  EXPECT_FALSE(text::is_space(U'-'));
  EXPECT_TRUE(text::is_word_character(U'é'));
  EXPECT_FALSE(text::is_word_character(U'.'));
  EXPECT_EQ(text::decompose(U'é'), U"e\u0301");
  EXPECT_NE(text::combining_class(0x301), 0);
  EXPECT_TRUE(text::is_upper_case(U'É'));
  EXPECT_FALSE(text::is_upper_case(U'1'));
}

RC_GTEST_PROP(Unicode, AnyBytesAreRepairedToValidText, (const std::string& bytes)) {
  const auto repaired = text::repair_utf8(bytes);
  RC_ASSERT(text::is_valid_utf8(repaired));
  RC_ASSERT(text::repair_utf8(repaired) == repaired);
  RC_ASSERT(text::is_valid_utf8(text::normalize(bytes)));
  RC_ASSERT(text::is_valid_utf8(text::fold(bytes)));
  RC_ASSERT(text::count_code_points(repaired) ==
            static_cast<std::int64_t>(text::to_code_points(repaired).size()));
}

RC_GTEST_PROP(Unicode, NormalizingTwiceChangesNothing, (const std::string& bytes)) {
  RC_ASSERT(text::normalize(text::normalize(bytes)) == text::normalize(bytes));
}

}  // namespace
