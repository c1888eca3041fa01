// Walks down from the index and hands each child its part.
#include "evaluation/share.hpp"

namespace evaluation {

using base::Rational;

std::vector<Rational> derive_shares(const model::Model& model,
                                    const std::vector<NodeResult>& nodes,
                                    ShareOf which) {
  const auto enters = [&](int node) {
    const NodeResult& result = nodes[static_cast<std::size_t>(node)];
    return which == ShareOf::counted ? result.value.has_value()
                                     : result.outcome != assessment::Outcome::not_applicable;
  };
  std::vector<Rational> of_node(model.nodes.size());
  std::vector<Rational> of_indicator(model.indicators.size());
  if (enters(0)) of_node[0] = Rational(1);
  for (std::size_t i = 0; i < model.nodes.size(); ++i) {
    const model::Node& node = model.nodes[i];
    if (node.indicator >= 0) of_indicator[static_cast<std::size_t>(node.indicator)] = of_node[i];
    if (of_node[i].is_zero()) continue;
    Rational sum(0);
    for (const int child : node.children)
      if (enters(child)) sum += model.nodes[static_cast<std::size_t>(child)].weight;
    for (const int child : node.children)
      if (enters(child))
        of_node[static_cast<std::size_t>(child)] =
            of_node[i] * model.nodes[static_cast<std::size_t>(child)].weight / sum;
  }
  return of_indicator;
}

}  // namespace evaluation
