// The semantics of product.md §4, as tables of small offices, and the laws that hold for every
// office.
#include "evaluation/evaluation.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "evaluation/compiled_model.hpp"
#include "evaluation/level.hpp"
#include "model/check_model.hpp"
#include "model/parse_model.hpp"

namespace {

using assessment::Dossier;
using assessment::Evidence;
using assessment::EvidenceState;
using assessment::Outcome;
using assessment::Rating;
using assessment::Stage;
using assessment::Stance;
using base::Rational;
using evaluation::evaluate;
using evaluation::Evaluation;
using evaluation::Gate;
using evaluation::Method;
using evaluation::Purpose;
using model::MissingPolicy;
using model::Model;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Model read_shipped(const std::string& id) {
  const auto folder = std::filesystem::path(JENJANG_SOURCE_DIR) / "models" / id;
  model::ModelFiles files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".yaml")
      files.emplace_back(std::filesystem::relative(entry.path(), folder).generic_string(),
                         read_file(entry.path()));
  return *model::parse_model(files).model;
}

/// Two dimensions, D (weight 3) over X1 (1), X2 (3) and E (weight 1) over Y1; levels 1 to 5; X1 has
/// checks and a gate of one.
Model toy() {
  Model model;
  model.id = "toy";
  model.evidence_required = 1;
  model.target_level = Rational(3);
  const auto add = [&](const char* code, int parent, int weight, bool leaf) {
    model::Node node;
    node.code = code;
    node.parent = parent;
    node.weight = Rational(weight);
    node.height = parent < 0 ? 0 : model.nodes[static_cast<std::size_t>(parent)].height + 1;
    const auto position = static_cast<int>(model.nodes.size());
    if (parent >= 0) model.nodes[static_cast<std::size_t>(parent)].children.push_back(position);
    if (leaf) {
      node.indicator = static_cast<int>(model.indicators.size());
      model.indicators.emplace_back();
      model.leaves.push_back(position);
    }
    model.nodes.push_back(node);
    return position;
  };
  const int index = add("index", -1, 1, false);
  const int d = add("D", index, 3, false);
  add("X1", d, 1, true);
  add("X2", d, 3, true);
  const int e = add("E", index, 1, false);
  add("Y1", e, 1, true);
  model.indicators[0].checks[2] = {{"2a", {}, 0}};
  model.indicators[0].checks[3] = {{"3a", {}, 0}, {"3b", {}, 0}};
  model.band_lists = {{"predicate",
                       {},
                       {},
                       {},
                       {{"low", {}, 1, *base::parse_rational("2.6"), 0},
                        {"high", {}, *base::parse_rational("2.6"), 5, 0}},
                       0}};
  return model;
}

Rating rate(const char* indicator,
            int level,
            const char* rater = "A",
            std::vector<std::string> checks = {}) {
  Rating rating;
  rating.indicator_code = indicator;
  rating.rater = rater;
  rating.answer = {Outcome::answered, Rational(level), ""};
  rating.checks = std::move(checks);
  return rating;
}

Rating say(const char* indicator, Outcome outcome, const char* rater = "A") {
  Rating rating;
  rating.indicator_code = indicator;
  rating.rater = rater;
  rating.answer.outcome = outcome;
  return rating;
}

Rating at(Stage stage, Rating rating) {
  rating.stage = stage;
  return rating;
}

Rating withdraw(Rating rating) {
  rating.withdrawn = true;
  return rating;
}

Evidence cite(const char* indicator,
              std::optional<int> level,
              EvidenceState state = EvidenceState::accepted,
              Stance stance = Stance::supports) {
  Evidence evidence;
  evidence.indicator_code = indicator;
  evidence.level = level;
  evidence.state = state;
  evidence.stance = stance;
  return evidence;
}

Dossier file(std::vector<Rating> ratings, std::vector<Evidence> evidence = {}) {
  Dossier dossier;
  dossier.ratings = std::move(ratings);
  dossier.evidence = std::move(evidence);
  return dossier;
}

std::string show(const std::optional<Rational>& value) {
  return value ? value->to_string() : "none";
}

const evaluation::NodeResult& node(const Model& model, const Evaluation& result, const char* code) {
  return result.nodes[static_cast<std::size_t>(*model::find_node(model, code))];
}

// --- Gate and checks
// ---------------------------------------------------------------------------------------------------

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

// --- Several raters and stages
// -----------------------------------------------------------------------------------------

