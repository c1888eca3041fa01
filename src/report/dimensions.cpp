// Each element of the first height: its value, its strengths and weaknesses, and its indicators.
#include "assessment/names.hpp"
#include "report/explain_parts.hpp"
#include "report/findings.hpp"
#include "report/parts.hpp"

namespace report {

namespace {

using Tone = Paragraph::Tone;

/// How an indicator stands to its target.
enum class Place { at_target, below_target, open, without_target };

const evaluation::IndicatorResult& result_of(const Context& context, int indicator) {
  return context.evaluation.indicators.at(static_cast<std::size_t>(indicator));
}

Place place_of_indicator(const Context& context, int indicator) {
  const auto& effective = result_of(context, indicator).effective;
  const auto target = target_of(context, indicator);
  if (!effective) return Place::open;
  if (!target) return Place::without_target;
  return *effective >= *target ? Place::at_target : Place::below_target;
}

/// The indicators that stand to their targets in this way, as one sentence.
Block say_place(const Context& context, const std::vector<int>& indicators, Place place) {
  std::vector<std::string> names;
  for (const int indicator : indicators)
    if (place_of_indicator(context, indicator) == place)
      names.push_back(name_of(context, node_of(context, indicator)));
  const bool strength = place == Place::at_target;
  if (names.empty())
    return Paragraph{say(context, strength ? "report.strengths_none" : "report.weaknesses_none")};
  return Paragraph{say(context,
                       strength ? "report.strengths" : "report.weaknesses",
                       {{"n", std::to_string(names.size())}, {"names", list_of(context, names)}})};
}

std::string outcome_of(const Context& context, const evaluation::IndicatorResult& result) {
  return say_word(context, "report.outcome", assessment::format_outcome(result.agreed.outcome));
}

std::vector<Cell> indicator_row(const Context& context, int indicator) {
  const auto& result = result_of(context, indicator);
  const auto target = target_of(context, indicator);
  const auto place = place_of_indicator(context, indicator);
  const std::string none = say(context, "report.no_figure");
  std::vector<Cell> row;
  row.push_back({.text = name_of(context, node_of(context, indicator)),
                 .link = indicator_anchor(context, indicator)});
  if (claims_need_proof(context))
    row.push_back({.text = result.claimed ? number_of(context, *result.claimed) : none});
  row.push_back({.text = result.effective ? level_of(context, indicator, *result.effective)
                                          : outcome_of(context, result)});
  row.push_back({.text = target ? number_of(context, *target) : none});
  Cell state;
  if (place == Place::at_target)
    state = {.text = say(context, "report.state.at_target"), .mark = "above"};
  if (place == Place::below_target)
    state = {.text = say(context, "report.state.below_target"), .mark = "below"};
  if (place == Place::open) state = {.text = none};
  if (result.claimed && result.effective && *result.effective < *result.claimed)
    state.note = say(context, "report.state.claim_lowered");
  row.push_back(std::move(state));
  return row;
}

Table tabulate(const Context& context, int node, const std::vector<int>& indicators) {
  Table table;
  table.caption = say(context, "report.dimension.table", {{"name", name_of(context, node)}});
  table.head = {say(context, "report.indicator")};
  table.align = {Align::left};
  if (claims_need_proof(context)) {
    table.head.push_back(say(context, "report.claimed"));
    table.align.push_back(Align::right);
  }
  table.head.push_back(
      say(context, claims_need_proof(context) ? "report.effective" : "report.value"));
  table.head.push_back(say(context, "report.target"));
  table.head.push_back(say(context, "report.state"));
  table.align.insert(table.align.end(), {Align::left, Align::right, Align::left});
  for (const int indicator : indicators) table.rows.push_back(indicator_row(context, indicator));
  return table;
}

Section compose_dimension(const Context& context, int node, const std::vector<Block>& findings) {
  Section section{
      node_anchor(context, node), name_of(context, node), 2, explain_value(context, node)};
  const auto indicators = indicators_below(context, node);
  bool any_target = false;
  bool any_level = false;
  for (const int indicator : indicators) {
    any_target = any_target || target_of(context, indicator).has_value();
    any_level = any_level || result_of(context, indicator).effective.has_value();
  }
  if (any_target && any_level) {
    section.blocks.push_back(say_place(context, indicators, Place::at_target));
    section.blocks.push_back(say_place(context, indicators, Place::below_target));
  }
  section.blocks.push_back(tabulate(context, node, indicators));
  section.blocks.insert(section.blocks.end(), findings.begin(), findings.end());
  return section;
}

}  // namespace

std::vector<Section> compose_dimensions(const Context& context) {
  const auto& children = context.model.nodes.at(0).children;
  if (children.empty()) return {};
  Section chapter{"dimensions", say(context, "report.dimensions"), 1, {}};
  chapter.blocks.push_back(Paragraph{say(context, "report.dimensions.lead")});
  std::vector<Section> sections{std::move(chapter)};
  for (const auto& balance :
       evaluation::weigh_evidence(context.model, context.dossier, context.evaluation)) {
    if (balance.node == 0)
      sections.push_back({"findings-elsewhere",
                          say(context, "report.findings.elsewhere"),
                          2,
                          tell_balance(context, balance)});
    else if (context.model.nodes.at(static_cast<std::size_t>(balance.node)).indicator < 0)
      sections.push_back(compose_dimension(context, balance.node, tell_balance(context, balance)));
  }
  return sections;
}

}  // namespace report
