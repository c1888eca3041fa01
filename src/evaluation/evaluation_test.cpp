// Bands, gaps and advice of small offices, and the laws that hold for every office.
#include "evaluation/evaluation.hpp"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "evaluation/office_for_test.hpp"

namespace evaluation::for_test {

namespace {

TEST(Bands, SeeTheExactIndexUnlessTheModelSaysOtherwise) {
  Model model = toy();
  model.nodes[1].weight = Rational(519);
  model.nodes[4].weight = Rational(481);
  const auto dossier = file({rate("X1", 3), rate("X2", 3), rate("Y1", 2)});  // index 2.519
  model.band_lists[0].bands[0].max = *base::parse_rational("2.52");
  model.band_lists[0].bands[1].min = *base::parse_rational("2.52");
  auto result = evaluate(model, dossier, {Purpose::working, Gate::claims_only, {}});
  EXPECT_EQ(show(result.nodes[0].value), "2519/1000");
  EXPECT_EQ(result.bands[0].band, 0);
  EXPECT_EQ(show(result.bands[0].distance), "1/1000");
  EXPECT_EQ(result.bands[0].shortest_path.size(), 1U);
  model.rounding.bands_see_rounded = true;
  result = evaluate(model, dossier, {Purpose::working, Gate::claims_only, {}});
  EXPECT_EQ(result.bands[0].band, 1);
}

TEST(Bands, NameNoStepsWhereAllTogetherFallShort) {
  Model model = toy();
  model.policies.awaiting_external = MissingPolicy::floor;
  const auto dossier = file({rate("X1", 4),
                             say("X2", Outcome::awaiting_external),
                             say("Y1", Outcome::awaiting_external)});
  const auto result = evaluate(model, dossier, {Purpose::working, Gate::claims_only, {}});
  ASSERT_TRUE(result.bands[0].distance);
  EXPECT_EQ(show(result.bands[0].distance), "83/80");  // 2.6 - 25/16, and X1 adds 3/16 at most
  EXPECT_TRUE(result.bands[0].shortest_path.empty());
}

TEST(Gaps, StandInOrderOfWorth) {
  const Model model = toy();
  const auto result = evaluate(
      model, file({rate("X1", 1), rate("X2", 2)}), {Purpose::working, Gate::claims_only, {}});
  ASSERT_EQ(result.gaps.size(), 3U);
  EXPECT_EQ(result.gaps[0].indicator, 1);  // X2: 1 × 9/16
  EXPECT_EQ(show(result.gaps[0].share), "9/16");
  EXPECT_EQ(result.gaps[1].indicator, 2);  // Y1: 2 × 1/4, not rated
  EXPECT_TRUE(result.gaps[1].not_rated);
  EXPECT_EQ(result.gaps[2].indicator, 0);  // X1: 2 × 3/16
  EXPECT_EQ(show(result.gaps[2].distance), "2/1");
}

TEST(Gaps, TakeTheTargetOfTheIndicatorFirst) {
  const Model model = toy();
  auto dossier = file({rate("X1", 3), rate("X2", 3), rate("Y1", 3)});
  dossier.assessment.targets = {{"", Rational(2)}, {"X2", Rational(5)}};
  const auto result = evaluate(model, dossier, {Purpose::working, Gate::claims_only, {}});
  ASSERT_EQ(result.gaps.size(), 1U);
  EXPECT_EQ(show(result.gaps[0].distance), "2/1");
}

model::Advice advise(int to, model::Effort effort, std::vector<model::Prerequisite> needs = {}) {
  model::Advice advice;
  advice.to = to;
  advice.effort = effort;
  advice.needs = std::move(needs);
  return advice;
}

TEST(Recommendations, StandAfterWhatTheyNeed) {
  Model model = toy();
  model.indicators[0].advice = {advise(2, model::Effort::low),
                                advise(3, model::Effort::low, {{"Y1", 4}})};
  model.indicators[1].advice = {advise(2, model::Effort::high, {{"X1", 2}}),
                                advise(3, model::Effort::low)};
  model.indicators[2].advice = {
      advise(2, model::Effort::low), advise(3, model::Effort::low), advise(4, model::Effort::low)};
  const auto result = evaluate(model,
                               file({rate("X1", 1), rate("X2", 1), rate("Y1", 3)}),
                               {Purpose::working, Gate::claims_only, {}});
  std::string order;
  for (const auto& step : result.recommendations)
    order +=
        model
            .nodes[static_cast<std::size_t>(model.leaves[static_cast<std::size_t>(step.indicator)])]
            .code +
        ">" + std::to_string(step.to) + (step.closes_gap ? " " : "* ");
  EXPECT_EQ(order, "X1>2 X2>2 X2>3 Y1>4* X1>3 ");
  EXPECT_EQ(show(result.recommendations[0].gain), "3/16");
  EXPECT_EQ(result.recommendations[1].waits_for.size(), 1U);
}

TEST(Laws, RaisingOneRatingNeverLowersAFigure) {
  const Model model = read_shipped("somm");
  rc::check("monotone", [&]() {
    auto levels = *rc::gen::container<std::vector<int>>(40, rc::gen::inRange(1, 6));
    const auto raised = *rc::gen::inRange<std::size_t>(0, 40);
    const auto dossier_of = [&](const std::vector<int>& values) {
      Dossier dossier;
      for (std::size_t i = 0; i < values.size(); ++i)
        dossier.ratings.push_back(
            rate(model.nodes[static_cast<std::size_t>(model.leaves[i])].code.c_str(), values[i]));
      return dossier;
    };
    const Method claims{Purpose::working, Gate::claims_only, {}};
    const auto before = evaluate(model, dossier_of(levels), claims);
    levels[raised] = std::min(5, levels[raised] + 1);
    const auto after = evaluate(model, dossier_of(levels), claims);
    for (std::size_t i = 0; i < before.nodes.size(); ++i)
      RC_ASSERT(*after.nodes[i].value >= *before.nodes[i].value);
  });
}

TEST(Laws, RelabelingRatersChangesNothing) {
  const Model model = toy();
  rc::check("raters are alike", [&]() {
    const auto levels =
        *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 6)));
    Dossier one;
    Dossier other;
    for (std::size_t i = 0; i < levels.size(); ++i) {
      one.ratings.push_back(rate("X1", levels[i], std::to_string(i).c_str()));
      other.ratings.push_back(
          rate("X1", levels[levels.size() - 1 - i], ("r" + std::to_string(i)).c_str()));
    }
    RC_ASSERT(show(evaluate(model, one, {}).indicators[0].claimed) ==
              show(evaluate(model, other, {}).indicators[0].claimed));
  });
}

TEST(Laws, SharesAreWhatAStepAdds) {
  const Model model = read_shipped("somm");
  const Method claims{Purpose::working, Gate::claims_only, {}};
  Dossier dossier;
  for (const int leaf : model.leaves)
    dossier.ratings.push_back(rate(model.nodes[static_cast<std::size_t>(leaf)].code.c_str(), 2));
  const auto before = evaluate(model, dossier, claims);
  ASSERT_EQ(before.gaps.size(), 40U);
  Rational sum(0);
  for (const auto& gap : before.gaps) {
    auto raised = dossier;
    raised.ratings[static_cast<std::size_t>(gap.indicator)].answer.value = Rational(3);
    EXPECT_EQ(*evaluate(model, raised, claims).nodes[0].value - *before.nodes[0].value, gap.share);
    sum += gap.share;
  }
  EXPECT_EQ(sum, Rational(1));
}

}  // namespace

}  // namespace evaluation::for_test
