// A trace told in sentences: why an element has its value, and what would raise it. Used by
// reports, CLI and API alike.
#pragma once

#include <vector>

#include "report/report.hpp"
#include "report/wording.hpp"

namespace report {

/// Everything that bears on one element of the tree. For an indicator: its question, the level that
/// stands and the claim, who rated it, the conditions level by level, what the next level takes,
/// and the quotes it rests on. For an element above: its exact value, the sum written out, what was
/// left out and why, and for the index its bands.
std::vector<Block> explain_node(const Context& context, int node);

/// Why a claim is lowered, as sentences; empty where it stands.
std::vector<std::string> explain_lowering(const Context& context, int indicator);

}  // namespace report
