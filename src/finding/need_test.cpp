// What an indicator asks for, word by word, and from where.
#include "finding/need.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "finding/model_for_test.hpp"

namespace {

using finding::Origin;
using finding::Part;
using namespace finding::for_test;  // NOLINT(google-build-using-namespace): tests of this room

TEST(Need, HasEachWordOnceWithItsOrigins) {
  const auto need = need_of_first();
  const auto* suhu = need.find("suhu");
  ASSERT_NE(suhu, nullptr);
  EXPECT_EQ(suhu->origins,
            (std::vector<Origin>{
                {Part::name, 0, ""}, {Part::criterion, 3, ""}, {Part::term, 0, "suhu ruang"}}));
  const auto* catat = need.find("catat");
  ASSERT_NE(catat, nullptr);
  EXPECT_EQ(catat->word, "tercatat") << "the form met first";
  EXPECT_EQ(catat->origins,
            (std::vector<Origin>{{Part::criterion, 2, ""}, {Part::criterion, 3, ""}}));
  EXPECT_EQ(need.find("sensor")->origins, (std::vector<Origin>{{Part::check, 3, "3a"}}));
  EXPECT_EQ(need.find("foto")->origins, (std::vector<Origin>{{Part::evidence, 2, ""}}));
  EXPECT_NE(need.find("temperatur"), nullptr) << "search terms count in both languages";
}

TEST(Need, LeavesOutFunctionWordsAndNumbers) {
  const auto need = need_of_first();
  for (const auto* word : {"dengan", "12", ""}) EXPECT_EQ(need.find(word), nullptr) << word;
}

TEST(Need, OfOneLevelHasItsPartsAndTheSearchTerms) {
  struct Case {
    const char* stem;
    bool of_two;
    bool of_three;
  };

  const auto two = need_of_first(2);
  const auto three = need_of_first(3);
  for (const auto& c : std::vector<Case>{{"suhu", true, true},
                                         {"foto", true, false},
                                         {"sensor", false, true},
                                         {"termomet", true, true},
                                         {"angka", true, false}}) {
    EXPECT_EQ(two.find(c.stem) != nullptr, c.of_two) << c.stem;
    EXPECT_EQ(three.find(c.stem) != nullptr, c.of_three) << c.stem;
  }
}

TEST(Need, TrustsCriteriaMoreAndWordsOfEveryIndicatorLess) {
  const auto need = need_of_first();
  EXPECT_DOUBLE_EQ(need.find("termomet")->weight(), 0.5) << "a search term";
  EXPECT_DOUBLE_EQ(need.find("suhu")->weight(), 2.0)
      << "name, criterion and search term, once each";
  EXPECT_DOUBLE_EQ(need.find("catat")->weight(), std::log1p(1) / std::log1p(3)) << "in all three";
}

TEST(Need, TakesEnglishWhereThereIsNoIndonesian) {
  auto model = small_model();
  model.indicators[0].criteria[3] = {"", "Humidity is shown."};
  auto stemmer = small_stemmer();
  EXPECT_NE(finding::make_need(model, 0, std::nullopt, stemmer).find("humid"), nullptr);
}

}  // namespace
