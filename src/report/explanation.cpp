// Tells the trace of an element: leaves by their standings, elements above by their sum.
#include "report/explanation.hpp"

#include "report/explain_parts.hpp"

namespace report {

namespace {

void append(std::vector<Block>& blocks, std::vector<Block> more) {
  for (auto& block : more) blocks.push_back(std::move(block));
}

}  // namespace

std::vector<Block> explain_node(const Context& context, int node) {
  const int indicator = context.model.nodes.at(static_cast<std::size_t>(node)).indicator;
  std::vector<Block> blocks;
  if (indicator >= 0) {
    append(blocks, explain_level(context, indicator));
    append(blocks, explain_ratings(context, indicator));
    append(blocks, explain_conditions(context, indicator));
    append(blocks, explain_next_level(context, indicator));
    append(blocks, explain_quotes(context, indicator));
    return blocks;
  }
  append(blocks, explain_value(context, node));
  append(blocks, explain_sum(context, node));
  if (node == 0) append(blocks, explain_bands(context));
  return blocks;
}

}  // namespace report
