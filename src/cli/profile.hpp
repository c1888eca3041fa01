// The profile of an assessment drawn in a terminal: a bar per dimension and the index on top.
#pragma once

#include "cli/console.hpp"
#include "evaluation/evaluation.hpp"

namespace cli {

/// Prints index, predicate, completeness and a bar for each node of the first height, with the
/// target marked.
void print_profile(Console& console,
                   const model::Model& model,
                   const assessment::Assessment& assessment,
                   const evaluation::Evaluation& evaluation);

}  // namespace cli
