// What stands in the index for a passage.
#include "text/index_terms.hpp"

#include <gtest/gtest.h>

namespace text {

TEST(IndexTerms, KeepWordsStemsAndCompounds) {
  struct Case {
    std::string_view passage;
    std::string_view surface;
    std::string_view stems;
    std::string_view compounds;
  };

  Stemmer stemmer(Lexicon::parse("5\ntindak/a0\nlanjut/KaMkR0\nkelola/PaD0\ntata\nlaksana/PaMk\n"),
                  shipped_word_lists());
  for (const auto& c :
       {Case{"", "", "", ""},
        Case{"Tata Kelola", "tata kelola", "tata kelola", "tatakelola"},
        Case{"menindaklanjuti.", "menindaklanjuti", "tindaklanjut", "tindak lanjut"},
        Case{"dikelola 2025", "dikelola 2025", "kelola 2025", ""},
        Case{"pelak-\nsanaan", "pelak sanaan", "pelak sanaan", "laksana"},
        Case{"butir-\nButir", "butir butir", "butir butir", ""},
        Case{"a - b", "a b", "a b", ""}}) {
    const auto terms = make_index_terms(c.passage, stemmer);
    EXPECT_EQ(terms.surface, c.surface) << c.passage;
    EXPECT_EQ(terms.stems, c.stems) << c.passage;
    EXPECT_EQ(terms.compounds, c.compounds) << c.passage;
  }
}

}  // namespace text
