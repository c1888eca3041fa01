// Which share of a text's words is known tells a good reading from a bad one.
#include "ingest/known_words.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "text/word_lists.hpp"

namespace {

struct WithDictionaries : testing::Test {
  text::Stemmer stemmer{text::Lexicon::parse("4\nlaksana\nperintah\nyang\nnilai\n"),
                        text::shipped_word_lists()};
  text::Lexicon english = text::Lexicon::parse("2\nsystem\nsupporting\n");
  ingest::Dictionaries dictionaries{stemmer, english};
};

using KnownWordsTest = WithDictionaries;

TEST_F(KnownWordsTest, AreCountedInEitherLanguageAndWithAffixes) {
  struct Case {
    std::string_view text;
    int words;
    int judged;
    int indonesian;
    int english;
  };

  for (const auto& c : std::vector<Case>{
           {"", 0, 0, 0, 0},
           {"yang melaksanakan pemerintahan", 3, 3, 3, 0},
           {"PENILAIAN yang baik", 3, 3, 2, 0},
           {"ynng mclaksanakan", 2, 2, 0, 0},
           {"supporting system yang", 3, 3, 1, 2},
           {"di 2023 a. B12 yang", 5, 1, 1, 0},
           {"pemerin-\ntahan yang", 2, 2, 2, 0},
       }) {
    const auto known = ingest::count_known_words(c.text, dictionaries);
    EXPECT_EQ(known.words, c.words) << c.text;
    EXPECT_EQ(known.judged, c.judged) << c.text;
    EXPECT_EQ(known.indonesian, c.indonesian) << c.text;
    EXPECT_EQ(known.english, c.english) << c.text;
  }
}

TEST_F(KnownWordsTest, HaveNoShareWhereNothingCanBeJudged) {
  EXPECT_EQ(ingest::count_known_words("12 34", dictionaries).share(), 0);
  EXPECT_EQ(ingest::count_known_words("yang ynng", dictionaries).share(), 0.5);
}

}  // namespace
