// The profile: one bar for each element of the first height, and the figures behind the bars.
#include "assessment/names.hpp"
#include "report/parts.hpp"

namespace report {

namespace {

std::optional<double> to_picture(const std::optional<base::Rational>& value) {
  if (!value) return std::nullopt;
  return value->to_double();
}

const evaluation::NodeResult& result_of(const Context& context, int node) {
  return context.evaluation.nodes.at(static_cast<std::size_t>(node));
}

/// The general target, if one holds for all indicators alike.
std::optional<base::Rational> general_target(const Context& context) {
  std::optional<base::Rational> general = context.model.target_level;
  for (const auto& target : context.dossier.assessment.targets)
    if (target.indicator_code.empty()) general = target.level;
  return general;
}

/// The bars in words, for readers who cannot see them.
std::string describe_bars(const Context& context) {
  std::vector<std::string> parts;
  for (const int node : context.model.nodes.at(0).children)
    parts.push_back(say(context,
                        "report.profile.bar",
                        {{"name", name_of(context, node)},
                         {"value", figure_of(context, result_of(context, node).value)}}));
  return list_of(context, parts);
}

Figure draw_profile(const Context& context) {
  const bool proof = claims_need_proof(context);
  Figure figure;
  figure.caption = say(context,
                       "report.profile.caption",
                       {{"organization", context.dossier.assessment.organization}});
  figure.description = describe_bars(context);
  figure.scale_min = context.model.scale.min.to_double();
  figure.scale_max = context.model.scale.max.to_double();
  figure.effective_label = say(context, proof ? "report.effective" : "report.value");
  if (const auto target = general_target(context)) {
    figure.target = target->to_double();
    figure.target_label =
        say(context, "report.target_level", {{"level", number_of(context, *target)}});
  }
  for (const int node : context.model.nodes.at(0).children) {
    const auto& result = result_of(context, node);
    figure.bars.push_back({.label = name_of(context, node),
                           .effective = to_picture(result.value),
                           .claimed = proof && result.claimed != result.value
                                          ? to_picture(result.claimed)
                                          : std::nullopt,
                           .shown = figure_of(context, result.value),
                           .link = node_anchor(context, node)});
  }
  for (const auto& bar : figure.bars)
    if (bar.claimed) figure.claimed_label = say(context, "report.claimed_differs");
  return figure;
}

/// What a figure is: complete, provisional, or missing for a reason.
std::string remark_of(const Context& context, const evaluation::NodeResult& result) {
  if (result.blocked) return say(context, "report.blocked");
  if (!result.value)
    return say_word(context, "report.outcome", assessment::format_outcome(result.outcome));
  return result.provisional ? say(context, "report.provisional") : std::string();
}

/// The elements of one height as a table.
Table tabulate(const Context& context, int height) {
  const bool proof = claims_need_proof(context);
  Table table;
  table.caption = say(
      context,
      "report.profile.table",
      {{"kind",
        text_of(context, context.model.node_kinds.at(static_cast<std::size_t>(height - 1)).name)}});
  table.head = {say(context, "report.element"), say(context, "report.weight")};
  table.align = {Align::left, Align::right};
  if (proof) table.head.push_back(say(context, "report.claimed"));
  if (proof) table.align.push_back(Align::right);
  table.head.push_back(say(context, proof ? "report.effective" : "report.value"));
  table.head.push_back(say(context, "report.key.completeness"));
  table.align.insert(table.align.end(), {Align::right, Align::right});
  for (std::size_t i = 0; i < context.model.nodes.size(); ++i) {
    const auto& element = context.model.nodes[i];
    if (element.height != height || element.indicator >= 0) continue;
    const int node = static_cast<int>(i);
    const auto& result = result_of(context, node);
    std::vector<Cell> row{Cell{.text = name_of(context, node),
                               .link = node_anchor(context, node),
                               .note = remark_of(context, result)},
                          Cell{.text = number_of(context, element.weight)}};
    if (proof) row.push_back(Cell{.text = figure_of(context, result.claimed)});
    row.push_back(Cell{.text = figure_of(context, result.value)});
    row.push_back(
        Cell{.text = say(context,
                         "report.key.completeness_value",
                         {{"answered", std::to_string(result.completeness.answered)},
                          {"applicable", std::to_string(result.completeness.applicable)}})});
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

std::vector<Section> compose_profile(const Context& context) {
  Section section{"profile", say(context, "report.profile"), 1, {}};
  section.blocks.push_back(draw_profile(context));
  for (std::size_t height = 1; height < context.model.node_kinds.size(); ++height) {
    Table table = tabulate(context, static_cast<int>(height));
    if (!table.rows.empty()) section.blocks.push_back(std::move(table));
  }
  return {section};
}

}  // namespace report
