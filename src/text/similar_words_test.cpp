// Which words look alike.
#include "text/similar_words.hpp"

#include <gtest/gtest.h>

namespace text {

TEST(SimilarWords, AreThoseAFewLettersAway) {
  const std::vector<KnownWord> words = {{"kesiapan", 2},
                                        {"kesiapnn", 1},
                                        {"kesiapkan", 9},
                                        {"keslapan", 3},
                                        {"harapan", 50},
                                        {"data", 5},
                                        {"daat", 1},
                                        {"dota", 8},
                                        {"dua", 5}};

  struct Case {
    std::string_view typed;
    std::vector<std::string> similar;
  };

  for (const auto& c : {Case{"kesiapan", {"kesiapkan", "keslapan", "kesiapnn"}},
                        Case{"kesaipan", {"kesiapan", "kesiapkan", "keslapan", "kesiapnn"}},
                        Case{"data", {"dota", "daat"}},
                        Case{"dua", {}},
                        Case{std::string_view("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), {}},
                        Case{"", {}}})
    EXPECT_EQ(choose_similar(c.typed, words), c.similar) << c.typed;
}

TEST(SimilarWords, AreThoseThatAScannerTakesForOneAnother) {
  const std::vector<KnownWord> words = {{"pembangunan", 9},
                                        {"pengembangan", 20},
                                        {"dengan", 50},
                                        {"indonesia", 7},
                                        {"pelayanan", 8},
                                        {"data", 30}};

  struct Case {
    std::string_view typed;
    std::vector<std::string> similar;
  };

  for (const auto& c : {Case{"pcnrbangllnan", {"pembangunan"}},
                        Case{"dcngan", {"dengan"}},
                        Case{"inoonesia", {"indonesia"}},
                        Case{"peiayanan", {"pelayanan"}},
                        Case{"pernbangunan", {"pembangunan"}},
                        Case{"pxmbxngxnxn", {}}})
    EXPECT_EQ(choose_similar(c.typed, words), c.similar) << c.typed;
}

}  // namespace text
