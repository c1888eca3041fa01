// Tells in which band the index falls, how far the next one is, and the shortest way there.
#include <algorithm>

#include "report/explain_parts.hpp"

namespace report {

namespace {

using Tone = Paragraph::Tone;

/// "S01 dari 2 ke 4": one entry for each indicator of a path, steps of the same one taken together.
std::vector<std::string> tell_path(const Context& context, const std::vector<int>& path) {
  std::vector<int> order;
  for (const int indicator : path)
    if (std::find(order.begin(), order.end(), indicator) == order.end()) order.push_back(indicator);
  std::vector<std::string> steps;
  for (const int indicator : order) {
    const auto& result = context.evaluation.indicators.at(static_cast<std::size_t>(indicator));
    const auto from = result.effective.value_or(context.model.scale.min);
    const auto count = std::count(path.begin(), path.end(), indicator);
    const auto to =
        from + context.model.scale.step * base::Rational(static_cast<std::int64_t>(count));
    steps.push_back(say(context,
                        "explain.path.step",
                        {{"name", name_of(context, node_of(context, indicator))},
                         {"from", number_of(context, from)},
                         {"to", number_of(context, to)}}));
  }
  return steps;
}

/// The list before this one to whose next band the same way leads; null where there is none.
const evaluation::BandResult* find_same_path(const Context& context,
                                             const evaluation::BandResult& result) {
  for (const auto& earlier : context.evaluation.bands) {
    if (&earlier == &result) break;
    if (earlier.band && earlier.distance && !earlier.shortest_path.empty() &&
        earlier.shortest_path == result.shortest_path)
      return &earlier;
  }
  return nullptr;
}

void tell_next_band(const Context& context,
                    const evaluation::BandResult& result,
                    std::vector<Block>& blocks) {
  const auto& bands = context.model.band_lists.at(static_cast<std::size_t>(result.list)).bands;
  const auto next = static_cast<std::size_t>(*result.band) + 1;
  if (!result.next_min || !result.distance || next >= bands.size()) {
    blocks.push_back(Paragraph{say(context, "explain.band.highest")});
    return;
  }
  blocks.push_back(Paragraph{say(context,
                                 "explain.band.next",
                                 {{"next", text_of(context, bands[next].name)},
                                  {"min", figure_of(context, *result.next_min)},
                                  {"distance", difference_of(context, *result.distance)}})});
  if (const auto* same = find_same_path(context, result)) {
    const auto& other = context.model.band_lists.at(static_cast<std::size_t>(same->list)).bands;
    const auto& band = other.at(static_cast<std::size_t>(*same->band) + 1);
    blocks.push_back(
        Paragraph{say(context, "explain.path.same", {{"band", text_of(context, band.name)}})});
    return;
  }
  const auto steps = tell_path(context, result.shortest_path);
  if (steps.empty()) {
    blocks.push_back(Paragraph{say(context, "explain.path.none")});
    return;
  }
  List list;
  for (const auto& step : steps) list.items.push_back({.text = step});
  blocks.push_back(Paragraph{
      say(context, "explain.path.lead", {{"n", std::to_string(result.shortest_path.size())}})});
  blocks.push_back(std::move(list));
}

}  // namespace

std::vector<Block> explain_bands(const Context& context) {
  std::vector<Block> blocks;
  const auto& index = context.evaluation.nodes.at(0).value;
  for (const auto& result : context.evaluation.bands) {
    if (!result.band || !index) continue;
    const auto& list = context.model.band_lists.at(static_cast<std::size_t>(result.list));
    const auto& band = list.bands.at(static_cast<std::size_t>(*result.band));
    blocks.push_back(Paragraph{say(context,
                                   "explain.band",
                                   {{"list", text_of(context, list.name)},
                                    {"band", text_of(context, band.name)},
                                    {"min", figure_of(context, band.min)},
                                    {"max", figure_of(context, band.max)}})});
    const auto& rounding = context.model.rounding;
    const bool looks_higher =
        result.next_min && !rounding.bands_see_rounded &&
        base::round_to(*index, rounding.digits, rounding.mode) >= *result.next_min;
    if (looks_higher)
      blocks.push_back(
          Paragraph{say(context,
                        "explain.band.rounded",
                        {{"rounded", figure_of(context, *index)}, {"exact", exact_of(*index)}}),
                    Tone::note});
    tell_next_band(context, result, blocks);
  }
  return blocks;
}

}  // namespace report
