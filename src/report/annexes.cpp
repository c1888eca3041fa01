// The annexes: the sum behind every figure above the indicators, and the terms of the model.
#include "report/explanation.hpp"
#include "report/parts.hpp"

namespace report {

std::vector<Section> compose_annexes(const Context& context) {
  Section chapter{"computation", say(context, "report.computation"), 1, {}};
  chapter.blocks.push_back(Paragraph{say(context, "report.computation.lead")});
  std::vector<Section> sections{std::move(chapter)};
  for (std::size_t i = 0; i < context.model.nodes.size(); ++i) {
    if (context.model.nodes[i].indicator >= 0) continue;
    const int node = static_cast<int>(i);
    // Elements of the first height have their section among the dimensions; here stand the sums.
    const std::string id = node == 0 || context.model.nodes[i].height == 1
                               ? "sum-" + node_anchor(context, node)
                               : node_anchor(context, node);
    sections.push_back({id, name_of(context, node), 2, explain_node(context, node)});
  }
  if (context.model.glossary.empty()) return sections;

  Section glossary{"glossary", say(context, "report.glossary"), 1, {}};
  Table table;
  table.caption = say(context, "report.glossary.caption");
  table.head = {say(context, "report.glossary.term"), say(context, "report.glossary.meaning")};
  for (const auto& entry : context.model.glossary)
    table.rows.push_back({Cell{.text = text_of(context, entry.term)},
                          Cell{.text = text_of(context, entry.meaning)}});
  glossary.blocks.push_back(std::move(table));
  sections.push_back(std::move(glossary));
  return sections;
}

}  // namespace report
