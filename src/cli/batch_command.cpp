// jenjang batch: many assessments from a table.
#include <algorithm>

#include "base/files.hpp"
#include "cli/command.hpp"
#include "cli/shared.hpp"
#include "workflow/load_model.hpp"
#include "workflow/messages.hpp"
#include "workflow/score_table.hpp"

namespace cli {

namespace {

constexpr std::int64_t csv_bytes_max = 4LL << 30;
constexpr std::size_t problems_said_max = 50;

void say_problems(Console& console, const workflow::ScoredTable& scored) {
  for (std::size_t i = 0; i < std::min(problems_said_max, scored.problems.size()); ++i) {
    const auto& problem = scored.problems[i];
    const std::string key =
        problem.column.empty() ? "cli.batch.row_problem" : "cli.batch.cell_problem";
    console.say(key,
                {{"line", std::to_string(problem.line)},
                 {"row", problem.row},
                 {"column", problem.column},
                 {"cell", problem.cell},
                 {"reason", workflow::tell(console.catalog(), problem.error)}});
  }
  if (static_cast<std::size_t>(scored.problem_count) > problems_said_max)
    console.say(
        "cli.batch.more_problems",
        {{"count",
          std::to_string(static_cast<std::size_t>(scored.problem_count) - problems_said_max)}});
}

std::string errors_path(const std::string& output) {
  const bool has_ending = output.ends_with(".csv");
  return (has_ending ? output.substr(0, output.size() - 4) : output) + ".errors.csv";
}

int run(Console& console, const Words& words) {
  const std::string output = words.word("-o");
  const bool keep_going = words.has("--keep-going");
  if (keep_going && output.empty()) return console.fail_usage("cli.usage.keep_going_needs_output");
  const int threads = words.number("--threads").value_or(1);
  if (threads < 1 || threads > 64)
    return console.fail_usage("cli.usage.threads", {{"threads", std::to_string(threads)}});
  const auto loaded = workflow::load_model(words.word("--model"));
  if (!loaded) return console.fail(loaded.error());
  const std::string input = words.word("INPUT");
  const auto csv = base::read_file(input, csv_bytes_max);
  if (!csv) return console.fail(csv.error());
  const workflow::TableOptions options{
      words.has("--published") ? evaluation::Purpose::published : evaluation::Purpose::working,
      threads};
  auto scored = workflow::score_table(loaded->model, *csv, options);
  if (!scored) {
    console.say("cli.batch.refused", {{"file", input}});
    return console.fail(scored.error());
  }
  say_problems(console, *scored);
  if (scored->problem_count > 0 && !keep_going) {
    console.say("cli.batch.nothing_written", {{"count", std::to_string(scored->problem_count)}});
    return exit_invalid;
  }
  console.say(options.purpose == evaluation::Purpose::published ? "cli.batch.published"
                                                                : "cli.batch.working",
              {{"rows", std::to_string(scored->rows)}});
  const int code = write_out(console, output, scored->csv);
  if (code != exit_ok || scored->problem_count == 0) return code;
  const int listed =
      write_out(console, errors_path(output), workflow::format_table_problems(scored->problems));
  return listed == exit_ok ? static_cast<int>(exit_invalid) : listed;
}

}  // namespace

Command batch_command() {
  return {"batch",
          {{"INPUT", Shape::word, Need::required, {}},
           {"--model", Shape::word, Need::required, {}},
           {"-o", Shape::word, Need::optional, {}},
           {"--threads", Shape::number, Need::optional, {}},
           {"--published", Shape::flag, Need::optional, {}},
           {"--keep-going", Shape::flag, Need::optional, {}}},
          run};
}

}  // namespace cli
