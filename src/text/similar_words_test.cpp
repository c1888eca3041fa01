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

}  // namespace text
