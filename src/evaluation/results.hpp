// What an evaluation finds, from the leaf to the index: records without rules of their own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/dossier.hpp"
#include "base/rational.hpp"
#include "evaluation/method.hpp"
#include "model/model.hpp"

namespace evaluation {

/// How many of the leaves that apply have an answer of their own; external ones count as
/// unanswered.
struct Completeness {
  int answered = 0;
  int applicable = 0;
  bool operator==(const Completeness&) const = default;
};

/// Several raters, one rating: the latest stage's lower middle value, applicability by majority.
struct AgreedRating {
  assessment::Outcome outcome = assessment::Outcome::not_rated;
  std::optional<base::Rational> value;
  assessment::Stage stage = assessment::Stage::self;
  std::vector<int>
      ratings;  ///< positions in Dossier::ratings that count at this stage, in order of entry
  std::vector<int> other_stages;         ///< positions of the latest entries of other stages
  std::optional<base::Rational> lowest;  ///< of the values given at this stage
  std::optional<base::Rational> highest;
};

/// Why one level of an indicator stands or not. Levels from the second of the scale upward.
struct LevelStanding {
  int level = 0;
  int checks_total = 0;
  std::vector<int> checks_missing;  ///< positions in Indicator::checks[level]
  int citations_required = 0;       ///< 0 where the model has no gate
  int citations_accepted = 0;       ///< accepted, supporting, counting for this level
  int citations_waiting = 0;        ///< proposed ones that would count once accepted

  [[nodiscard]] bool checks_met() const { return checks_missing.empty(); }

  [[nodiscard]] bool evidence_met() const { return citations_accepted >= citations_required; }

  [[nodiscard]] bool stands() const { return checks_met() && evidence_met(); }
};

/// The result of one leaf: what was claimed, what stands, and why.
struct IndicatorResult {
  int indicator = 0;  ///< position in Model::indicators
  int node = 0;       ///< position in Model::nodes
  AgreedRating agreed;
  std::optional<base::Rational> claimed;
  std::optional<base::Rational> effective;
  std::vector<LevelStanding> standings;  ///< one per level above the lowest, ascending
  bool insufficient_evidence = false;    ///< the claim is lowered for lack of accepted citations
  bool checks_missing = false;           ///< the claim is lowered for a condition that is not met
  std::vector<int> evidence;             ///< positions in Dossier::evidence coded to this indicator
};

/// What a child gave to its parent's mean.
struct Contribution {
  int node = 0;
  base::Rational weight;
  std::optional<base::Rational> value;  ///< empty: left out
  bool at_floor = false;  ///< the policy put the lowest level in place of a missing answer
};

/// The result of one element of the tree, leaf or above.
struct NodeResult {
  assessment::Outcome outcome = assessment::Outcome::not_rated;
  std::optional<base::Rational> value;    ///< effective
  std::optional<base::Rational> claimed;  ///< the same rule on claims
  Completeness completeness;
  bool provisional = false;  ///< some applicable leaf below was left out ("sementara")
  bool blocked = false;      ///< the policy forbids a figure while an answer is missing
  std::vector<Contribution> contributions;  ///< empty for leaves
  base::Rational weighted_sum;              ///< of the contributions that count
  base::Rational weight_sum;
};

/// Where the index falls in one list of bands, and how far the next band is.
struct BandResult {
  int list = 0;                            ///< position in Model::band_lists
  std::optional<int> band;                 ///< position in the list; empty without an index
  std::optional<base::Rational> next_min;  ///< lower end of the next band; empty in the highest
  std::optional<base::Rational> distance;  ///< from the index to next_min
  std::vector<int> shortest_path;  ///< fewest single steps that reach next_min: indicators, a
                                   ///< repeat is two steps
};

/// An indicator that stands below its target.
struct Gap {
  int indicator = 0;
  base::Rational target;
  base::Rational effective;  ///< the lowest level where nothing stands yet
  base::Rational distance;
  base::Rational share;  ///< what one level of this indicator is worth in the index
  bool not_rated = false;
};

/// One step of the model's advice, at its place in the order.
struct Recommendation {
  int indicator = 0;
  int advice = 0;  ///< position in Indicator::advice
  int from = 0;
  int to = 0;
  base::Rational gain;     ///< what the step adds to the index
  bool closes_gap = true;  ///< false: taken in only because another step needs it
  std::vector<model::Prerequisite> waits_for;  ///< prerequisites not met today
};

struct Evaluation {
  Method method;
  std::vector<NodeResult> nodes;                ///< as Model::nodes
  std::vector<IndicatorResult> indicators;      ///< as Model::indicators
  std::vector<BandResult> bands;                ///< as Model::band_lists
  std::vector<Gap> gaps;                        ///< largest worth first
  std::vector<Recommendation> recommendations;  ///< in the order to do them
};

}  // namespace evaluation
