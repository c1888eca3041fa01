// From agreed ratings to levels: what is claimed, what stands, and the figures of every node above.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "evaluation/results.hpp"

namespace evaluation {

/// One result per indicator: the claim, and the level that its checks and accepted evidence let
/// stand.
///
/// Level n above the lowest stands when each of the levels up to n has its required number of
/// accepted, supporting citations (one with a level counts for levels up to it, one without as if
/// it bore the claim) and all their checks are met (a check is met when at least half of the
/// stage's raters ticked it). Otherwise the effective level is the highest below which all stand.
std::vector<IndicatorResult> derive_indicator_levels(const model::Model& model,
                                                     const assessment::Dossier& dossier,
                                                     const Method& method);

/// One result per node, from leaves to the index: weighted means of what counts, with completeness
/// and trace.
std::vector<NodeResult> derive_profile(const model::Model& model,
                                       const std::vector<IndicatorResult>& indicators,
                                       const Method& method);

/// The figures of a tree in which the values of some nodes are given, as in a regulation's worked
/// example; nodes without anything below them that is given have no value.
std::vector<std::optional<base::Rational>> combine_given(
    const model::Model& model, const std::vector<std::pair<int, base::Rational>>& given);

}  // namespace evaluation
