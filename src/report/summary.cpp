// The first page: what a head of office needs to know before anything else.
#include <algorithm>

#include "assessment/names.hpp"
#include "report/explanation.hpp"
#include "report/parts.hpp"

namespace report {

namespace {

using Tone = Paragraph::Tone;

constexpr std::size_t highlights_max = 3;

const evaluation::NodeResult& index_of(const Context& context) {
  return context.evaluation.nodes.at(0);
}

/// The name of the band of a result, or nothing without an index.
std::optional<std::string> band_name(const Context& context, const evaluation::BandResult& result) {
  if (!result.band) return std::nullopt;
  const auto& bands = context.model.band_lists.at(static_cast<std::size_t>(result.list)).bands;
  return text_of(context, bands.at(static_cast<std::size_t>(*result.band)).name);
}

/// The stretch of the scale that a band covers, and whether the list of bands is a proposal.
std::string band_range(const Context& context, const evaluation::BandResult& result) {
  if (!result.band) return {};
  const auto& list = context.model.band_lists.at(static_cast<std::size_t>(result.list));
  const auto& band = list.bands.at(static_cast<std::size_t>(*result.band));
  const bool proposed = list.standing == model::Standing::proposed;
  return say(context,
             proposed ? "report.key.band_proposed" : "report.key.band",
             {{"min", figure_of(context, band.min)}, {"max", figure_of(context, band.max)}});
}

std::vector<int> lowered_claims(const Context& context) {
  std::vector<int> lowered;
  for (const auto& result : context.evaluation.indicators)
    if (result.claimed && result.effective && *result.effective < *result.claimed)
      lowered.push_back(result.indicator);
  return lowered;
}

KeyFigures key_figures(const Context& context) {
  const auto& index = index_of(context);
  KeyFigures figures;
  figures.figures.push_back(
      {name_of(context, 0),
       figure_of(context, index.value),
       say(context,
           index.provisional ? "report.key.scale_provisional" : "report.key.scale",
           {{"min", number_of(context, context.model.scale.min)},
            {"max", number_of(context, context.model.scale.max)}})});
  for (const auto& result : context.evaluation.bands) {
    const auto& list = context.model.band_lists.at(static_cast<std::size_t>(result.list));
    figures.figures.push_back(
        {text_of(context, list.name),
         band_name(context, result).value_or(say(context, "report.no_figure")),
         band_range(context, result)});
  }
  const auto& complete = index.completeness;
  figures.figures.push_back({say(context, "report.key.completeness"),
                             say(context,
                                 "report.key.completeness_value",
                                 {{"answered", std::to_string(complete.answered)},
                                  {"applicable", std::to_string(complete.applicable)}}),
                             say(context, "report.key.completeness_remark")});
  return figures;
}

Block say_index(const Context& context) {
  const auto& index = index_of(context);
  const std::string organization = context.dossier.assessment.organization;
  if (!index.value)
    return Paragraph{say(context,
                         index.blocked ? "report.index_blocked" : "report.index_none",
                         {{"index", name_of(context, 0)}, {"organization", organization}}),
                     Tone::warning};
  std::string predicate;
  if (!context.evaluation.bands.empty())
    predicate = band_name(context, context.evaluation.bands.front()).value_or("");
  const std::string key = predicate.empty() ? "report.index_value" : "report.index_predicate";
  const std::string list =
      predicate.empty() ? std::string() : text_of(context, context.model.band_lists.front().name);
  return Paragraph{say(context,
                       key,
                       {{"index", name_of(context, 0)},
                        {"organization", organization},
                        {"value", figure_of(context, *index.value)},
                        {"min", number_of(context, context.model.scale.min)},
                        {"max", number_of(context, context.model.scale.max)},
                        {"list", list},
                        {"predicate", predicate}}),
                   Tone::lead};
}

/// The indicators that apply and yet give nothing to the index.
int count_left_out(const Context& context) {
  int count = 0;
  for (const auto& node : context.evaluation.nodes)
    for (const auto& contribution : node.contributions) {
      const auto child = static_cast<std::size_t>(contribution.node);
      const bool leaf = context.model.nodes.at(child).indicator >= 0;
      const bool applies =
          context.evaluation.nodes.at(child).outcome != assessment::Outcome::not_applicable;
      if (leaf && applies && !contribution.value) ++count;
    }
  return count;
}

void say_target(const Context& context, std::vector<Block>& blocks) {
  const auto& index = index_of(context);
  if (!index.value || !context.model.target_index) return;
  const auto& target = *context.model.target_index;
  const bool reached = *index.value >= target;
  const auto distance = reached ? base::Rational(0) : target - *index.value;
  blocks.push_back(Paragraph{say(
      context,
      reached ? "report.target_reached" : "report.target_open",
      {{"target", figure_of(context, target)}, {"distance", difference_of(context, distance)}})});
}

/// The value as the reader sees it: what looks equal is called equal.
base::Rational seen_value(const Context& context, const base::Rational& value) {
  return base::round_to(value, context.model.rounding.digits, context.model.rounding.mode);
}

/// The names of all elements of the first height that show this value.
std::vector<std::string> names_at(const Context& context, const base::Rational& seen) {
  std::vector<std::string> names;
  for (const int node : context.model.nodes.at(0).children) {
    const auto& value = context.evaluation.nodes.at(static_cast<std::size_t>(node)).value;
    if (value && seen_value(context, *value) == seen) names.push_back(name_of(context, node));
  }
  return names;
}

void say_extremes(const Context& context, std::vector<Block>& blocks) {
  std::vector<base::Rational> values;
  for (const int node : context.model.nodes.at(0).children) {
    const auto& value = context.evaluation.nodes.at(static_cast<std::size_t>(node)).value;
    if (value) values.push_back(seen_value(context, *value));
  }
  if (values.size() < 2) return;
  const auto [lowest, highest] = std::minmax_element(values.begin(), values.end());
  const std::string kind = kind_of(context, context.model.nodes.at(0).children.front());
  if (*lowest == *highest) {
    blocks.push_back(Paragraph{say(
        context, "report.all_equal", {{"kind", kind}, {"value", figure_of(context, *lowest)}})});
    return;
  }
  blocks.push_back(Paragraph{say(context,
                                 "report.extremes",
                                 {{"kind", kind},
                                  {"strongest", list_of(context, names_at(context, *highest))},
                                  {"highest", figure_of(context, *highest)},
                                  {"weakest", list_of(context, names_at(context, *lowest))},
                                  {"lowest", figure_of(context, *lowest)}})});
}

void say_claims(const Context& context, std::vector<Block>& blocks) {
  if (!claims_need_proof(context)) return;
  const auto lowered = lowered_claims(context);
  std::vector<std::string> codes;
  codes.reserve(lowered.size());
  for (const int indicator : lowered)
    codes.push_back(
        context.model.nodes.at(static_cast<std::size_t>(node_of(context, indicator))).code);
  if (codes.empty()) {
    if (index_of(context).completeness.answered > 0)
      blocks.push_back(Paragraph{say(context, "report.claims_all_stand")});
    return;
  }
  blocks.push_back(
      Paragraph{say(context,
                    "report.claims_lowered",
                    {{"n", std::to_string(codes.size())}, {"codes", list_of(context, codes)}}),
                Tone::warning});
}

void list_gaps(const Context& context, std::vector<Block>& blocks) {
  const auto& gaps = context.evaluation.gaps;
  if (gaps.empty()) return;
  List list;
  for (std::size_t i = 0; i < gaps.size() && i < highlights_max; ++i)
    list.items.push_back(
        {.text = say(context,
                     gaps[i].not_rated ? "report.gap_item_open" : "report.gap_item",
                     {{"effective", number_of(context, gaps[i].effective)},
                      {"target", number_of(context, gaps[i].target)},
                      {"worth", worth_of(context, gaps[i].distance * gaps[i].share)}}),
         .lead = name_of(context, node_of(context, gaps[i].indicator)),
         .link = indicator_anchor(context, gaps[i].indicator)});
  blocks.push_back(
      Paragraph{say(context, "report.gaps_first", {{"n", std::to_string(list.items.size())}})});
  blocks.push_back(std::move(list));
}

void list_steps(const Context& context, std::vector<Block>& blocks) {
  const auto& steps = context.evaluation.recommendations;
  if (steps.empty()) return;
  List list{.items = {}, .numbered = true};
  for (std::size_t i = 0; i < steps.size() && i < highlights_max; ++i) {
    const auto& indicator =
        context.model.indicators.at(static_cast<std::size_t>(steps[i].indicator));
    const auto& advice = indicator.advice.at(static_cast<std::size_t>(steps[i].advice));
    list.items.push_back(
        {.text = text_of(context, advice.action),
         .lead = say(context,
                     "report.step_lead",
                     {{"name", name_of(context, node_of(context, steps[i].indicator))},
                      {"level", std::to_string(steps[i].to)}}),
         .link = indicator_anchor(context, steps[i].indicator)});
  }
  blocks.push_back(
      Paragraph{say(context, "report.steps_first", {{"n", std::to_string(list.items.size())}})});
  blocks.push_back(std::move(list));
}

}  // namespace

std::vector<Section> compose_summary(const Context& context) {
  Section section{"summary", say(context, "report.summary"), 1, {}};
  auto& blocks = section.blocks;
  blocks.push_back(say_index(context));
  blocks.push_back(key_figures(context));
  if (index_of(context).provisional)
    blocks.push_back(Paragraph{
        say(context, "report.index_provisional", {{"n", std::to_string(count_left_out(context))}}),
        Tone::warning});
  say_target(context, blocks);
  say_extremes(context, blocks);
  say_claims(context, blocks);
  list_gaps(context, blocks);
  list_steps(context, blocks);
  if (context.model.standing == model::Standing::proposed)
    blocks.push_back(Paragraph{say(context, "report.model_is_proposal"), Tone::note});
  return {section};
}

}  // namespace report
