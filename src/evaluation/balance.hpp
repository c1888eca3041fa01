// What the codings say of each dimension: its strengths and its weaknesses, with the words that
// show them.
#pragma once

#include <vector>

#include "evaluation/results.hpp"

namespace evaluation {

/// Words that speak for one side: a citation or a coding, by its position in the dossier's list.
struct Witness {
  bool is_coding = false;
  int position = 0;
  bool operator==(const Witness&) const = default;
};

/// How much speaks for one side.
struct BalanceSide {
  int citations = 0;            ///< accepted ones
  int codings = 0;              ///< of free codes, with this stance
  int sources = 0;              ///< distinct ones among both
  std::vector<Witness> quotes;  ///< the strongest few, from as many sources as can be
};

/// The lowest level of an indicator that does not stand, up to its claim or its target.
struct Shortfall {
  int indicator = 0;
  int level = 0;
  int checks_missing = 0;
  int citations_missing = 0;
};

/// Strengths and weaknesses of one element below the index.
struct Balance {
  int node = 0;  ///< 0: codes that hang under no element
  BalanceSide strengths;
  BalanceSide weaknesses;
  std::vector<Shortfall> shortfalls;  ///< of claimed indicators, in the model's order
};

/// For each child of the index, in the model's order: accepted citations of the indicators below it
/// and codings whose code hangs there, by stance, and what does not stand. A last one with node 0
/// follows where codings with a stance hang under no element. At most `quotes_max` quotes a side.
std::vector<Balance> weigh_evidence(const model::Model& model,
                                    const assessment::Dossier& dossier,
                                    const Evaluation& evaluation,
                                    std::size_t quotes_max = 3);

}  // namespace evaluation
