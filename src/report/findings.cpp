// Tells the balance of an element.
#include "report/findings.hpp"

#include "report/anchors.hpp"

namespace report {

namespace {

using Tone = Paragraph::Tone;

Quote quote_of(const Context& context, const evaluation::Witness& witness, bool contradicts) {
  const auto position = static_cast<std::size_t>(witness.position);
  Quote quote;
  if (witness.is_coding) {
    const auto& coding = context.dossier.codebook.codings.at(position);
    const auto* code = assessment::find_code(context.dossier.codebook, coding.code);
    quote = quote_words(context, coding);
    quote.remark = say(context,
                       "report.findings.coding",
                       {{"id", coding.id}, {"code", code == nullptr ? coding.code : code->name}});
    quote.remark += tell_newer_place(context, coding.newer);
  } else {
    const auto& evidence = context.dossier.evidence.at(position);
    quote = quote_words(context, evidence);
    quote.remark = say(context,
                       "report.findings.citation",
                       {{"id", evidence.id}, {"indicator", evidence.indicator_code}});
    quote.remark += tell_newer_place(context, evidence.newer);
  }
  quote.contradicts = contradicts;
  return quote;
}

void tell_side(const Context& context,
               const evaluation::BalanceSide& side,
               bool contradicts,
               std::vector<Block>& blocks) {
  if (side.quotes.empty()) {
    const auto* none =
        contradicts ? "report.findings.weaknesses_none" : "report.findings.strengths_none";
    blocks.push_back(Paragraph{say(context, none), Tone::note});
    return;
  }
  const auto* key = contradicts ? "report.findings.weaknesses" : "report.findings.strengths";
  blocks.push_back(Paragraph{say(context,
                                 key,
                                 {{"citations", std::to_string(side.citations)},
                                  {"codings", std::to_string(side.codings)},
                                  {"sources", std::to_string(side.sources)}})});
  for (const auto& witness : side.quotes) blocks.push_back(quote_of(context, witness, contradicts));
}

std::string tell_shortfall(const Context& context, const evaluation::Shortfall& shortfall) {
  std::string said = say(context,
                         "report.findings.shortfall",
                         {{"name", name_of(context, node_of(context, shortfall.indicator))},
                          {"level", std::to_string(shortfall.level)}});
  if (shortfall.checks_missing > 0)
    said += " " + say(context,
                      "report.findings.checks_missing",
                      {{"n", std::to_string(shortfall.checks_missing)}});
  if (shortfall.citations_missing > 0)
    said += " " + say(context,
                      "report.findings.citations_missing",
                      {{"n", std::to_string(shortfall.citations_missing)}});
  return said;
}

}  // namespace

std::vector<Block> tell_balance(const Context& context, const evaluation::Balance& balance) {
  std::vector<Block> blocks;
  tell_side(context, balance.strengths, /*contradicts=*/false, blocks);
  tell_side(context, balance.weaknesses, /*contradicts=*/true, blocks);
  if (balance.shortfalls.empty()) return blocks;
  blocks.push_back(Paragraph{say(
      context, "report.findings.shortfalls", {{"n", std::to_string(balance.shortfalls.size())}})});
  List list;
  list.items.reserve(balance.shortfalls.size());
  for (const auto& shortfall : balance.shortfalls)
    list.items.push_back({.text = tell_shortfall(context, shortfall)});
  blocks.push_back(std::move(list));
  return blocks;
}

}  // namespace report
