// Each indicator with its question, levels, conditions, ratings and quotes: its explanation, as a
// section.
#include "report/explanation.hpp"
#include "report/parts.hpp"

namespace report {

std::vector<Section> compose_indicators(const Context& context) {
  Section chapter{"indicators", say(context, "report.indicators"), 1, {}};
  const std::string n = std::to_string(context.model.indicators.size());
  chapter.blocks.push_back(Paragraph{
      say(context,
          claims_need_proof(context) ? "report.indicators.lead_proof" : "report.indicators.lead",
          {{"n", n}})});
  std::vector<Section> sections{std::move(chapter)};
  for (std::size_t i = 0; i < context.model.indicators.size(); ++i) {
    const int indicator = static_cast<int>(i);
    const int node = node_of(context, indicator);
    sections.push_back({indicator_anchor(context, indicator),
                        name_of(context, node),
                        2,
                        explain_node(context, node)});
  }
  return sections;
}

}  // namespace report
