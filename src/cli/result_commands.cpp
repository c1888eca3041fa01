// jenjang evaluate, explain, report: what follows from what was filed and said.
#include "assessment/names.hpp"
#include "cli/command.hpp"
#include "cli/profile.hpp"
#include "cli/shared.hpp"
#include "report/explanation.hpp"
#include "workflow/evaluate_assessment.hpp"
#include "workflow/write_report.hpp"

namespace cli {

namespace {

using workflow::Access;

evaluation::Method method_of(const Words& words) {
  evaluation::Method method;
  if (words.has("--stage")) method.stage = assessment::parse_stage(words.word("--stage"));
  if (words.has("--published")) method.purpose = evaluation::Purpose::published;
  return method;
}

void print_nodes(Console& console,
                 const model::Model& model,
                 const evaluation::Evaluation& evaluation) {
  std::vector<std::vector<std::string>> rows;
  const auto figure = [&](const std::optional<base::Rational>& value) {
    return value ? text::format_number(
                       base::format_decimal(*value, model.rounding.digits, model.rounding.mode),
                       console.locale())
                 : std::string("–");
  };
  for (std::size_t i = 1; i < model.nodes.size(); ++i) {
    const auto& node = model.nodes[i];
    const auto& result = evaluation.nodes[i];
    std::string flags;
    if (node.indicator >= 0) {
      const auto& indicator = evaluation.indicators[static_cast<std::size_t>(node.indicator)];
      if (indicator.insufficient_evidence)
        flags += console.sentence("cli.flag.insufficient_evidence") + " ";
      if (indicator.checks_missing) flags += console.sentence("cli.flag.checks_missing") + " ";
    }
    const bool plain = result.outcome == assessment::Outcome::answered ||
                       result.outcome == assessment::Outcome::insufficient_evidence;
    if (!plain)
      flags += console.sentence("cli.outcome." +
                                std::string(assessment::format_outcome(result.outcome)));
    const std::string indent(2 * static_cast<std::size_t>(node.height - 1), ' ');
    rows.push_back({indent + node.code,
                    indent + node.name.in(console.language()),
                    figure(result.claimed),
                    figure(result.value),
                    std::to_string(result.completeness.answered) + "/" +
                        std::to_string(result.completeness.applicable),
                    flags});
  }
  console.print_listing({"cli.head.code",
                         "cli.head.name",
                         "cli.head.claimed",
                         "cli.head.effective",
                         "cli.head.completeness",
                         "cli.head.remark"},
                        rows,
                        {false, false, true, true, true, false});
}

int run_evaluate(Console& console, const Words& words) {
  auto workspace = open(words, Access::read);
  if (!workspace) return console.fail(workspace.error());
  const auto evaluated = workflow::evaluate_assessment(*workspace, method_of(words));
  if (!evaluated) return console.fail(evaluated.error());
  if (words.has("--json")) {
    console.print_json(workflow::describe_evaluation(
        workspace->model, workspace->assessment, evaluated->evaluation));
    return exit_ok;
  }
  print_profile(console, workspace->model, workspace->assessment, evaluated->evaluation);
  console.print("");
  print_nodes(console, workspace->model, evaluated->evaluation);
  return exit_ok;
}

int run_explain(Console& console, const Words& words) {
  auto workspace = open(words, Access::read);
  if (!workspace) return console.fail(workspace.error());
  const auto node = model::find_node(workspace->model, words.word("NODE"));
  if (!node) {
    std::string known;
    for (const int child : workspace->model.nodes.front().children)
      known += workspace->model.nodes[static_cast<std::size_t>(child)].code + ", ";
    const auto& first =
        workspace->model.nodes[static_cast<std::size_t>(workspace->model.leaves.front())].code;
    const auto& last =
        workspace->model.nodes[static_cast<std::size_t>(workspace->model.leaves.back())].code;
    return console.fail({base::ErrorKind::not_found,
                         "cli.explain.node_unknown",
                         {{"code", words.word("NODE")},
                          {"model", workspace->model.id},
                          {"known", "index, " + known + first + " … " + last}}});
  }
  const auto evaluated = workflow::evaluate_assessment(*workspace, method_of(words));
  if (!evaluated) return console.fail(evaluated.error());
  const report::Context context{workspace->model,
                                evaluated->dossier,
                                evaluated->evaluation,
                                console.catalog(),
                                console.language()};
  console.print(report::name_of(context, *node));
  console.print("");
  console.print_blocks(report::explain_node(context, *node));
  return exit_ok;
}

int run_report(Console& console, const Words& words) {
  auto workspace = open(words, Access::read);
  if (!workspace) return console.fail(workspace.error());
  workflow::ReportRequest request;
  if (words.has("--form")) request.form = words.word("--form");
  request.format = words.word("--format");
  request.language = console.catalog().language();
  request.method = method_of(words);
  request.until = words.word("--until");
  const auto bytes = workflow::write_report(*workspace, request, console.context());
  if (!bytes) return console.fail(bytes.error());
  return write_out(console, words.word("-o"), *bytes);
}

}  // namespace

Command evaluate_command() {
  return {"evaluate",
          {{"WORKSPACE", Shape::word, Need::required, {}},
           {"--stage",
            Shape::word,
            Need::optional,
            {"self", "document", "interview", "visit", "final"}},
           {"--published", Shape::flag, Need::optional, {}},
           {"--json", Shape::flag, Need::optional, {}},
           {"--assessment", Shape::word, Need::optional, {}}},
          run_evaluate};
}

Command explain_command() {
  return {"explain",
          {{"WORKSPACE", Shape::word, Need::required, {}},
           {"NODE", Shape::word, Need::required, {}},
           {"--stage",
            Shape::word,
            Need::optional,
            {"self", "document", "interview", "visit", "final"}},
           {"--published", Shape::flag, Need::optional, {}},
           {"--assessment", Shape::word, Need::optional, {}}},
          run_explain};
}

Command report_command() {
  return {"report",
          {{"WORKSPACE", Shape::word, Need::required, {}},
           {"--form", Shape::word, Need::optional, {"results", "request-list"}},
           {"--format", Shape::word, Need::required, {"html", "md"}},
           {"--until", Shape::word, Need::optional, {}},
           {"-o", Shape::word, Need::optional, {}},
           {"--stage",
            Shape::word,
            Need::optional,
            {"self", "document", "interview", "visit", "final"}},
           {"--published", Shape::flag, Need::optional, {}},
           {"--assessment", Shape::word, Need::optional, {}}},
          run_report};
}

}  // namespace cli
