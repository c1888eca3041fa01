// The list of evidence that is still asked for, one section for each unit, to be printed and handed
// out.
#include <algorithm>
#include <utility>

#include "evaluation/missing.hpp"
#include "report/compose.hpp"
#include "report/parts.hpp"

namespace report {

namespace {

using evaluation::MissingEvidence;

const model::Indicator& indicator_of(const Context& context, const MissingEvidence& missing) {
  return context.model.indicators.at(static_cast<std::size_t>(missing.indicator));
}

/// The unit that the model's advice names for the step to this level; the general one where it
/// names none.
std::string unit_of(const Context& context, const MissingEvidence& missing) {
  for (const auto& advice : indicator_of(context, missing).advice)
    if (advice.to == missing.level && !advice.unit.empty()) return text_of(context, advice.unit);
  return say(context, "report.requests.any_unit");
}

/// What the model looks for at this level.
std::string wanted_of(const Context& context, const MissingEvidence& missing) {
  const auto& kinds = indicator_of(context, missing).evidence;
  std::string wanted;
  if (const auto found = kinds.find(missing.level); found != kinds.end())
    for (const auto& kind : found->second)
      wanted.append(wanted.empty() ? "" : "; ").append(text_of(context, kind.text));
  return wanted.empty() ? say(context, "report.requests.any_evidence") : wanted;
}

std::string criterion_of(const Context& context, const MissingEvidence& missing) {
  const auto& criteria = indicator_of(context, missing).criteria;
  const auto found = criteria.find(missing.level);
  return found == criteria.end() ? std::string() : text_of(context, found->second);
}

Table tabulate(const Context& context,
               const std::string& unit,
               const std::vector<MissingEvidence>& requests) {
  Table table;
  table.caption = say(context, "report.requests.caption", {{"unit", unit}});
  for (const auto* head : {"indicator", "criterion", "wanted", "missing", "handed_in"})
    table.head.push_back(say_word(context, "report.requests.head", head));
  table.align = {Align::left, Align::left, Align::left, Align::right, Align::left};
  for (const auto& one : requests)
    table.rows.push_back(
        {Cell{.text = name_of(context, node_of(context, one.indicator)),
              .note = say(context,
                          "report.requests.level",
                          {{"level", level_of(context, one.indicator, one.level)}})},
         Cell{.text = criterion_of(context, one)},
         Cell{.text = wanted_of(context, one)},
         Cell{.text = std::to_string(one.required - one.accepted),
              .note = one.waiting == 0 ? ""
                                       : say(context,
                                             "report.requests.waiting",
                                             {{"n", std::to_string(one.waiting)}})},
         Cell{}});
  return table;
}

/// Requests by unit, units in the order in which the model first names them.
std::vector<std::pair<std::string, std::vector<MissingEvidence>>> group(
    const Context& context, const std::vector<MissingEvidence>& missing) {
  std::vector<std::pair<std::string, std::vector<MissingEvidence>>> groups;
  for (const auto& one : missing) {
    auto unit = unit_of(context, one);
    auto found =
        std::ranges::find_if(groups, [&](const auto& one_unit) { return one_unit.first == unit; });
    if (found == groups.end()) {
      groups.emplace_back(std::move(unit), std::vector<MissingEvidence>());
      found = groups.end() - 1;
    }
    found->second.push_back(one);
  }
  return groups;
}

std::string lead_of(const Context& context, const ReportFacts& facts, std::size_t count) {
  const std::string n = std::to_string(count);
  if (count == 0) return say(context, "report.requests.none");
  if (facts.until.empty()) return say(context, "report.requests.lead", {{"n", n}});
  return say(
      context, "report.requests.lead_until", {{"n", n}, {"date", date_of(context, facts.until)}});
}

}  // namespace

Report compose_requests(const Context& context, const ReportFacts& facts) {
  auto report = begin_report(context, facts, "report.requests");
  if (!facts.until.empty())
    report.facts.emplace_back(say(context, "report.requests.until"), date_of(context, facts.until));
  const auto missing = evaluation::find_missing_evidence(context.evaluation);
  Section opening{"requests", say(context, "report.requests.opening"), 1, {}};
  opening.blocks.push_back(
      Paragraph{lead_of(context, facts, missing.size()), Paragraph::Tone::lead});
  if (!missing.empty()) opening.blocks.push_back(Paragraph{say(context, "report.requests.how")});
  report.sections.push_back(std::move(opening));
  int number = 0;
  for (const auto& [unit, requests] : group(context, missing)) {
    Section section{"unit-" + std::to_string(++number), unit, 1, {}};
    section.blocks.push_back(tabulate(context, unit, requests));
    report.sections.push_back(std::move(section));
  }
  return report;
}

}  // namespace report
