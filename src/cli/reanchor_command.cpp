// jenjang reanchor: what became of cited and coded words in a new revision of their document.
#include <array>

#include "assessment/names.hpp"
#include "cli/anchors.hpp"
#include "cli/command.hpp"
#include "cli/shared.hpp"
#include "workflow/reanchor.hpp"

namespace cli {

namespace {

using assessment::AnchorOutcome;
using codec::Value;
using workflow::Reanchored;

Value describe_reanchored(const Console& console, const Reanchored& one) {
  Value value = Value::of_mapping();
  value.add("id", Value::of_text(one.subject));
  value.add("code", Value::of_text(one.code));
  Value old = Value::of_mapping();
  add_anchor(console, one.old, old);
  value.add("old", std::move(old));
  value.add("newer", describe_newer(console, one.newer));
  value.add("recorded_now", Value::of_boolean(one.is_news));
  return value;
}

std::vector<std::string> row_of(const Console& console, const Reanchored& one) {
  const bool lost = one.newer.outcome == AnchorOutcome::lost;
  const bool changed = one.newer.outcome == AnchorOutcome::changed;
  return {one.subject,
          one.code,
          console.sentence("cli.anchor." +
                           std::string(assessment::format_anchor_outcome(one.newer.outcome))),
          place_of(console, one.old),
          lost ? "–" : place_of(console, one.newer.now),
          shorten(one.old.quote),
          changed ? shorten(one.newer.now.quote) : "–"};
}

std::string count(const std::vector<Reanchored>& all, AnchorOutcome outcome) {
  int counted = 0;
  for (const auto& one : all) counted += one.newer.outcome == outcome ? 1 : 0;
  return std::to_string(counted);
}

int run_reanchor(Console& console, const Words& words) {
  auto workspace = open(words, workflow::Access::write);
  if (!workspace) return console.fail(workspace.error());
  const auto source = words.word("--source");
  const auto all = workflow::reanchor(*workspace, source, person(words, "--by"), console.context());
  if (!all) return console.fail(all.error());
  Value list = Value::of_sequence();
  std::vector<std::vector<std::string>> rows;
  for (const auto& one : *all) {
    list.items.push_back(describe_reanchored(console, one));
    rows.push_back(row_of(console, one));
  }
  if (words.has("--json")) {
    console.print_json(list);
    return exit_ok;
  }
  if (!rows.empty()) {
    console.print_listing({"cli.head.id",
                           "cli.head.code",
                           "cli.head.outcome",
                           "cli.head.place",
                           "cli.head.place_now",
                           "cli.head.quote",
                           "cli.head.quote_now"},
                          rows);
  }
  console.say("cli.reanchor.done",
              {{"source", source},
               {"same", count(*all, AnchorOutcome::same)},
               {"changed", count(*all, AnchorOutcome::changed)},
               {"lost", count(*all, AnchorOutcome::lost)}});
  return exit_ok;
}

}  // namespace

Command reanchor_command() {
  return {"reanchor",
          {{"WORKSPACE", Shape::word, Need::required, {}},
           {"--source", Shape::word, Need::required, {}},
           {"--by", Shape::word, Need::optional, {}},
           {"--json", Shape::flag, Need::optional, {}},
           {"--assessment", Shape::word, Need::optional, {}}},
          run_reanchor};
}

}  // namespace cli
