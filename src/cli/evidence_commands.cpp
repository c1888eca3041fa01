// jenjang cite and evidence: the words that a level rests on.
#include "assessment/names.hpp"
#include "base/files.hpp"
#include "cli/anchors.hpp"
#include "cli/command.hpp"
#include "cli/shared.hpp"
#include "report/ocr_note.hpp"
#include "workflow/cite_evidence.hpp"
#include "workflow/exchange_evidence.hpp"
#include "workflow/read_page.hpp"
#include "workflow/write_report.hpp"

namespace cli {

namespace {

using codec::Value;
using workflow::Access;

constexpr std::int64_t csv_bytes_max = 64LL << 20;

int run_cite(Console& console, const Words& words) {
  auto workspace = open(words, Access::write);
  if (!workspace) return console.fail(workspace.error());
  workflow::CiteRequest request;
  request.indicator = words.word("--indicator");
  request.source = words.word("--source");
  request.page = words.number("--page");
  request.quote = words.word("--quote");
  request.occurrence = words.number("--occurrence");
  request.stance =
      assessment::parse_stance(words.word("--stance")).value_or(assessment::Stance::supports);
  request.level = words.number("--level");
  request.check = words.word("--check");
  request.coverage = words.word("--coverage");
  request.unit = words.word("--unit");
  request.strength = assessment::parse_strength(words.word("--strength"));
  request.note = words.word("--note");
  request.by = person(words, "--by");
  const auto evidence = workflow::cite_evidence(*workspace, request, console.context());
  if (!evidence) return console.fail(evidence.error());
  console.print(evidence->id);
  console.say("cli.cite.done",
              {{"id", evidence->id},
               {"indicator", evidence->indicator_code},
               {"quote", evidence->quote},
               {"place", place_of(console, *evidence)}});
  const auto ocr = workflow::find_ocr_reading(*workspace, evidence->source_code, evidence->page);
  if (ocr && *ocr)
    console.say("cli.cite.ocr", {{"note", report::say_ocr(console.catalog(), **ocr)}});
  return exit_ok;
}

Value describe_coverage(const std::optional<assessment::Coverage>& coverage) {
  if (!coverage) return {};
  const bool counted = coverage->kind == assessment::CoverageKind::counted;
  Value one = Value::of_mapping();
  one.add("share", Value::of_text(assessment::format_share(*coverage)));
  one.add("count", counted ? Value::of_integer(coverage->count) : Value());
  one.add("total", Value::of_integer(coverage->total));
  one.add("unit", Value::of_text(coverage->unit));
  return one;
}

Value describe_evidence(const Console& console, const assessment::Evidence& evidence) {
  Value one = Value::of_mapping();
  one.add("id", Value::of_text(evidence.id));
  one.add("indicator", Value::of_text(evidence.indicator_code));
  add_anchor(console, evidence, one);
  one.add("stance", Value::of_text(std::string(assessment::format_stance(evidence.stance))));
  one.add("level", evidence.level ? Value::of_integer(*evidence.level) : Value());
  one.add("check", text_or_null(evidence.check_code));
  one.add("coverage", describe_coverage(evidence.coverage));
  one.add(
      "strength",
      evidence.strength ? text_or_null(assessment::format_strength(*evidence.strength)) : Value());
  one.add("note", Value::of_text(evidence.note));
  one.add("state", Value::of_text(std::string(assessment::format_evidence_state(evidence.state))));
  one.add("by", Value::of_text(evidence.cited_by));
  one.add("decided_by", Value::of_text(evidence.decided_by));
  one.add("because", Value::of_text(evidence.because));
  one.add("newer", describe_newer(console, evidence.newer));
  return one;
}

/// The state, and whether a person should look again after a newer revision.
std::string tell_state(const Console& console, const assessment::Evidence& evidence) {
  std::string state = console.sentence(
      "cli.evidence_state." + std::string(assessment::format_evidence_state(evidence.state)));
  if (evidence.newer && assessment::needs_review(*evidence.newer))
    state += ", " + console.sentence("cli.anchor." + std::string(assessment::format_anchor_outcome(
                                                         evidence.newer->outcome)));
  return state;
}

int list_evidence(Console& console, const Words& words, workflow::Workspace& workspace) {
  const auto dossier = workspace.store.load_dossier(workspace.assessment.id);
  if (!dossier) return console.fail(dossier.error());
  Value list = Value::of_sequence();
  std::vector<std::vector<std::string>> rows;
  for (const auto& evidence : dossier->evidence) {
    list.items.push_back(describe_evidence(console, evidence));
    rows.push_back(
        {evidence.id,
         evidence.indicator_code,
         evidence.level ? std::to_string(*evidence.level) : "–",
         tell_state(console, evidence),
         console.sentence("cli.stance." + std::string(assessment::format_stance(evidence.stance))),
         evidence.source_code,
         place_of(console, evidence),
         shorten(evidence.quote)});
  }
  return print_list(console,
                    words.has("--json"),
                    list,
                    {{"cli.head.id",
                      "cli.head.indicator",
                      "cli.head.level",
                      "cli.head.state",
                      "cli.head.stance",
                      "cli.head.source",
                      "cli.head.place",
                      "cli.head.quote"},
                     rows});
}

int list_missing(Console& console, const Words& words, workflow::Workspace& workspace) {
  const auto missing = workflow::list_missing_evidence(workspace);
  if (!missing) return console.fail(missing.error());
  Value list = Value::of_sequence();
  std::vector<std::vector<std::string>> rows;
  for (const auto& one : *missing) {
    const auto position = static_cast<std::size_t>(one.indicator);
    const auto& indicator = workspace.model.indicators[position];
    const auto& code =
        workspace.model.nodes[static_cast<std::size_t>(workspace.model.leaves[position])].code;
    std::string wanted;
    Value kinds = Value::of_sequence();
    if (const auto kinds_of_level = indicator.evidence.find(one.level);
        kinds_of_level != indicator.evidence.end())
      for (const auto& kind : kinds_of_level->second) {
        wanted += (wanted.empty() ? "" : "; ") + kind.text.in(console.language());
        kinds.items.push_back(Value::of_text(kind.text.in(console.language())));
      }
    rows.push_back({code,
                    std::to_string(one.level),
                    std::to_string(one.accepted) + "/" + std::to_string(one.required),
                    std::to_string(one.waiting),
                    wanted});
    Value entry = Value::of_mapping();
    entry.add("indicator", Value::of_text(code));
    entry.add("level", Value::of_integer(one.level));
    entry.add("required", Value::of_integer(one.required));
    entry.add("accepted", Value::of_integer(one.accepted));
    entry.add("proposed", Value::of_integer(one.waiting));
    entry.add("wanted", std::move(kinds));
    list.items.push_back(std::move(entry));
  }
  return print_list(console,
                    words.has("--json"),
                    list,
                    {{"cli.head.indicator",
                      "cli.head.level",
                      "cli.head.accepted",
                      "cli.head.waiting",
                      "cli.head.wanted"},
                     rows,
                     {false, true, true, true, false},
                     "cli.evidence.nothing_missing"});
}

int decide(Console& console,
           const Words& words,
           workflow::Workspace& workspace,
           assessment::EvidenceState state) {
  workflow::DecideRequest request;
  request.evidence_ids = words.words("ITEM");
  request.state = state;
  request.by = person(words, "--by");
  request.because = words.word("--because");
  if (request.evidence_ids.empty()) return console.fail_usage("cli.usage.evidence_id_needed");
  const auto decided = workflow::decide_evidence(workspace, request, console.context());
  if (!decided) return console.fail(decided.error());
  const std::string key = state == assessment::EvidenceState::accepted ? "cli.evidence.accepted"
                                                                       : "cli.evidence.rejected";
  console.say(key, {{"count", std::to_string(request.evidence_ids.size())}, {"by", request.by}});
  return exit_ok;
}

int import_file(Console& console,
                const Words& words,
                const std::string& file,
                workflow::Workspace& workspace) {
  const auto csv = base::read_file(file, csv_bytes_max);
  if (!csv) return console.fail(csv.error());
  return say_imported(
      console,
      file,
      workflow::import_evidence(workspace, *csv, person(words, "--by"), console.context()));
}

/// What is missing as a list for each unit, to be printed and signed.
int write_requests(Console& console, const Words& words, workflow::Workspace& workspace) {
  workflow::ReportRequest request;
  request.form = "request-list";
  request.format = words.word("--format");
  request.language = console.catalog().language();
  request.until = words.word("--until");
  const auto bytes = workflow::write_report(workspace, request, console.context());
  if (!bytes) return console.fail(bytes.error());
  return write_out(console, words.word("-o"), *bytes);
}

int list(Console& console, const Words& words, workflow::Workspace& workspace) {
  if (words.has("--format")) return write_requests(console, words, workspace);
  return words.has("--missing") ? list_missing(console, words, workspace)
                                : list_evidence(console, words, workspace);
}

int run_evidence(Console& console, const Words& words) {
  const std::string action = words.word("ACTION");
  const bool writes = action == "accept" || action == "reject" || action == "import";
  const bool prints = words.has("--format") || words.has("--until") || words.has("-o");
  if (prints && !(action == "list" && words.has("--missing") && words.has("--format")))
    return console.fail_usage("cli.usage.evidence_print", {});
  auto workspace = open(words, writes ? Access::write : Access::read);
  if (!workspace) return console.fail(workspace.error());
  if (action == "list") return list(console, words, *workspace);
  if (action == "accept")
    return decide(console, words, *workspace, assessment::EvidenceState::accepted);
  if (action == "reject")
    return decide(console, words, *workspace, assessment::EvidenceState::rejected);
  const auto files = words.words("ITEM");
  if (files.size() != 1)
    return console.fail_usage("cli.usage.one_file_needed", {{"action", action}});
  if (action == "import") return import_file(console, words, files.front(), *workspace);
  const auto csv = workflow::export_evidence(*workspace);
  if (!csv) return console.fail(csv.error());
  return write_out(console, files.front(), *csv);
}

}  // namespace

Command cite_command() {
  return {"cite",
          {{"WORKSPACE", Shape::word, Need::required, {}},
           {"--indicator", Shape::word, Need::required, {}},
           {"--source", Shape::word, Need::required, {}},
           {"--page", Shape::number, Need::optional, {}},
           {"--quote", Shape::word, Need::required, {}},
           {"--occurrence", Shape::number, Need::optional, {}},
           {"--stance", Shape::word, Need::optional, {"supports", "contradicts"}},
           {"--level", Shape::number, Need::optional, {}},
           {"--check", Shape::word, Need::optional, {}},
           {"--coverage", Shape::word, Need::optional, {}},
           {"--unit", Shape::word, Need::optional, {}},
           {"--strength", Shape::word, Need::optional, {"weak", "moderate", "strong"}},
           {"--note", Shape::word, Need::optional, {}},
           {"--by", Shape::word, Need::optional, {}},
           {"--assessment", Shape::word, Need::optional, {}}},
          run_cite};
}

Command evidence_command() {
  return {
      "evidence",
      {{"WORKSPACE", Shape::word, Need::required, {}},
       {"ACTION", Shape::word, Need::required, {"list", "accept", "reject", "import", "export"}},
       {"ITEM", Shape::words, Need::optional, {}},
       {"--missing", Shape::flag, Need::optional, {}},
       {"--format", Shape::word, Need::optional, {"html", "md"}},
       {"--until", Shape::word, Need::optional, {}},
       {"-o", Shape::word, Need::optional, {}},
       {"--by", Shape::word, Need::optional, {}},
       {"--because", Shape::word, Need::optional, {}},
       {"--json", Shape::flag, Need::optional, {}},
       {"--assessment", Shape::word, Need::optional, {}}},
      run_evidence};
}

}  // namespace cli
