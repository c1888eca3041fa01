// The parts of an explanation, each told by a file of its own.
#pragma once

#include <vector>

#include "report/report.hpp"
#include "report/wording.hpp"

namespace report {

/// The question, the level that stands, the claim, and what the level means.
std::vector<Block> explain_level(const Context& context, int indicator);

/// Who rated at which stage, with which value and why, and how several became one.
std::vector<Block> explain_ratings(const Context& context, int indicator);

/// Level by level: which checks are met and how many accepted citations there are.
std::vector<Block> explain_conditions(const Context& context, int indicator);

/// What the next level takes: missing checks, missing evidence, the model's advice.
std::vector<Block> explain_next_level(const Context& context, int indicator);

/// The words that the rating rests on, contradicting ones named first.
std::vector<Block> explain_quotes(const Context& context, int indicator);

/// The value of an element above the indicators, rounded and exact, and how complete it is.
std::vector<Block> explain_value(const Context& context, int node);

/// The weighted mean written out, and what was left out by which policy.
std::vector<Block> explain_sum(const Context& context, int node);

/// For each list of bands: where the index falls, and the shortest way to the next band.
std::vector<Block> explain_bands(const Context& context);

}  // namespace report
