// jenjang code, codes and undo: what people notice in sources that no indicator asks for.
#include "assessment/names.hpp"
#include "cli/anchors.hpp"
#include "cli/command.hpp"
#include "cli/shared.hpp"
#include "workflow/code_words.hpp"
#include "workflow/undo_coding.hpp"

namespace cli {

namespace {

using assessment::ActKind;
using assessment::CodingAct;
using codec::Value;
using workflow::Access;

int run_code(Console& console, const Words& words) {
  auto workspace = open(words, Access::write);
  if (!workspace) return console.fail(workspace.error());
  workflow::CodeWordsRequest request;
  request.code = words.word("--code");
  request.words = {words.word("--source"),
                   words.number("--page"),
                   words.word("--quote"),
                   words.number("--occurrence")};
  request.stance = assessment::parse_stance(words.word("--stance"));
  request.strength = assessment::parse_strength(words.word("--strength"));
  request.memo = words.word("--memo");
  request.by = person(words, "--by");
  const auto coding = workflow::code_words(*workspace, request, console.context());
  if (!coding) return console.fail(coding.error());
  console.print(coding->id);
  console.say("cli.code.done",
              {{"id", coding->id},
               {"code", coding->code},
               {"quote", coding->quote},
               {"place", place_of(console, *coding)}});
  return exit_ok;
}

/// What somebody did, as a part of a sentence.
std::string tell_act(const Console& console, const CodingAct& act) {
  const auto state =
      act.kind == ActKind::decide ? assessment::parse_evidence_state(act.target) : std::nullopt;
  const std::string target =
      state ? console.sentence("cli.evidence_state." +
                               std::string(assessment::format_evidence_state(*state)))
            : act.target;
  return console.sentence("cli.act." + std::string(assessment::format_act_kind(act.kind)),
                          {{"subjects", join(act.subjects)},
                           {"count", std::to_string(act.subjects.size())},
                           {"last", std::to_string(act.number - 1)},
                           {"former", join(act.former)},
                           {"code", act.code},
                           {"target", target},
                           {"name", act.name},
                           {"undoes", act.undoes ? std::to_string(*act.undoes) : ""}});
}

Value describe_act(const CodingAct& act, bool taken_back) {
  Value one = Value::of_mapping();
  one.add("number", Value::of_integer(act.number));
  one.add("kind", Value::of_text(std::string(assessment::format_act_kind(act.kind))));
  one.add("subjects", list_of_texts(act.subjects));
  one.add("former", list_of_texts(act.former));
  one.add("code", text_or_null(act.code));
  one.add("target", text_or_null(act.target));
  one.add("name", text_or_null(act.name));
  one.add("under", text_or_null(act.node));
  one.add("memo", text_or_null(act.memo));
  one.add("because", text_or_null(act.because));
  one.add("by", Value::of_text(act.by));
  one.add("at", Value::of_text(act.at));
  one.add("undoes", act.undoes ? Value::of_integer(*act.undoes) : Value());
  one.add("taken_back", Value::of_boolean(taken_back));
  return one;
}

int print_log(Console& console, const Words& words, workflow::Workspace& workspace) {
  const auto acts = workspace.store.load_acts(workspace.assessment.id);
  if (!acts) return console.fail(acts.error());
  Value list = Value::of_sequence();
  std::vector<std::vector<std::string>> rows;
  const auto all_taken_back = assessment::list_taken_back(*acts);
  for (const auto& act : *acts) {
    const bool taken_back = all_taken_back.contains(act.number);
    list.items.push_back(describe_act(act, taken_back));
    std::string what = tell_act(console, act);
    if (taken_back) what += " " + console.sentence("cli.codes.taken_back");
    rows.push_back({std::to_string(act.number), act.at, act.by, what, act.because});
  }
  return print_list(
      console,
      words.has("--json"),
      list,
      {{"cli.head.number", "cli.head.when", "cli.head.who", "cli.head.what", "cli.head.because"},
       rows,
       {true, false, false, false, false}});
}

std::string remark_on(const Console& console, const assessment::FreeCode& code) {
  if (!code.merged_into.empty())
    return console.sentence("cli.codes.merged_into", {{"code", code.merged_into}});
  if (!code.merged_from.empty())
    return console.sentence("cli.codes.merged_from", {{"codes", join(code.merged_from)}});
  return code.memo;
}

int print_codes(Console& console, const Words& words, const assessment::Codebook& book) {
  Value list = Value::of_sequence();
  std::vector<std::vector<std::string>> rows;
  for (const auto& code : book.codes) {
    const int count = assessment::count_codings(book, code.code);
    Value one = Value::of_mapping();
    one.add("code", Value::of_text(code.code));
    one.add("name", Value::of_text(code.name));
    one.add("under", text_or_null(code.node));
    one.add("memo", text_or_null(code.memo));
    one.add("codings", Value::of_integer(count));
    one.add("merged_into", text_or_null(code.merged_into));
    one.add("merged_from", list_of_texts(code.merged_from));
    one.add("by", Value::of_text(code.added_by));
    one.add("at", Value::of_text(code.added_at));
    list.items.push_back(std::move(one));
    rows.push_back(
        {code.code, code.name, code.node, std::to_string(count), remark_on(console, code)});
  }
  return print_list(
      console,
      words.has("--json"),
      list,
      {{"cli.head.code", "cli.head.name", "cli.head.under", "cli.head.codings", "cli.head.remark"},
       rows,
       {false, false, false, true, false},
       "cli.codes.none"});
}

Value describe_coding(const Console& console, const assessment::Coding& coding) {
  Value one = Value::of_mapping();
  one.add("id", Value::of_text(coding.id));
  one.add("code", Value::of_text(coding.code));
  one.add("came_through", list_of_texts(coding.came_through));
  add_anchor(console, coding, one);
  one.add("stance",
          coding.stance ? text_or_null(assessment::format_stance(*coding.stance)) : Value());
  one.add("strength",
          coding.strength ? text_or_null(assessment::format_strength(*coding.strength)) : Value());
  one.add("memo", text_or_null(coding.memo));
  one.add("newer", describe_newer(console, coding.newer));
  one.add("by", Value::of_text(coding.coded_by));
  one.add("at", Value::of_text(coding.coded_at));
  return one;
}

/// The codings in play, of one code where one is named.
int print_codings(Console& console, const Words& words, const assessment::Codebook& book) {
  const auto items = words.words("ITEM");
  const auto* only = items.empty() ? nullptr : assessment::find_code(book, items.front());
  if (!items.empty() && only == nullptr)
    return console.fail(
        {base::ErrorKind::not_found, "codes.unknown", {{"code", items.front()}, {"known", ""}}});
  Value list = Value::of_sequence();
  std::vector<std::vector<std::string>> rows;
  for (const auto& coding : book.codings) {
    if (coding.taken_back || (only != nullptr && coding.code != only->code)) continue;
    list.items.push_back(describe_coding(console, coding));
    rows.push_back({coding.id,
                    coding.code,
                    join(coding.came_through),
                    coding.stance
                        ? console.sentence("cli.stance." +
                                           std::string(assessment::format_stance(*coding.stance)))
                        : "–",
                    coding.source_code,
                    place_of(console, coding),
                    shorten(coding.quote)});
  }
  return print_list(console,
                    words.has("--json"),
                    list,
                    {{"cli.head.id",
                      "cli.head.code",
                      "cli.head.came_through",
                      "cli.head.stance",
                      "cli.head.source",
                      "cli.head.place",
                      "cli.head.quote"},
                     rows});
}

int show_codebook(Console& console, const Words& words, workflow::Workspace& workspace) {
  const auto dossier = workspace.store.load_dossier(workspace.assessment.id);
  if (!dossier) return console.fail(dossier.error());
  return words.word("ACTION") == "codings" ? print_codings(console, words, dossier->codebook)
                                           : print_codes(console, words, dossier->codebook);
}

/// The change that is asked for; the kind `undo` where the words do not fit the action.
workflow::CodebookRequest read_change(const Words& words) {
  workflow::CodebookRequest request;
  request.kind =
      assessment::parse_act_kind(words.word("ACTION")).value_or(assessment::ActKind::undo);
  auto items = words.words("ITEM");
  const bool moves = request.kind == ActKind::move;
  if (moves) {
    request.target = words.word("--to");
    request.codings = std::move(items);
  } else if (!items.empty()) {
    request.code = items.front();
    request.target = words.word("--into");
    request.codings.assign(items.begin() + 1, items.end());
  }
  const bool has_target = moves || request.kind == ActKind::merge || request.kind == ActKind::split;
  const bool takes_codings = moves || request.kind == ActKind::split;
  if ((!moves && request.code.empty()) || has_target == request.target.empty() ||
      takes_codings == request.codings.empty())
    request.kind = ActKind::undo;
  request.name = words.word("--name");
  request.node = words.word("--under");
  request.memo = words.word("--memo");
  request.because = words.word("--because");
  request.by = person(words, "--by");
  return request;
}

int run_codes(Console& console, const Words& words) {
  const std::string action = words.word("ACTION");
  const bool shows = action == "list" || action == "codings" || action == "log";
  const auto request = shows ? workflow::CodebookRequest{} : read_change(words);
  if (request.kind == ActKind::undo)
    return console.fail_usage("cli.usage.codes", {{"action", action}});
  auto workspace = open(words, shows ? Access::read : Access::write);
  if (!workspace) return console.fail(workspace.error());
  if (action == "log") return print_log(console, words, *workspace);
  if (shows) return show_codebook(console, words, *workspace);
  const auto act = workflow::change_codebook(*workspace, request, console.context());
  if (!act) return console.fail(act.error());
  console.say("cli.codes.done",
              {{"number", std::to_string(act->number)}, {"what", tell_act(console, *act)}});
  return exit_ok;
}

int run_undo(Console& console, const Words& words) {
  auto workspace = open(words, Access::write);
  if (!workspace) return console.fail(workspace.error());
  const auto undone = workflow::undo_coding(
      *workspace, person(words, "--by"), console.catalog(), console.context());
  if (!undone) return console.fail(undone.error());
  console.say("cli.undo.done",
              {{"number", std::to_string(undone->number)},
               {"what", tell_act(console, *undone)},
               {"at", undone->at}});
  return exit_ok;
}

}  // namespace

Command code_command() {
  return {"code",
          {{"WORKSPACE", Shape::word, Need::required, {}},
           {"--code", Shape::word, Need::required, {}},
           {"--source", Shape::word, Need::required, {}},
           {"--page", Shape::number, Need::optional, {}},
           {"--quote", Shape::word, Need::required, {}},
           {"--occurrence", Shape::number, Need::optional, {}},
           {"--stance", Shape::word, Need::optional, {"supports", "contradicts"}},
           {"--strength", Shape::word, Need::optional, {"weak", "moderate", "strong"}},
           {"--memo", Shape::word, Need::optional, {}},
           {"--by", Shape::word, Need::optional, {}},
           {"--assessment", Shape::word, Need::optional, {}}},
          run_code};
}

Command codes_command() {
  return {"codes",
          {{"WORKSPACE", Shape::word, Need::required, {}},
           {"ACTION",
            Shape::word,
            Need::required,
            {"list", "codings", "log", "add", "rename", "merge", "split", "move"}},
           {"ITEM", Shape::words, Need::optional, {}},
           {"--name", Shape::word, Need::optional, {}},
           {"--under", Shape::word, Need::optional, {}},
           {"--into", Shape::word, Need::optional, {}},
           {"--to", Shape::word, Need::optional, {}},
           {"--memo", Shape::word, Need::optional, {}},
           {"--because", Shape::word, Need::optional, {}},
           {"--by", Shape::word, Need::optional, {}},
           {"--json", Shape::flag, Need::optional, {}},
           {"--assessment", Shape::word, Need::optional, {}}},
          run_codes};
}

Command undo_command() {
  return {"undo",
          {{"WORKSPACE", Shape::word, Need::required, {}},
           {"--by", Shape::word, Need::optional, {}},
           {"--assessment", Shape::word, Need::optional, {}}},
          run_undo};
}

}  // namespace cli
