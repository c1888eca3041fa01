// jenjang findings: strengths and weaknesses of each dimension as the codings show them.
#include "cli/anchors.hpp"
#include "cli/command.hpp"
#include "cli/shared.hpp"
#include "evaluation/balance.hpp"
#include "report/findings.hpp"
#include "workflow/evaluate_assessment.hpp"

namespace cli {

namespace {

using codec::Value;

Value describe_side(const Console& console,
                    const assessment::Dossier& dossier,
                    const evaluation::BalanceSide& side) {
  Value one = Value::of_mapping();
  one.add("citations", Value::of_integer(side.citations));
  one.add("codings", Value::of_integer(side.codings));
  one.add("sources", Value::of_integer(side.sources));
  Value& quotes = one.add("quotes", Value::of_sequence());
  for (const auto& witness : side.quotes) {
    const auto position = static_cast<std::size_t>(witness.position);
    Value quote = Value::of_mapping();
    if (witness.is_coding) {
      const auto& coding = dossier.codebook.codings.at(position);
      quote.add("id", Value::of_text(coding.id));
      quote.add("code", Value::of_text(coding.code));
      add_anchor(console, coding, quote);
    } else {
      const auto& evidence = dossier.evidence.at(position);
      quote.add("id", Value::of_text(evidence.id));
      quote.add("code", Value::of_text(evidence.indicator_code));
      add_anchor(console, evidence, quote);
    }
    quotes.items.push_back(std::move(quote));
  }
  return one;
}

Value describe_balance(const Console& console,
                       const report::Context& context,
                       const evaluation::Balance& balance) {
  const auto& model = context.model;
  Value one = Value::of_mapping();
  one.add("element",
          balance.node == 0
              ? Value()
              : Value::of_text(model.nodes[static_cast<std::size_t>(balance.node)].code));
  one.add("strengths", describe_side(console, context.dossier, balance.strengths));
  one.add("weaknesses", describe_side(console, context.dossier, balance.weaknesses));
  Value& shortfalls = one.add("shortfalls", Value::of_sequence());
  for (const auto& shortfall : balance.shortfalls) {
    Value entry = Value::of_mapping();
    const auto leaf = model.leaves[static_cast<std::size_t>(shortfall.indicator)];
    entry.add("indicator", Value::of_text(model.nodes[static_cast<std::size_t>(leaf)].code));
    entry.add("level", Value::of_integer(shortfall.level));
    entry.add("checks_missing", Value::of_integer(shortfall.checks_missing));
    entry.add("citations_missing", Value::of_integer(shortfall.citations_missing));
    shortfalls.items.push_back(std::move(entry));
  }
  return one;
}

int run_findings(Console& console, const Words& words) {
  auto workspace = open(words, workflow::Access::read);
  if (!workspace) return console.fail(workspace.error());
  const auto evaluated = workflow::evaluate_assessment(*workspace, {});
  if (!evaluated) return console.fail(evaluated.error());
  const report::Context context{workspace->model,
                                evaluated->dossier,
                                evaluated->evaluation,
                                console.catalog(),
                                console.language()};
  const auto balances =
      evaluation::weigh_evidence(workspace->model, evaluated->dossier, evaluated->evaluation);
  Value list = Value::of_sequence();
  bool none_said = true;
  for (const auto& balance : balances) {
    const bool is_empty = balance.strengths.quotes.empty() && balance.weaknesses.quotes.empty() &&
                          balance.shortfalls.empty();
    if (words.has("--json")) {
      list.items.push_back(describe_balance(console, context, balance));
      continue;
    }
    if (is_empty) continue;
    none_said = false;
    console.print(balance.node == 0 ? console.sentence("report.findings.elsewhere")
                                    : report::name_of(context, balance.node));
    console.print_blocks(report::tell_balance(context, balance));
    console.print("");
  }
  if (words.has("--json"))
    console.print_json(list);
  else if (none_said)
    console.say("cli.findings.none");
  return exit_ok;
}

}  // namespace

Command findings_command() {
  return {"findings",
          {{"WORKSPACE", Shape::word, Need::required, {}},
           {"--json", Shape::flag, Need::optional, {}},
           {"--assessment", Shape::word, Need::optional, {}}},
          run_findings};
}

}  // namespace cli
