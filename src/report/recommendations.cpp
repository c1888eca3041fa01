// The steps of the model's advice in the order to take them, with what each takes and brings.
#include "report/parts.hpp"

namespace report {

namespace {

std::string_view effort_name(model::Effort effort) {
  switch (effort) {
    case model::Effort::low:
      return "low";
    case model::Effort::medium:
      return "medium";
    case model::Effort::high:
      return "high";
  }
  return "medium";
}

/// "Menunggu S05 tingkat 2", or why a step is here though its indicator is at its target.
std::string note_of(const Context& context, const evaluation::Recommendation& step) {
  std::string note;
  std::vector<std::string> waits;
  waits.reserve(step.waits_for.size());
  for (const auto& need : step.waits_for)
    waits.push_back(say(context,
                        "report.prerequisite",
                        {{"indicator", need.indicator}, {"level", std::to_string(need.level)}}));
  if (!waits.empty()) note = say(context, "report.waits_for", {{"list", list_of(context, waits)}});
  if (!step.closes_gap) note += (note.empty() ? "" : " ") + say(context, "report.prepares");
  return note;
}

std::vector<Cell> step_row(const Context& context,
                           std::size_t order,
                           const evaluation::Recommendation& step) {
  const auto& indicator = context.model.indicators.at(static_cast<std::size_t>(step.indicator));
  const auto& advice = indicator.advice.at(static_cast<std::size_t>(step.advice));
  const std::string unit = text_of(context, advice.unit);
  return {
      Cell{.text = std::to_string(order)},
      Cell{.text = name_of(context, node_of(context, step.indicator)),
           .link = indicator_anchor(context, step.indicator),
           .note = say(context,
                       "report.from_to",
                       {{"from", std::to_string(step.from)}, {"to", std::to_string(step.to)}})},
      Cell{.text = text_of(context, advice.action), .note = note_of(context, step)},
      Cell{.text = unit.empty() ? say(context, "report.no_figure") : unit},
      Cell{.text = say(context, "report.months", {{"n", std::to_string(advice.months)}}),
           .note = say(context,
                       "report.effort_cost",
                       {{"effort", say_word(context, "report.effort", effort_name(advice.effort))},
                        {"cost", say_word(context, "report.effort", effort_name(advice.cost))}})},
      Cell{.text = worth_of(context, step.gain)}};
}

}  // namespace

std::vector<Section> compose_recommendations(const Context& context) {
  Section section{"recommendations", say(context, "report.recommendations"), 1, {}};
  const auto& steps = context.evaluation.recommendations;
  if (steps.empty()) {
    const bool gaps = !context.evaluation.gaps.empty();
    section.blocks.push_back(Paragraph{
        say(context, gaps ? "report.recommendations.no_advice" : "report.recommendations.none")});
    return {section};
  }
  section.blocks.push_back(Paragraph{
      say(context, "report.recommendations.lead", {{"n", std::to_string(steps.size())}})});
  Table table;
  table.caption = say(context, "report.recommendations.caption");
  for (const auto* head : {"order", "indicator", "action", "unit", "takes", "gain"})
    table.head.push_back(say_word(context, "report", head));
  table.align = {Align::right, Align::left, Align::left, Align::left, Align::left, Align::right};
  for (std::size_t i = 0; i < steps.size(); ++i)
    table.rows.push_back(step_row(context, i + 1, steps[i]));
  section.blocks.push_back(std::move(table));
  return {section};
}

}  // namespace report
