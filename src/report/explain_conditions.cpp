// Tells level by level which conditions are met, and what the next level takes.
#include <algorithm>
#include <utility>

#include "report/explain_parts.hpp"

namespace report {

namespace {

using Tone = Paragraph::Tone;

const evaluation::IndicatorResult& result_of(const Context& context, int indicator) {
  return context.evaluation.indicators.at(static_cast<std::size_t>(indicator));
}

const model::Indicator& indicator_of(const Context& context, int indicator) {
  return context.model.indicators.at(static_cast<std::size_t>(indicator));
}

bool is_missing(const evaluation::LevelStanding& standing, int position) {
  const auto& missing = standing.checks_missing;
  return std::find(missing.begin(), missing.end(), position) != missing.end();
}

/// Levels worth telling: up to one above the claim, and any higher one that already has something
/// to show.
bool is_worth_telling(const evaluation::IndicatorResult& result,
                      const evaluation::LevelStanding& standing) {
  const base::Rational claimed = result.claimed.value_or(base::Rational(0));
  if (base::Rational(standing.level) <= claimed + base::Rational(1)) return true;
  return static_cast<int>(standing.checks_missing.size()) < standing.checks_total ||
         standing.citations_accepted > 0;
}

void add_condition_rows(const Context& context,
                        int indicator,
                        const evaluation::LevelStanding& standing,
                        Table& table) {
  const auto& checks = indicator_of(context, indicator).checks;
  const auto level = checks.find(standing.level);
  std::string level_name = level_of(context, indicator, standing.level);
  const auto add_row = [&](std::string condition, bool met, std::string state) {
    table.rows.push_back(
        {Cell{.text = std::exchange(level_name, std::string())},  // once for its rows
         Cell{.text = std::move(condition)},
         Cell{.text = std::move(state), .mark = met ? "met" : "missing"}});
  };
  for (std::size_t i = 0; level != checks.end() && i < level->second.size(); ++i) {
    const auto& check = level->second[i];
    const bool met = !is_missing(standing, static_cast<int>(i));
    add_row(say(context,
                "explain.check",
                {{"code", check.code}, {"text", text_of(context, check.text)}}),
            met,
            say(context, met ? "explain.met" : "explain.missing"));
  }
  if (standing.citations_required == 0) return;
  add_row(say(context, "explain.evidence_wanted"),
          standing.evidence_met(),
          say(context,
              "explain.evidence_count",
              {{"accepted", std::to_string(standing.citations_accepted)},
               {"required", std::to_string(standing.citations_required)}}));
}

void add_missing_conditions(const Context& context,
                            int indicator,
                            const evaluation::LevelStanding& standing,
                            List& list) {
  const auto& checks = indicator_of(context, indicator).checks;
  const auto level = checks.find(standing.level);
  for (const int position : standing.checks_missing) {
    if (level == checks.end()) continue;
    const auto& check = level->second.at(static_cast<std::size_t>(position));
    list.items.push_back({.text = text_of(context, check.text),
                          .lead = say(context, "explain.next.check", {{"code", check.code}})});
  }
  if (standing.evidence_met()) return;
  std::vector<std::string> kinds;
  const auto wanted = indicator_of(context, indicator).evidence.find(standing.level);
  if (wanted != indicator_of(context, indicator).evidence.end())
    for (const auto& kind : wanted->second) kinds.push_back(text_of(context, kind.text));
  std::string joined;
  for (const auto& kind : kinds) joined += (joined.empty() ? "" : "; ") + kind;
  const std::string open =
      std::to_string(standing.citations_required - standing.citations_accepted);
  list.items.push_back(
      {.text = kinds.empty()
                   ? say(context, "explain.next.evidence_any", {{"n", open}})
                   : say(context, "explain.next.evidence", {{"n", open}, {"kinds", joined}}),
       .lead = say(context, "explain.next.evidence_lead")});
}

void add_advice(const Context& context, int indicator, int level, List& list) {
  for (const auto& advice : indicator_of(context, indicator).advice)
    if (advice.to == level)
      list.items.push_back(
          {.text = text_of(context, advice.action), .lead = say(context, "explain.next.advice")});
}

}  // namespace

std::vector<Block> explain_conditions(const Context& context, int indicator) {
  const auto& result = result_of(context, indicator);
  if (!claims_need_proof(context) || result.agreed.outcome == assessment::Outcome::not_applicable)
    return {};
  if (!result.claimed) return {};
  Table table;
  table.caption = say(context, "explain.conditions.caption");
  for (const auto* head : {"level", "condition", "state"})
    table.head.push_back(say_word(context, "explain.conditions", head));
  for (const auto& standing : result.standings)
    if (is_worth_telling(result, standing)) add_condition_rows(context, indicator, standing, table);
  if (table.rows.empty()) return {};
  return {std::move(table)};
}

std::vector<Block> explain_next_level(const Context& context, int indicator) {
  const auto& result = result_of(context, indicator);
  if (result.agreed.outcome == assessment::Outcome::not_applicable || !result.effective) return {};
  const auto whole = result.effective->to_integer();
  if (!whole) return {};
  const int next = static_cast<int>(*whole) + 1;
  if (base::Rational(next) > context.model.scale.max)
    return {Paragraph{say(context, "explain.next.highest"), Tone::note}};

  List list;
  for (const auto& standing : result.standings)
    if (standing.level == next && claims_need_proof(context))
      add_missing_conditions(context, indicator, standing, list);
  const bool rating_open =
      list.items.empty() && (!result.claimed || *result.claimed < base::Rational(next));
  if (rating_open && claims_need_proof(context))
    list.items.push_back(
        {.text = say(context, "explain.next.rate", {{"level", std::to_string(next)}})});
  const auto& criteria = indicator_of(context, indicator).criteria;
  if (!claims_need_proof(context) && criteria.contains(next))
    list.items.push_back({.text = text_of(context, criteria.at(next)),
                          .lead = say(context, "explain.next.criterion")});
  add_advice(context, indicator, next, list);
  if (list.items.empty()) return {};
  return {
      Paragraph{say(context, "explain.next.lead", {{"level", level_of(context, indicator, next)}})},
      std::move(list)};
}

}  // namespace report
