// Tells how an element above the indicators came by its value: the mean written out, and what it
// leaves out.
#include "assessment/names.hpp"
#include "report/explain_parts.hpp"

namespace report {

namespace {

using Tone = Paragraph::Tone;

const evaluation::NodeResult& result_of(const Context& context, int node) {
  return context.evaluation.nodes.at(static_cast<std::size_t>(node));
}

std::string say_completeness(const Context& context, const evaluation::NodeResult& result) {
  return say(context,
             "explain.completeness",
             {{"answered", std::to_string(result.completeness.answered)},
              {"applicable", std::to_string(result.completeness.applicable)}});
}

/// Why a child gives nothing to the sum, or gives the lowest level.
std::string remark_of(const Context& context, const evaluation::Contribution& contribution) {
  const auto& child = result_of(context, contribution.node);
  const auto outcome = assessment::format_outcome(child.outcome);
  if (contribution.at_floor) return say_word(context, "explain.at_floor", outcome);
  if (!contribution.value) return say_word(context, "explain.left_out", outcome);
  return child.provisional ? say(context, "report.provisional") : std::string();
}

std::vector<Cell> sum_row(const Context& context, const evaluation::Contribution& contribution) {
  const auto& element = context.model.nodes.at(static_cast<std::size_t>(contribution.node));
  const bool leaf = element.indicator >= 0;
  const std::string none = say(context, "report.no_figure");
  std::vector<Cell> row(4);
  row[0].text = name_of(context, contribution.node);
  row[0].link = node_anchor(context, contribution.node);
  row[0].note = remark_of(context, contribution);
  row[1].text = number_of(context, contribution.weight);
  if (contribution.value) {
    const bool whole = contribution.value->is_integer();
    row[2].text = leaf || whole ? number_of(context, *contribution.value)
                                : figure_of(context, *contribution.value);
    if (!whole) row[2].note = exact_of(*contribution.value);
    row[3].text = exact_of(contribution.weight * *contribution.value);
  } else {
    row[2].text = none;
    row[3].text = none;
  }
  return row;
}

}  // namespace

std::vector<Block> explain_value(const Context& context, int node) {
  const auto& result = result_of(context, node);
  const std::string name = name_of(context, node);
  std::vector<Block> blocks;
  if (!result.value) {
    const std::string key = result.blocked ? "explain.value.blocked"
                            : result.outcome == assessment::Outcome::not_applicable
                                ? "explain.value.not_applicable"
                                : "explain.value.none";
    const std::string sentences =
        say(context, key, {{"name", name}}) + " " + say_completeness(context, result);
    return {Paragraph{sentences, result.blocked ? Tone::warning : Tone::plain}};
  }

  std::string sentences = say(context,
                              "explain.value",
                              {{"name", name},
                               {"rounded", figure_of(context, *result.value)},
                               {"exact", exact_of(*result.value)}});
  if (claims_need_proof(context) && result.claimed && *result.claimed != *result.value)
    sentences += " " + say(context,
                           "explain.value.claimed",
                           {{"claimed", figure_of(context, *result.claimed)},
                            {"exact", exact_of(*result.claimed)}});
  blocks.push_back(Paragraph{sentences + " " + say_completeness(context, result)});
  if (result.provisional)
    blocks.push_back(
        Paragraph{say(context, "explain.value.provisional", {{"name", name}}), Tone::warning});
  return blocks;
}

std::vector<Block> explain_sum(const Context& context, int node) {
  const auto& result = result_of(context, node);
  if (result.contributions.empty()) return {};
  std::vector<Block> blocks;
  Table table;
  table.caption = say(context, "explain.sum.caption", {{"name", name_of(context, node)}});
  for (const auto* head : {"element", "weight", "value", "product"})
    table.head.push_back(say_word(context, "explain.sum", head));
  table.align = {Align::left, Align::right, Align::right, Align::right};
  for (const auto& contribution : result.contributions)
    table.rows.push_back(sum_row(context, contribution));
  if (result.value && !result.weight_sum.is_zero()) {
    table.rows.push_back({Cell{.text = say(context, "explain.sum.total")},
                          Cell{.text = number_of(context, result.weight_sum)},
                          Cell{},
                          Cell{.text = exact_of(result.weighted_sum)}});
    blocks.push_back(Paragraph{say(context,
                                   "explain.sum.formula",
                                   {{"sum", exact_of(result.weighted_sum)},
                                    {"weights", exact_of(result.weight_sum)},
                                    {"exact", exact_of(*result.value)},
                                    {"rounded", figure_of(context, *result.value)}})});
  }
  blocks.push_back(std::move(table));
  return blocks;
}

}  // namespace report
