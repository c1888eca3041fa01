// What stands below its target, by worth, and which claims do not stand.
#include "report/explanation.hpp"
#include "report/parts.hpp"

namespace report {

namespace {

std::vector<Cell> gap_row(const Context& context, const evaluation::Gap& gap) {
  return {Cell{.text = name_of(context, node_of(context, gap.indicator)),
               .link = indicator_anchor(context, gap.indicator),
               .note = gap.not_rated ? say(context, "report.outcome.not_rated") : std::string()},
          Cell{.text = gap.not_rated ? say(context, "report.no_figure")
                                     : number_of(context, gap.effective)},
          Cell{.text = number_of(context, gap.target)},
          Cell{.text = number_of(context, gap.distance)},
          Cell{.text = worth_of(context, gap.distance * gap.share)}};
}

Section compose_distances(const Context& context) {
  Section section{"gaps", say(context, "report.gaps"), 1, {}};
  const auto& gaps = context.evaluation.gaps;
  if (gaps.empty()) {
    section.blocks.push_back(Paragraph{say(context, "report.gaps.none")});
    return section;
  }
  section.blocks.push_back(
      Paragraph{say(context, "report.gaps.lead", {{"n", std::to_string(gaps.size())}})});
  Table table;
  table.caption = say(context, "report.gaps.caption");
  for (const auto* head : {"indicator", "effective", "target", "distance", "worth"})
    table.head.push_back(say_word(context, "report", head));
  table.align = {Align::left, Align::right, Align::right, Align::right, Align::right};
  for (const auto& gap : gaps) table.rows.push_back(gap_row(context, gap));
  section.blocks.push_back(std::move(table));
  return section;
}

std::vector<Section> compose_lowered_claims(const Context& context) {
  if (!claims_need_proof(context)) return {};
  Table table;
  table.caption = say(context, "report.lowered.caption");
  for (const auto* head : {"indicator", "claimed", "effective", "why"})
    table.head.push_back(say_word(context, "report", head));
  table.align = {Align::left, Align::right, Align::right, Align::left};
  for (const auto& result : context.evaluation.indicators) {
    const auto reasons = explain_lowering(context, result.indicator);
    if (!result.claimed || !result.effective || *result.claimed <= *result.effective) continue;
    std::string why;
    for (const auto& reason : reasons) why += (why.empty() ? "" : " ") + reason;
    table.rows.push_back({Cell{.text = name_of(context, node_of(context, result.indicator)),
                               .link = indicator_anchor(context, result.indicator)},
                          Cell{.text = number_of(context, *result.claimed)},
                          Cell{.text = number_of(context, *result.effective)},
                          Cell{.text = why}});
  }
  Section section{"lowered-claims", say(context, "report.lowered"), 2, {}};
  if (table.rows.empty()) return {};
  section.blocks.push_back(
      Paragraph{say(context, "report.lowered.lead", {{"n", std::to_string(table.rows.size())}})});
  section.blocks.push_back(std::move(table));
  return {section};
}

}  // namespace

std::vector<Section> compose_gaps(const Context& context) {
  std::vector<Section> sections{compose_distances(context)};
  for (auto& section : compose_lowered_claims(context)) sections.push_back(std::move(section));
  return sections;
}

}  // namespace report
