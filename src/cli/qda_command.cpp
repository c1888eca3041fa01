// jenjang qda: projects of qualitative analysis, to and from other programs.
#include "base/files.hpp"
#include "cli/command.hpp"
#include "cli/shared.hpp"
#include "workflow/export_qda.hpp"
#include "workflow/import_qda.hpp"
#include "workflow/messages.hpp"

namespace cli {

namespace {

using codec::Value;
using workflow::Access;

constexpr std::int64_t archive_bytes_max = 1LL << 30;

int export_project(Console& console, const Words& words) {
  auto workspace = open(words, Access::read);
  if (!workspace) return console.fail(workspace.error());
  const auto bytes = workflow::export_qda(*workspace, console.context());
  if (!bytes) return console.fail(bytes.error());
  return write_out(console, words.word("FILE"), *bytes);
}

std::string tell_what(const Console& console, const workflow::QdaFinding& finding) {
  const auto& [what, where, detail, done] = finding.deviation;
  auto sentence = console.sentence("qda.what." + what, {{"detail", detail}});
  if (finding.error) sentence += " " + workflow::tell(console.catalog(), *finding.error);
  return sentence;
}

Value describe(const Console& console, const workflow::QdaFinding& finding) {
  const auto& [what, where, detail, done] = finding.deviation;
  Value one = Value::of_mapping();
  one.add("what", Value::of_text(what));
  one.add("where", Value::of_text(where));
  one.add("detail", Value::of_text(detail));
  one.add("done", Value::of_text(done));
  one.add("sentence",
          Value::of_text(tell_what(console, finding) + " " + console.sentence("qda.done." + done)));
  return one;
}

Value list_texts(const std::vector<std::string>& texts) {
  Value list = Value::of_sequence();
  for (const auto& text : texts) list.items.push_back(Value::of_text(text));
  return list;
}

void print_json(Console& console, const workflow::QdaImport& imported) {
  std::vector<std::string> codes;
  codes.reserve(imported.sources.size());
  for (const auto& source : imported.sources) codes.push_back(source.code);
  Value findings = Value::of_sequence();
  for (const auto& finding : imported.findings)
    findings.items.push_back(describe(console, finding));
  Value result = Value::of_mapping();
  result.add("sources", list_texts(codes));
  result.add("already_there", list_texts(imported.already_there));
  result.add("citations", Value::of_integer(imported.citations));
  result.add("codes", Value::of_integer(imported.codes));
  result.add("codings", Value::of_integer(imported.codings));
  result.add("unchanged", Value::of_integer(imported.unchanged));
  result.add("deviations", std::move(findings));
  console.print_json(result);
}

void print_findings(Console& console, const workflow::QdaImport& imported) {
  std::vector<std::vector<std::string>> rows;
  rows.reserve(imported.findings.size());
  for (const auto& finding : imported.findings)
    rows.push_back({finding.deviation.where,
                    tell_what(console, finding),
                    console.sentence("qda.done." + finding.deviation.done)});
  if (rows.empty()) return;
  console.print_listing({"cli.head.where", "cli.head.deviation", "cli.head.done"}, rows);
}

// What was wrong with which file; a failure that is not the file's speaks for itself.
int refuse_project(Console& console, const Words& words, const base::Error& error) {
  if (error.kind != base::ErrorKind::invalid) return console.fail(error);
  console.say("cli.qda.refused",
              {{"file", words.word("FILE")}, {"reason", workflow::tell(console.catalog(), error)}});
  return exit_invalid;
}

int import_project(Console& console, const Words& words) {
  auto workspace = open(words, Access::write);
  if (!workspace) return console.fail(workspace.error());
  const auto bytes = base::read_file(words.word("FILE"), archive_bytes_max);
  if (!bytes) return console.fail(bytes.error());
  const auto imported =
      workflow::import_qda(*workspace, *bytes, person(words, "--by"), console.context());
  if (!imported) return refuse_project(console, words, imported.error());
  if (words.has("--json"))
    print_json(console, *imported);
  else
    print_findings(console, *imported);
  console.say("cli.qda.imported",
              {{"sources", std::to_string(imported->sources.size())},
               {"there", std::to_string(imported->already_there.size())},
               {"citations", std::to_string(imported->citations)},
               {"codes", std::to_string(imported->codes)},
               {"codings", std::to_string(imported->codings)},
               {"unchanged", std::to_string(imported->unchanged)},
               {"findings", std::to_string(imported->findings.size())}});
  return exit_ok;
}

int run_qda(Console& console, const Words& words) {
  return words.word("ACTION") == "import" ? import_project(console, words)
                                          : export_project(console, words);
}

}  // namespace

Command qda_command() {
  return {"qda",
          {{"ACTION", Shape::word, Need::required, {"export", "import"}},
           {"WORKSPACE", Shape::word, Need::required, {}},
           {"FILE", Shape::word, Need::required, {}},
           {"--by", Shape::word, Need::optional, {}},
           {"--json", Shape::flag, Need::optional, {}},
           {"--assessment", Shape::word, Need::optional, {}}},
          run_qda};
}

}  // namespace cli
