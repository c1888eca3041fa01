// The order of passages, the reasons for it, and what feedback and companions do to it.
#include "finding/ranking.hpp"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "finding/companions.hpp"
#include "finding/feedback.hpp"
#include "finding/model_for_test.hpp"
#include "finding/together.hpp"

namespace {

using finding::Need;
using finding::Part;
using namespace finding::for_test;  // NOLINT(google-build-using-namespace): tests of this room

std::vector<std::size_t> order_of(const std::vector<finding::RankedPassage>& ranked) {
  std::vector<std::size_t> order;
  for (const auto& one : ranked) order.push_back(one.position);
  return order;
}

/// A need of one word with weight 1.
Need need_of(const std::string& stem) {
  Need need;
  need.obtain(stem, stem).from_model = 1;
  return need;
}

TEST(Ranking, FollowsBm25) {
  const auto passages = passages_of({"suhu x1", "suhu suhu", "x1 x2", "suhu x1 x2 x3"});
  const auto ranked = finding::rank(need_of("suhu"), count(passages), passages);
  EXPECT_EQ(order_of(ranked), (std::vector<std::size_t>{1, 0, 3}));
  // By hand: N 4, n 3, mean length 2.5; k1 1.2, b 0.4; two occurrences in two words.
  const double rarity = std::log1p((4 - 3 + 0.5) / (3 + 0.5));
  const double damping = 1.2 * (0.6 + 0.4 * 2 / 2.5);
  EXPECT_NEAR(ranked[0].score, rarity * 2 * 2.2 / (2 + damping), 1e-12);
}

TEST(Ranking, KeepsTheOrderOfEqualsAndLeavesOutWhatHoldsNothing) {
  const auto passages = passages_of({"x1 suhu", "x2", "suhu x3"});
  EXPECT_EQ(order_of(finding::rank(need_of("suhu"), count(passages), passages)),
            (std::vector<std::size_t>{0, 2}));
  EXPECT_TRUE(finding::rank(Need(), count(passages), passages).empty());
}

TEST(Ranking, SaysWhichWordsStandInWhichForm) {
  const auto passages = passages_of({"Pencatatan suhu; dicatat, lalu dicatat lagi.", "x1", "x2"});
  const auto ranked = finding::rank(need_of_first(), count(passages), passages);
  ASSERT_EQ(ranked.size(), 1U);
  double sum = 0;
  for (const auto& match : ranked[0].matches) sum += match.gain;
  EXPECT_NEAR(sum, ranked[0].score, 1e-12) << "the gains add up to the score";
  EXPECT_EQ(ranked[0].matches[0].asked, "suhu");
  const auto catat = std::ranges::find(ranked[0].matches, "tercatat", &finding::Match::asked);
  ASSERT_NE(catat, ranked[0].matches.end());
  EXPECT_EQ(catat->found, (std::vector<std::string>{"pencatatan", "dicatat"}));
}

TEST(Ranking, GivesMoreToATermWhoseWordsStandTogether) {
  const auto passages =
      passages_of({"suhu x1 x2 x3 x4 x5 x6 ruang", "x1 x2 suhu x3 ruang x4 x5 x6", "x9", "x8"});
  const auto ranked = finding::rank(need_of_first(), count(passages), passages);
  EXPECT_EQ(order_of(ranked), (std::vector<std::size_t>{1, 0}));
  const auto& matches = ranked[0].matches;
  const auto term = std::ranges::find(matches, "suhu ruang", &finding::Match::asked);
  ASSERT_NE(term, matches.end());
  EXPECT_EQ(term->origins[0].part, Part::term);
}

TEST(Together, TakesAnyOrderWithinThreeWordsMore) {
  struct Case {
    const char* passage;
    bool is_found;
  };

  const finding::WantedTerm term{"suhu ruang", {"suhu", "ruang"}};
  for (const auto& c : std::vector<Case>{{"suhu ruang", true},
                                         {"ruangan bersuhu suhu", true},
                                         {"suhu x1 x2 x3 ruang", true},
                                         {"suhu x1 x2 x3 x4 ruang", false},
                                         {"suhu suhu", false},
                                         {"", false}})
    EXPECT_EQ(!finding::find_together(term, words_of(c.passage)).empty(), c.is_found) << c.passage;
}

TEST(Feedback, MovesTowardsWhatWasCitedAndAwayFromWhatWasRejected) {
  const auto passages =
      passages_of({"suhu gudang arsip", "suhu kantin warga", "suhu taman kota", "x1", "x2"});
  const auto statistics = count(passages);
  const auto need = need_of("suhu");
  EXPECT_EQ(order_of(finding::rank(need, statistics, passages)),
            (std::vector<std::size_t>{0, 1, 2}));
  Need moved = need;
  finding::add_feedback(
      moved, {{words_of("kantin"), false}, {words_of("gudang"), true}}, statistics);
  const auto ranked = finding::rank(moved, statistics, passages);
  EXPECT_EQ(order_of(ranked), (std::vector<std::size_t>{1, 2, 0}));
  EXPECT_GT(ranked[0].by_feedback, 0);
  EXPECT_EQ(ranked[1].by_feedback, 0);
  EXPECT_LT(ranked[2].by_feedback, 0);
  EXPECT_EQ(moved.find("kantin")->origins, (std::vector<finding::Origin>{{Part::cited, 0, ""}}));
  EXPECT_DOUBLE_EQ(moved.find("kantin")->weight(), 0.5);
  EXPECT_DOUBLE_EQ(moved.find("gudang")->weight(), -0.25);
}

TEST(Feedback, NeverTakesAllFromAWordOfTheModel) {
  const auto passages = passages_of({"suhu", "x1"});
  auto need = need_of("suhu");
  need.obtain("berat", "berat").from_model = 10;
  finding::add_feedback(need, {{words_of("suhu"), true}}, count(passages));
  EXPECT_DOUBLE_EQ(need.find("suhu")->weight(), 0.2);
}

TEST(Feedback, OfNothingIsNothing) {
  auto need = need_of("suhu");
  finding::add_feedback(need, {{{}, false}, {words_of("dan yang"), true}}, {});
  ASSERT_EQ(need.words.size(), 1U);
  EXPECT_EQ(need.find("suhu")->weight(), 1);
}

TEST(Companions, StandBesideTheSearchTermsMoreOftenThanByChance) {
  const auto passages = passages_of({"suhu ruang kalibrasi umum",
                                     "suhu ruang kalibrasi umum",
                                     "termometer kalibrasi umum",
                                     "x1 umum",
                                     "x2 umum",
                                     "suhu kalibrasi"});
  auto need = need_of_first();
  EXPECT_EQ(finding::list_companions(need, passages),
            (std::vector<std::string>{"kalibrasi", "umum"}));
  finding::add_companions(need, passages, count(passages));
  ASSERT_NE(need.find("kalibrasi"), nullptr);
  EXPECT_GT(need.find("kalibrasi")->from_companions, 0);
  EXPECT_EQ(need.find("umum"), nullptr) << "as common elsewhere";
  EXPECT_EQ(need.find("kalibrasi")->origins[0].part, Part::companion);
}

TEST(Probes, AreTheWordsThatTellMostAndStandSomewhere) {
  const auto passages = passages_of({"suhu umum", "umum", "umum x1"});
  auto need = need_of("suhu");
  need.obtain("umum", "umum").from_model = 1;
  need.obtain("nirada", "nirada").from_model = 5;
  need.obtain("x1", "x1").from_feedback = -1;
  EXPECT_EQ(finding::choose_probes(need, count(passages), 9),
            (std::vector<std::string>{"suhu", "umum"}));
  EXPECT_EQ(finding::choose_probes(need, count(passages), 1), (std::vector<std::string>{"suhu"}));
}

TEST(Words, KnowCompoundsApartAndFused) {
  const auto words = words_of("menindaklanjuti tindak lanjut");
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(words[0].stem, "tindaklanjut");
  EXPECT_TRUE(finding::is_found_by(words[0], "lanjut"));
  EXPECT_TRUE(finding::is_found_by(words[2], "tindaklanjut"));
  EXPECT_FALSE(finding::is_found_by(words[1], "tindaklanjut"));
}

}  // namespace
