// Words come back as they were packed, and bytes that were not packed are refused.
#include "store/word_packing.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "store/text_ranges.hpp"

namespace {

using document::Word;
using store::pack_words;
using store::TextRanges;
using store::unpack_words;

TEST(WordPacking, WordsComeBack) {
  rc::check("ranges exact, boxes to a hundredth", [](const std::vector<std::int32_t>& numbers) {
    std::vector<Word> words;
    for (std::size_t i = 0; i + 5 < numbers.size(); i += 6)
      words.push_back({{numbers[i], numbers[i + 1]},
                       {numbers[i + 2] / 100.0,
                        numbers[i + 3] / 100.0,
                        numbers[i + 4] / 100.0,
                        numbers[i + 5] / 100.0}});
    RC_ASSERT(unpack_words(pack_words(words)) == words);
  });
  const Word fine = {{0, 5}, {72.123456, 1.0 / 3, 99.999, 0}};
  const auto back = unpack_words(pack_words({fine}));
  ASSERT_TRUE(back);
  EXPECT_NEAR(back->at(0).box.left, fine.box.left, 0.005);
  EXPECT_NEAR(back->at(0).box.top, fine.box.top, 0.005);
}

TEST(WordPacking, ALineOfTextTakesAboutTenBytesAWord) {
  std::vector<Word> words;
  for (int i = 0; i < 100; ++i)
    words.push_back({{i * 7, i * 7 + 6}, {72.0 + i * 30, 100, 72.0 + i * 30 + 27.5, 112.25}});
  EXPECT_LE(pack_words(words).size(), 1000U);
}

TEST(WordPacking, OddNumbersAndForeignBytesDoNoHarm) {
  const double infinity = std::numeric_limits<double>::infinity();
  EXPECT_TRUE(unpack_words(pack_words({{{0, 1}, {std::nan(""), -infinity, infinity, 1e300}}})));
  for (const std::string bytes : {"", "\x02", "\x01\x01", "\x01\xff\xff\xff"})
    EXPECT_FALSE(unpack_words(bytes));
  EXPECT_FALSE(unpack_words("\x01" + std::string(60, '\xff')));
  rc::check("any bytes", [](const std::vector<std::uint8_t>& bytes) {
    std::string packed(bytes.begin(), bytes.end());
    static_cast<void>(unpack_words("\x01" + packed));
  });
}

TEST(TextRangesTest, CutsCodePoints) {
  std::string text;
  std::vector<std::string> letters;
  for (int i = 0; i < 300; ++i)
    letters.push_back(std::vector<std::string>{
        "a", "\u00e9", "\u4e2d", "\U0001f600"}[static_cast<std::size_t>(i) % 4]);
  for (const auto& letter : letters) text += letter;
  const TextRanges ranges(text);
  for (std::int64_t begin = 0; begin <= 300; begin += 7) {
    std::string expected;
    for (std::int64_t end = begin; end <= 300; ++end) {
      EXPECT_EQ(ranges.cut({begin, end}), expected);
      if (end < 300) expected += letters[static_cast<std::size_t>(end)];
    }
  }
  EXPECT_EQ(ranges.cut({0, 301}), std::nullopt);
  EXPECT_EQ(ranges.cut({-1, 3}), std::nullopt);
  EXPECT_EQ(ranges.cut({3, 2}), std::nullopt);
  EXPECT_EQ(TextRanges("").cut({0, 0}), "");
}

}  // namespace
