// Reading a dictionary: what is a word of it, and what is not.
#include "text/lexicon.hpp"

#include <gtest/gtest.h>

namespace text {

TEST(Lexicon, KnowsTheWordsOfADictionaryWithoutTheirFlags) {
  const auto lexicon = Lexicon::parse(
      "7\nabad/i0\nArsip\tpo:noun\r\naba-aba\n\ncaf\xE9\ncaf\xC3\xA8 noun\nsebentar");

  struct Case {
    std::string_view word;
    bool known;
  };

  for (const auto& c : {Case{"abad", true},
                        Case{"arsip", true},
                        Case{"aba-aba", true},
                        Case{"cafe", true},
                        Case{"sebentar", true},
                        Case{"7", false},
                        Case{"i0", false},
                        Case{"Arsip", false},
                        Case{"aba", false},
                        Case{"", false}})
    EXPECT_EQ(lexicon.knows(c.word), c.known) << c.word;
}

TEST(Lexicon, SaysWhichAffixesAWordTakes) {
  const auto lexicon = Lexicon::parse("3\nArsip/KaMk\tpo:noun\nmeja\nkursi/");
  EXPECT_EQ(lexicon.flags_of("arsip"), "KaMk");
  EXPECT_EQ(lexicon.flags_of("meja"), "");
  EXPECT_EQ(lexicon.flags_of("kursi"), "");
  EXPECT_EQ(lexicon.flags_of("lemari"), std::nullopt);
}

TEST(Lexicon, KeepsItsWordsWhenItMoves) {
  auto lexicon = Lexicon::parse("1\nkata\n");
  const auto moved = std::move(lexicon);
  EXPECT_TRUE(moved.knows("kata"));
  EXPECT_EQ(moved.size(), 1U);
  EXPECT_EQ(Lexicon::parse("").size(), 0U);
  EXPECT_EQ(Lexicon::parse("1\n" + std::string(65, 'a')).size(), 0U);
}

}  // namespace text
