// What several raters and stages come down to, as a table of small offices.
#include "evaluation/consensus.hpp"

#include <gtest/gtest.h>

#include "evaluation/evaluation.hpp"
#include "evaluation/office_for_test.hpp"

namespace evaluation::for_test {

namespace {

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

}  // namespace

}  // namespace evaluation::for_test
