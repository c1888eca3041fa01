// The compiled form gives the very figures of evaluate.
#include "evaluation/compiled_model.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "evaluation/evaluation.hpp"
#include "evaluation/office_for_test.hpp"

namespace evaluation::for_test {

namespace {

TEST(CompiledModel, LetsEveryClaimStandWithoutARuleOfLevels) {
  Model model = toy();
  model.level_rule = model::LevelRule::none;
  const auto dossier = file({rate("X1", 3), rate("X2", 4), rate("Y1", 5)});
  const auto result = evaluate(model, dossier, {});
  EXPECT_EQ(show(result.indicators[0].effective), "3/1");
  EXPECT_TRUE(result.indicators[0].standings.empty());
  const auto compiled = evaluation::CompiledModel::compile(model);
  const auto prepared = compiled->prepare(model, dossier);
  std::vector<std::int64_t> answers(compiled->indicator_count());
  std::vector<evaluation::Fraction> figures(compiled->node_count());
  compiled->score_prepared(*prepared, answers, figures);
  EXPECT_EQ(figures[0].to_rational(), *result.nodes[0].value);
}

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

}  // namespace

}  // namespace evaluation::for_test
