// Strengths and weaknesses follow from accepted words and from what does not stand.
#include "evaluation/balance.hpp"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "evaluation/missing.hpp"
#include "evaluation/office_for_test.hpp"

namespace evaluation::for_test {

namespace {

using assessment::Strength;

Evidence from(const char* source, Evidence evidence, std::optional<Strength> strength = {}) {
  evidence.source_code = source;
  evidence.strength = strength;
  return evidence;
}

assessment::Coding coding(const char* code,
                          const char* source,
                          std::optional<Stance> stance,
                          std::optional<Strength> strength = {}) {
  assessment::Coding one;
  one.code = code;
  one.source_code = source;
  one.stance = stance;
  one.strength = strength;
  return one;
}

/// "citations codings sources: quotes", quotes as E0 or K1 by position.
std::string show(const BalanceSide& side) {
  std::string said = std::to_string(side.citations) + " " + std::to_string(side.codings) + " " +
                     std::to_string(side.sources) + ":";
  for (const auto& quote : side.quotes)
    said += (quote.is_coding ? " K" : " E") + std::to_string(quote.position);
  return said;
}

std::vector<Balance> weigh(const Model& model, const Dossier& dossier, std::size_t quotes_max = 3) {
  return weigh_evidence(model, dossier, evaluate(model, dossier, {}), quotes_max);
}

TEST(Balance, SortsWordsByDimensionAndStance) {
  const Model model = toy();
  auto dossier = file({},
                      {from("a", cite("X1", 2)),
                       from("a", cite("X2", 2, EvidenceState::proposed)),
                       from("b", cite("X2", 2, EvidenceState::accepted, Stance::contradicts)),
                       from("b", cite("Y1", 2, EvidenceState::rejected)),
                       from("b", cite("X1", 2))});
  dossier.codebook.codes = {{"money", "Money", "X2"}, {"free", "Free", ""}, {"people", "P", "E"}};
  dossier.codebook.codings = {coding("money", "a", Stance::contradicts),
                              coding("money", "c", Stance::contradicts),
                              coding("free", "a", Stance::supports),
                              coding("people", "a", std::nullopt),
                              coding("people", "a", Stance::supports)};
  dossier.codebook.codings[1].taken_back = true;
  const auto balances = weigh(model, dossier);
  ASSERT_EQ(balances.size(), 3U);
  EXPECT_EQ(balances[0].node, 1);
  EXPECT_EQ(show(balances[0].strengths), "2 0 2: E0 E4");
  EXPECT_EQ(show(balances[0].weaknesses), "1 1 2: E2 K0");
  EXPECT_EQ(show(balances[1].strengths), "0 1 1: K4");
  EXPECT_EQ(show(balances[1].weaknesses), "0 0 0:");
  EXPECT_EQ(balances[2].node, 0);
  EXPECT_EQ(show(balances[2].strengths), "0 1 1: K2");
  dossier.codebook.codings[2].stance = std::nullopt;
  EXPECT_EQ(weigh(model, dossier).size(), 2U);
}

TEST(Balance, QuotesTheStrongestFromAsManySourcesAsCanBe) {
  const Model model = toy();
  const auto dossier = file({},
                            {from("a", cite("X1", 2), Strength::weak),
                             from("a", cite("X1", 2)),
                             from("a", cite("X1", 2), Strength::strong),
                             from("a", cite("X1", 2), Strength::strong),
                             from("b", cite("X1", 2), Strength::moderate)});
  EXPECT_EQ(show(weigh(model, dossier)[0].strengths), "5 0 2: E2 E4 E3");
  EXPECT_EQ(show(weigh(model, dossier, 1)[0].strengths), "5 0 2: E2");
  EXPECT_EQ(show(weigh(model, dossier, 0)[0].strengths), "5 0 2:");
}

TEST(Balance, NamesTheLowestLevelThatDoesNotStand) {
  const Model model = toy();
  const auto dossier =
      file({rate("X1", 3, "A", {"2a", "3a"}), rate("X2", 2)}, {from("a", cite("X1", 2))});
  const auto balances = weigh(model, dossier);
  ASSERT_EQ(balances[0].shortfalls.size(), 2U);
  EXPECT_EQ(balances[0].shortfalls[0].indicator, 0);
  EXPECT_EQ(balances[0].shortfalls[0].level, 3);
  EXPECT_EQ(balances[0].shortfalls[0].checks_missing, 1);
  EXPECT_EQ(balances[0].shortfalls[0].citations_missing, 1);
  EXPECT_EQ(balances[0].shortfalls[1].level, 2);
  EXPECT_EQ(balances[0].shortfalls[1].citations_missing, 1);
  EXPECT_TRUE(balances[1].shortfalls.empty());  // Y1 claims nothing
}

TEST(Balance, CountsEveryAcceptedCitationOnce) {
  rc::check([] {
    const Model model = toy();
    std::vector<Evidence> evidence;
    for (int n = *rc::gen::inRange(0, 30); n > 0; --n)
      evidence.push_back(
          from(*rc::gen::element("a", "b", "c"),
               cite(*rc::gen::element("X1", "X2", "Y1"),
                    2,
                    *rc::gen::element(EvidenceState::accepted, EvidenceState::rejected),
                    *rc::gen::element(Stance::supports, Stance::contradicts)),
               *rc::gen::element<std::optional<Strength>>(
                   std::nullopt, Strength::weak, Strength::strong)));
    const auto accepted = std::ranges::count(evidence, EvidenceState::accepted, &Evidence::state);
    int counted = 0;
    for (const auto& balance : weigh(model, file({}, evidence)))
      for (const auto* side : {&balance.strengths, &balance.weaknesses}) {
        counted += side->citations;
        RC_ASSERT(static_cast<int>(side->quotes.size()) == std::min(3, side->citations));
        RC_ASSERT(side->sources <= std::min(3, side->citations));
      }
    RC_ASSERT(counted == static_cast<int>(accepted));
  });
}

TEST(MissingEvidence, ListsTheLevelsOfAClaimThatLackCitations) {
  const Model model = toy();
  const auto dossier =
      file({rate("X1", 3)}, {cite("X1", 2), cite("X1", 3, EvidenceState::proposed)});
  const auto missing = find_missing_evidence(evaluate(model, dossier, {}));
  ASSERT_EQ(missing.size(), 1U);
  EXPECT_EQ(missing[0].level, 3);
  EXPECT_EQ(missing[0].required, 1);
  EXPECT_EQ(missing[0].accepted, 0);
  EXPECT_EQ(missing[0].waiting, 1);
}

}  // namespace

}  // namespace evaluation::for_test
