// Levels that stand, and figures with missing answers, as tables of small offices.
#include "evaluation/level.hpp"

#include <gtest/gtest.h>

#include "evaluation/evaluation.hpp"
#include "evaluation/office_for_test.hpp"

namespace evaluation::for_test {

namespace {

TEST(EffectiveLevel, NeedsEvidenceAndChecksOfEveryLevelBelow) {
  const std::vector<std::string> all = {"2a", "3a", "3b"};

  struct Case {
    const char* name;
    std::vector<Rating> ratings;
    std::vector<Evidence> evidence;
    const char* claimed;
    const char* effective;
    bool insufficient;
    bool checks_missing;
  };

  for (const auto& c : std::vector<Case>{
           {"the lowest level needs nothing", {rate("X1", 1)}, {}, "1/1", "1/1", false, false},
           {"a claim without evidence falls to the lowest",
            {rate("X1", 3, "A", all)},
            {},
            "3/1",
            "1/1",
            true,
            false},
           {"one citation counts for all levels up to its own",
            {rate("X1", 3, "A", all)},
            {cite("X1", 3)},
            "3/1",
            "3/1",
            false,
            false},
           {"a citation of level 2 carries level 2 only",
            {rate("X1", 3, "A", all)},
            {cite("X1", 2)},
            "3/1",
            "2/1",
            true,
            false},
           {"without a level it bears the claim",
            {rate("X1", 3, "A", all)},
            {cite("X1", {})},
            "3/1",
            "3/1",
            false,
            false},
           {"proposed evidence does not count",
            {rate("X1", 2, "A", all)},
            {cite("X1", 2, EvidenceState::proposed)},
            "2/1",
            "1/1",
            true,
            false},
           {"rejected evidence does not count",
            {rate("X1", 2, "A", all)},
            {cite("X1", 2, EvidenceState::rejected)},
            "2/1",
            "1/1",
            true,
            false},
           {"contradicting evidence does not carry",
            {rate("X1", 2, "A", all)},
            {cite("X1", 2, EvidenceState::accepted, Stance::contradicts)},
            "2/1",
            "1/1",
            true,
            false},
           {"a missing check lowers",
            {rate("X1", 3, "A", {"2a", "3a"})},
            {cite("X1", 3)},
            "3/1",
            "2/1",
            false,
            true},
           {"a missing check of a lower level lowers further",
            {rate("X1", 3, "A", {"3a", "3b"})},
            {cite("X1", 3)},
            "3/1",
            "1/1",
            false,
            true},
           {"both may be missing",
            {rate("X1", 3, "A", {"2a"})},
            {cite("X1", 2)},
            "3/1",
            "2/1",
            true,
            true},
           {"evidence of another indicator is no help",
            {rate("X1", 2, "A", all)},
            {cite("X2", 2)},
            "2/1",
            "1/1",
            true,
            false},
           {"levels without checks need evidence only",
            {rate("X1", 5, "A", all)},
            {cite("X1", 5)},
            "5/1",
            "5/1",
            false,
            false},
           {"half of the raters suffice for a check",
            {rate("X1", 2, "A", {"2a"}), rate("X1", 2, "B")},
            {cite("X1", 2)},
            "2/1",
            "2/1",
            false,
            false},
           {"fewer than half do not",
            {rate("X1", 2, "A", {"2a"}), rate("X1", 2, "B"), rate("X1", 2, "C")},
            {cite("X1", 2)},
            "2/1",
            "1/1",
            false,
            true},
       }) {
    const Model model = toy();
    const auto result = evaluate(model, file(c.ratings, c.evidence), {});
    const auto& x1 = result.indicators[0];
    EXPECT_EQ(show(x1.claimed), c.claimed) << c.name;
    EXPECT_EQ(show(x1.effective), c.effective) << c.name;
    EXPECT_EQ(x1.insufficient_evidence, c.insufficient) << c.name;
    EXPECT_EQ(x1.checks_missing, c.checks_missing) << c.name;
  }
}

TEST(EffectiveLevel, IsTheClaimWhereOnlyClaimsCount) {
  const Model model = toy();
  const auto result =
      evaluate(model, file({rate("X1", 4)}), {Purpose::working, Gate::claims_only, {}});
  EXPECT_EQ(show(result.indicators[0].effective), "4/1");
  EXPECT_FALSE(result.indicators[0].insufficient_evidence);
}

struct MissingCase {
  const char* name;
  std::vector<Rating> ratings;
  Purpose purpose;
  MissingPolicy working;
  MissingPolicy external;
  const char* d;
  const char* index;
  int answered;
  int applicable;
  bool provisional;
};

TEST(MissingAnswers, AreNeverZeroAndNeverSilent) {
  using enum MissingPolicy;
  using enum Purpose;
  for (const auto& c : std::vector<MissingCase>{
           {"all answered",
            {rate("X1", 1), rate("X2", 3), rate("Y1", 5)},
            working,
            leave_out,
            leave_out,
            "5/2",
            "25/8",
            3,
            3,
            false},
           {"not rated is left out of a working figure",
            {rate("X2", 3), rate("Y1", 5)},
            working,
            leave_out,
            leave_out,
            "3/1",
            "7/2",
            2,
            3,
            true},
           {"a whole dimension not rated is left out",
            {rate("X1", 1), rate("X2", 3)},
            working,
            leave_out,
            leave_out,
            "5/2",
            "5/2",
            2,
            3,
            true},
           {"not rated at the floor",
            {rate("X2", 3), rate("Y1", 5)},
            working,
            floor,
            leave_out,
            "5/2",
            "25/8",
            2,
            3,
            false},
           {"not rated blocks a published figure",
            {rate("X2", 3), rate("Y1", 5)},
            published,
            leave_out,
            leave_out,
            "none",
            "none",
            2,
            3,
            false},
           {"not applicable leaves both sums",
            {say("X1", Outcome::not_applicable), rate("X2", 3), rate("Y1", 5)},
            published,
            leave_out,
            leave_out,
            "3/1",
            "7/2",
            2,
            2,
            false},
           {"a parent with nothing left leaves too",
            {rate("X1", 1), rate("X2", 3), say("Y1", Outcome::not_applicable)},
            published,
            leave_out,
            leave_out,
            "5/2",
            "5/2",
            2,
            2,
            false},
           {"external at the floor counts as unanswered",
            {say("X1", Outcome::awaiting_external), rate("X2", 3), rate("Y1", 5)},
            published,
            leave_out,
            floor,
            "5/2",
            "25/8",
            2,
            3,
            false},
           {"external left out",
            {say("X1", Outcome::awaiting_external), rate("X2", 3), rate("Y1", 5)},
            published,
            leave_out,
            leave_out,
            "3/1",
            "7/2",
            2,
            3,
            true},
           {"external blocks",
            {say("X1", Outcome::awaiting_external), rate("X2", 3), rate("Y1", 5)},
            working,
            leave_out,
            block,
            "none",
            "none",
            2,
            3,
            false},
           {"nothing at all", {}, working, leave_out, leave_out, "none", "none", 0, 3, true},
       }) {
    Model model = toy();
    model.policies.not_rated_working = c.working;
    model.policies.awaiting_external = c.external;
    const auto result = evaluate(model, file(c.ratings), {c.purpose, Gate::claims_only, {}});
    EXPECT_EQ(show(node(model, result, "D").value), c.d) << c.name;
    EXPECT_EQ(show(result.nodes[0].value), c.index) << c.name;
    EXPECT_EQ(result.nodes[0].completeness, (evaluation::Completeness{c.answered, c.applicable}))
        << c.name;
    EXPECT_EQ(result.nodes[0].provisional, c.provisional) << c.name;
  }
}

TEST(MissingAnswers, AllNotApplicableIsNotApplicable) {
  const Model model = toy();
  const auto result = evaluate(model,
                               file({say("X1", Outcome::not_applicable),
                                     say("X2", Outcome::not_applicable),
                                     say("Y1", Outcome::not_applicable)}),
                               {});
  EXPECT_EQ(result.nodes[0].outcome, Outcome::not_applicable);
  EXPECT_EQ(show(result.nodes[0].value), "none");
  EXPECT_EQ(result.nodes[0].completeness, (evaluation::Completeness{0, 0}));
  EXPECT_FALSE(result.bands[0].band);
  EXPECT_TRUE(result.gaps.empty());
}

TEST(CombineGiven, StartsAtAnyHeight) {
  const Model model = read_shipped("spbe-2020");
  const auto given = [&](const char* code, const char* value) {
    return std::pair{*model::find_node(model, code), *base::parse_rational(value)};
  };
  const auto values = evaluation::combine_given(
      model, {given("D1", "3.70"), given("D2", "3.40"), given("D3", "3.00"), given("D4", "3.20")});
  EXPECT_EQ(show(values[0]), "1641/500");  // 3.282
}

}  // namespace

}  // namespace evaluation::for_test
