// Tells which words of which page speak for or against an indicator, and what became of them.
#include <array>

#include "assessment/names.hpp"
#include "report/anchors.hpp"
#include "report/bibliography.hpp"
#include "report/explain_parts.hpp"

namespace report {

namespace {

using Tone = Paragraph::Tone;

/// As assessment::CoverageKind.
constexpr std::array<std::string_view, 3> coverage_keys = {
    "explain.coding.some", "explain.coding.all", "explain.coding.counted"};

std::string say_stance(const Context& context, const assessment::Evidence& evidence) {
  const std::string stance(assessment::format_stance(evidence.stance));
  if (!evidence.level) return say(context, "explain.quote." + stance, {{"id", evidence.id}});
  return say(context,
             "explain.quote." + stance + "_level",
             {{"id", evidence.id}, {"level", std::to_string(*evidence.level)}});
}

std::string say_state(const Context& context, const assessment::Evidence& evidence) {
  const std::string state(assessment::format_evidence_state(evidence.state));
  const bool proposed = evidence.state == assessment::EvidenceState::proposed;
  const std::string& by = proposed ? evidence.cited_by : evidence.decided_by;
  const std::string& when = proposed ? evidence.cited_at : evidence.decided_at;
  if (by.empty() || when.empty()) return say(context, "explain.state." + state);
  return say(
      context, "explain.state." + state + "_by", {{"by", by}, {"date", date_of(context, when)}});
}

/// What the coder says beyond stance and level: the condition, how far the words reach, how strong
/// they are.
std::string say_coding(const Context& context, const assessment::Evidence& evidence) {
  std::string said;
  if (!evidence.check_code.empty())
    said += " " + say(context, "explain.coding.check", {{"check", evidence.check_code}});
  if (const auto& coverage = evidence.coverage)
    said += " " + say(context,
                      coverage_keys.at(static_cast<std::size_t>(coverage->kind)),
                      {{"count", std::to_string(coverage->count)},
                       {"total", std::to_string(coverage->total)},
                       {"unit", coverage->unit}});
  if (evidence.strength)
    said += " " + say_word(context,
                           "explain.coding.strength",
                           assessment::format_strength(*evidence.strength));
  return said;
}

Quote quote_of(const Context& context, const assessment::Evidence& evidence) {
  Quote quote = quote_words(context, evidence);
  quote.contradicts = evidence.stance == assessment::Stance::contradicts;
  quote.remark = say_stance(context, evidence) + say_coding(context, evidence) + " " +
                 say_state(context, evidence);
  if (!evidence.because.empty())
    quote.remark +=
        " " +
        say(context, "explain.because", {{"words", with_references(context, evidence.because)}});
  if (!evidence.note.empty())
    quote.remark +=
        " " + say(context, "explain.note", {{"words", with_references(context, evidence.note)}});
  quote.remark += tell_newer_place(context, evidence.newer);
  return quote;
}

const assessment::Evidence& evidence_at(const Context& context, int position) {
  return context.dossier.evidence.at(static_cast<std::size_t>(position));
}

}  // namespace

std::vector<Block> explain_quotes(const Context& context, int indicator) {
  const auto& positions =
      context.evaluation.indicators.at(static_cast<std::size_t>(indicator)).evidence;
  std::vector<Block> blocks;
  std::vector<std::string> against;
  for (const int position : positions) {
    const auto& evidence = evidence_at(context, position);
    if (evidence.stance == assessment::Stance::contradicts &&
        evidence.state != assessment::EvidenceState::rejected)
      against.push_back(evidence.id);
  }
  if (positions.empty())
    blocks.push_back(Paragraph{say(context, "explain.quote.none"), Tone::note});
  else
    blocks.push_back(
        Paragraph{say(context, "explain.quote.lead", {{"n", std::to_string(positions.size())}})});
  if (!against.empty())
    blocks.push_back(
        Paragraph{say(context,
                      "explain.quote.against",
                      {{"n", std::to_string(against.size())}, {"ids", list_of(context, against)}}),
                  Tone::warning});
  for (const int position : positions)
    blocks.push_back(quote_of(context, evidence_at(context, position)));
  return blocks;
}

}  // namespace report
