// jenjang model list, show, check, schema: the models, and whether they are sound.
#include <algorithm>

#include "base/assets.hpp"
#include "base/contract.hpp"
#include "cli/command.hpp"
#include "cli/shared.hpp"
#include "workflow/check_model.hpp"
#include "workflow/load_model.hpp"
#include "workflow/messages.hpp"

namespace cli {

namespace {

using codec::Value;

int list_models(Console& console, bool json) {
  Value list = Value::of_sequence();
  std::vector<std::vector<std::string>> rows;
  for (const auto& id : workflow::list_shipped_models()) {
    const auto loaded = workflow::load_model(id);
    if (!loaded) return console.fail(loaded.error());
    const auto& model = loaded->model;
    rows.push_back({id,
                    model.version,
                    std::to_string(model.indicators.size()),
                    model.name.in(console.language())});
    Value one = Value::of_mapping();
    one.add("id", Value::of_text(id));
    one.add("version", Value::of_text(model.version));
    one.add("indicators", Value::of_integer(static_cast<std::int64_t>(model.indicators.size())));
    one.add("name", Value::of_text(model.name.in(console.language())));
    one.add("digest", Value::of_text(model.digest));
    list.items.push_back(std::move(one));
  }
  return print_list(console,
                    json,
                    list,
                    {{"cli.head.id", "cli.head.version", "cli.head.indicators", "cli.head.name"},
                     rows,
                     {false, false, true, false}});
}

int show_model(Console& console, const std::string& name) {
  const auto loaded = workflow::load_model(name);
  if (!loaded) return console.fail(loaded.error());
  const auto& model = loaded->model;
  const auto language = console.language();
  console.print(model.name.in(language) + " (" + model.id + "@" + model.version + ")");
  console.print(console.sentence(
      "cli.model.standing",
      {{"standing",
        console.sentence("cli.standing." + std::to_string(static_cast<int>(model.standing)))}}));
  console.print(console.sentence("cli.model.digest", {{"digest", model.digest}}));
  if (!model.description.empty())
    console.print_blocks({report::Paragraph{model.description.in(language), {}}});
  console.print("");
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 1; i < model.nodes.size(); ++i) {
    const auto& node = model.nodes[i];
    const std::string indent(2 * static_cast<std::size_t>(node.height - 1), ' ');
    rows.push_back({indent + node.code,
                    base::format_decimal_trimmed(node.weight, 4),
                    indent + node.name.in(language)});
  }
  console.print_listing(
      {"cli.head.code", "cli.head.weight", "cli.head.name"}, rows, {false, true, false});
  std::vector<report::Block> validation;
  validation.reserve(model.validation.size());
  for (const auto& paragraph : model.validation)
    validation.emplace_back(
        report::Paragraph{paragraph.in(language), report::Paragraph::Tone::plain});
  if (validation.empty()) return exit_ok;
  console.print("");
  console.print(console.sentence("cli.model.validation"));
  console.print_blocks(validation);
  return exit_ok;
}

void print_finding(Console& console, const std::string& model, const model::Finding& finding) {
  const std::string place =
      finding.line > 0 ? finding.file + ":" + std::to_string(finding.line) : finding.file;
  const base::Error as_error{base::ErrorKind::invalid, finding.id, finding.parameters};
  console.print(
      model + "/" + place + ": " +
      console.sentence("cli.severity." + std::to_string(static_cast<int>(finding.severity))) +
      ": " + workflow::tell(console.catalog(), as_error));
}

int check_models(Console& console, const std::vector<std::string>& names) {
  int code = exit_ok;
  for (const auto& name : names) {
    const auto files = workflow::read_model_files(name);
    if (!files) {
      code = console.fail(files.error());
      continue;
    }
    const auto findings = workflow::check_model(*files);
    for (const auto& finding : findings) print_finding(console, name, finding);
    const auto errors = std::count_if(findings.begin(), findings.end(), [](const auto& finding) {
      return finding.severity == model::Severity::error;
    });
    if (errors > 0 && code == exit_ok) code = exit_invalid;
    console.say(errors > 0 ? "cli.model.unsound" : "cli.model.sound",
                {{"model", name}, {"count", std::to_string(errors)}});
  }
  return code;
}

int run(Console& console, const Words& words) {
  const std::string action = words.word("ACTION");
  const auto names = words.words("MODEL");
  if (action == "list") return list_models(console, words.has("--json"));
  if (action == "schema") {
    const auto schema = base::find_asset("models/model.schema.json");
    ASSERT(schema.has_value());
    if (schema) console.print_bytes(schema->bytes);
    return exit_ok;
  }
  if (names.empty()) return console.fail_usage("cli.usage.model_needed", {{"action", action}});
  if (action == "check") return check_models(console, names);
  int code = exit_ok;
  for (const auto& name : names) code = std::max(code, show_model(console, name));
  return code;
}

}  // namespace

Command model_command() {
  return {"model",
          {{"ACTION", Shape::word, Need::required, {"list", "show", "check", "schema"}},
           {"MODEL", Shape::words, Need::optional, {}},
           {"--json", Shape::flag, Need::optional, {}}},
          run};
}

}  // namespace cli
