// Tells which level of an indicator stands, what was claimed, and why a claim is lowered.
#include <algorithm>

#include "assessment/names.hpp"
#include "report/explain_parts.hpp"
#include "report/explanation.hpp"

namespace report {

namespace {

using Tone = Paragraph::Tone;

const evaluation::IndicatorResult& result_of(const Context& context, int indicator) {
  return context.evaluation.indicators.at(static_cast<std::size_t>(indicator));
}

/// The reasons that raters gave for an answer other than a level.
std::string reasons_of(const Context& context, const evaluation::IndicatorResult& result) {
  std::vector<std::string> reasons;
  for (const int position : result.agreed.ratings) {
    const auto& answer = context.dossier.ratings.at(static_cast<std::size_t>(position)).answer;
    const bool fresh = std::find(reasons.begin(), reasons.end(), answer.reason) == reasons.end();
    if (answer.outcome == result.agreed.outcome && !answer.reason.empty() && fresh)
      reasons.push_back(answer.reason);
  }
  std::string joined;
  for (const auto& reason : reasons) joined += (joined.empty() ? "" : "; ") + reason;
  return joined;
}

Block say_missing_answer(const Context& context, const evaluation::IndicatorResult& result) {
  const auto outcome = assessment::format_outcome(result.agreed.outcome);
  const std::string reason = reasons_of(context, result);
  std::string sentence = say_word(context, "explain.outcome", outcome);
  if (!reason.empty()) sentence += " " + say(context, "explain.reason", {{"reason", reason}});
  const bool open = result.agreed.outcome != assessment::Outcome::not_applicable;
  return Paragraph{sentence, open ? Tone::warning : Tone::plain};
}

Block say_level(const Context& context, int indicator, const evaluation::IndicatorResult& result) {
  const std::string effective = level_of(context, indicator, *result.effective);
  if (!claims_need_proof(context))
    return Paragraph{say(context, "explain.level.plain", {{"effective", effective}})};
  if (!result.claimed || *result.claimed == *result.effective)
    return Paragraph{say(context, "explain.level.stands", {{"effective", effective}})};

  std::string sentence =
      say(context,
          "explain.level.lowered",
          {{"effective", effective}, {"claimed", level_of(context, indicator, *result.claimed)}});
  for (const auto& why : explain_lowering(context, indicator)) sentence += " " + why;
  return Paragraph{sentence, Tone::warning};
}

/// The names of the missing checks of a level: "3a dan 3b".
std::string missing_checks_of(const Context& context,
                              int indicator,
                              const evaluation::LevelStanding& standing) {
  const auto& checks = context.model.indicators.at(static_cast<std::size_t>(indicator)).checks;
  const auto level = checks.find(standing.level);
  std::vector<std::string> codes;
  for (const int position : standing.checks_missing)
    if (level != checks.end())
      codes.push_back(level->second.at(static_cast<std::size_t>(position)).code);
  return list_of(context, codes);
}

}  // namespace

std::vector<std::string> explain_lowering(const Context& context, int indicator) {
  const auto& result = result_of(context, indicator);
  std::vector<std::string> sentences;
  if (!result.claimed || !result.effective || *result.claimed <= *result.effective)
    return sentences;
  for (const auto& standing : result.standings) {
    const base::Rational level(standing.level);
    if (standing.stands() || level <= *result.effective || level > *result.claimed) continue;
    const std::string number = std::to_string(standing.level);
    if (!standing.checks_met())
      sentences.push_back(say(context,
                              "explain.lowered.checks",
                              {{"level", number},
                               {"n", std::to_string(standing.checks_missing.size())},
                               {"checks", missing_checks_of(context, indicator, standing)}}));
    if (!standing.evidence_met())
      sentences.push_back(say(context,
                              "explain.lowered.evidence",
                              {{"level", number},
                               {"accepted", std::to_string(standing.citations_accepted)},
                               {"required", std::to_string(standing.citations_required)}}));
  }
  return sentences;
}

std::vector<Block> explain_level(const Context& context, int indicator) {
  const auto& element = context.model.indicators.at(static_cast<std::size_t>(indicator));
  const auto& result = result_of(context, indicator);
  std::vector<Block> blocks;
  if (!element.question.empty())
    blocks.push_back(Paragraph{text_of(context, element.question), Tone::lead});
  if (result.agreed.outcome != assessment::Outcome::answered || !result.effective) {
    blocks.push_back(say_missing_answer(context, result));
    return blocks;
  }

  blocks.push_back(say_level(context, indicator, result));
  const auto whole = result.effective->to_integer();
  const auto criterion =
      whole ? element.criteria.find(static_cast<int>(*whole)) : element.criteria.end();
  if (criterion != element.criteria.end())
    blocks.push_back(Paragraph{say(
        context,
        "explain.level.criterion",
        {{"level", std::to_string(*whole)}, {"criterion", text_of(context, criterion->second)}})});
  return blocks;
}

}  // namespace report