TEST(Consensus, FollowsTheLatestStageAndTheLowerMiddle) {
  struct Case {
    const char* name;
    std::vector<Rating> ratings;
    std::optional<Stage> only;
    Outcome outcome;
    const char* value;
  };

  for (const auto& c : std::vector<Case>{
           {"nobody rated", {}, {}, Outcome::not_rated, "none"},
           {"one rater decides alone", {rate("X1", 3)}, {}, Outcome::answered, "3/1"},
           {"an even split takes the lower middle",
            {rate("X1", 3, "A"), rate("X1", 2, "B")},
            {},
            Outcome::answered,
            "2/1"},
           {"three take the middle",
            {rate("X1", 5, "A"), rate("X1", 1, "B"), rate("X1", 4, "C")},
            {},
            Outcome::answered,
            "4/1"},
           {"the latest entry of a rater counts",
            {rate("X1", 5), rate("X1", 2)},
            {},
            Outcome::answered,
            "2/1"},
           {"a withdrawal leaves nothing",
            {rate("X1", 5), withdraw(rate("X1", 5))},
            {},
            Outcome::not_rated,
            "none"},
           {"rating again after a withdrawal counts",
            {rate("X1", 5), withdraw(rate("X1", 5)), rate("X1", 3)},
            {},
            Outcome::answered,
            "3/1"},
           {"a later stage decides",
            {at(Stage::document, rate("X1", 2, "B")), rate("X1", 4)},
            {},
            Outcome::answered,
            "2/1"},
           {"one stage may be asked for",
            {at(Stage::document, rate("X1", 2, "B")), rate("X1", 4)},
            Stage::self,
            Outcome::answered,
            "4/1"},
           {"a stage nobody rated is empty",
            {rate("X1", 4)},
            Stage::visit,
            Outcome::not_rated,
            "none"},
           {"a withdrawn later stage falls back",
            {rate("X1", 4),
             at(Stage::visit, rate("X1", 1)),
             at(Stage::visit, withdraw(rate("X1", 1)))},
            {},
            Outcome::answered,
            "4/1"},
           {"a majority makes it not applicable",
            {say("X1", Outcome::not_applicable, "A"),
             say("X1", Outcome::not_applicable, "B"),
             rate("X1", 3, "C")},
            {},
            Outcome::not_applicable,
            "none"},
           {"a tie is applicable",
            {say("X1", Outcome::not_applicable, "A"), rate("X1", 3, "B")},
            {},
            Outcome::answered,
            "3/1"},
           {"an external value may be awaited",
            {say("X1", Outcome::awaiting_external)},
            {},
            Outcome::awaiting_external,
            "none"},
       }) {
    const Model model = toy();
    const auto result =
        evaluate(model, file(c.ratings), {Purpose::working, Gate::as_modelled, c.only});
    EXPECT_EQ(result.indicators[0].agreed.outcome, c.outcome) << c.name;
    EXPECT_EQ(show(result.indicators[0].claimed), c.value) << c.name;
  }
}

// --- Missing answers at every height
// ------------------------------------------------------------------------------------

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

// --- Bands, gaps, advice
// ------------------------------------------------------------------------------------------------

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

// --- Laws
// ---------------------------------------------------------------------------------------------------------------

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

// --- The compiled form is the same definition
// ---------------------------------------------------------------------------

TEST(CompiledModel, GivesTheSameFiguresAsEvaluate) {
  for (const char* id : {"somm", "spbe-2020"}) {
    const Model model = read_shipped(id);
    const auto compiled = evaluation::CompiledModel::compile(model);
    ASSERT_TRUE(compiled) << id;
    const auto count = model.indicators.size();
    rc::check(std::string("claims of ") + id, [&]() {
      const auto levels = *rc::gen::container<std::vector<int>>(count, rc::gen::inRange(1, 6));
      Dossier dossier;
      std::vector<std::int64_t> answers;
      for (std::size_t i = 0; i < count; ++i) {
        dossier.ratings.push_back(
            rate(model.nodes[static_cast<std::size_t>(model.leaves[i])].code.c_str(), levels[i]));
        answers.push_back(*compiled->scale_answer(Rational(levels[i])));
      }
      const auto result = evaluate(model, dossier, {Purpose::working, Gate::claims_only, {}});
      std::vector<evaluation::Fraction> figures(compiled->node_count());
      compiled->score(answers, figures);
      for (std::size_t i = 0; i < figures.size(); ++i)
        RC_ASSERT(figures[i].to_rational() == *result.nodes[i].value);
    });
  }
}

TEST(CompiledModel, KnowsGateAndChecks) {
  const Model model = read_shipped("somm");
  const auto compiled = evaluation::CompiledModel::compile(model);
  rc::check("gate and checks", [&]() {
    Dossier dossier;
    for (std::size_t i = 0; i < model.indicators.size(); ++i) {
      const auto& code = model.nodes[static_cast<std::size_t>(model.leaves[i])].code;
      std::vector<std::string> ticked;
      for (const auto& [level, checks] : model.indicators[i].checks)
        for (const auto& check : checks)
          if (*rc::gen::inRange(0, 8) > 0) ticked.push_back(check.code);
      dossier.ratings.push_back(rate(code.c_str(), *rc::gen::inRange(1, 6), "A", ticked));
      dossier.evidence.push_back(
          cite(code.c_str(),
               *rc::gen::inRange(1, 6),
               *rc::gen::element(EvidenceState::accepted, EvidenceState::proposed)));
    }
    const auto result = evaluate(model, dossier, {});
    const auto prepared = compiled->prepare(model, dossier);
    RC_ASSERT(prepared.has_value());
    std::vector<std::int64_t> answers(model.indicators.size());
    std::vector<evaluation::Fraction> figures(compiled->node_count());
    compiled->score_prepared(*prepared, answers, figures);
    for (std::size_t i = 0; i < figures.size(); ++i)
      RC_ASSERT(figures[i].to_rational() == *result.nodes[i].value);
  });
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
