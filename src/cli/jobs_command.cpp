// jenjang jobs: the printing of office files that waits, and doing it.
#include "cli/command.hpp"
#include "cli/shared.hpp"
#include "workflow/messages.hpp"
#include "workflow/print_sources.hpp"

namespace cli {

namespace {

using codec::Value;
using workflow::Access;
using workflow::PrintJob;
using workflow::PrintState;

std::string_view name_of(PrintState state) {
  switch (state) {
    case PrintState::done:
      return "done";
    case PrintState::failed:
      return "failed";
    case PrintState::waiting:
      return "waiting";
  }
  return "waiting";
}

std::string tell_state(const Console& console, const PrintJob& job) {
  switch (job.state) {
    case PrintState::done:
      return console.sentence("cli.jobs.done");
    case PrintState::failed:
      return console.sentence("cli.jobs.failed");
    case PrintState::waiting:
      return console.sentence("cli.jobs.waiting");
  }
  return {};
}

std::string tell_reason(const Console& console, const PrintJob& job) {
  if (job.reason.empty()) return {};
  return workflow::tell(console.catalog(),
                        {base::ErrorKind::invalid, job.reason, {{"source", job.source}}});
}

int print_jobs(Console& console, bool as_json, const std::vector<PrintJob>& jobs) {
  Value list = Value::of_sequence();
  std::vector<std::vector<std::string>> rows;
  for (const auto& job : jobs) {
    Value one = Value::of_mapping();
    one.add("source", Value::of_text(job.source));
    one.add("state", Value::of_text(std::string(name_of(job.state))));
    one.add("attempts", Value::of_integer(job.attempts));
    one.add("at", job.at.empty() ? Value() : Value::of_text(job.at));
    one.add("reason", job.reason.empty() ? Value() : Value::of_text(tell_reason(console, job)));
    list.items.push_back(std::move(one));
    rows.push_back({job.source,
                    tell_state(console, job),
                    std::to_string(job.attempts),
                    tell_reason(console, job)});
  }
  return print_list(console,
                    as_json,
                    list,
                    {{"cli.head.source", "cli.head.state", "cli.head.attempts", "cli.head.because"},
                     rows,
                     {false, false, true, false},
                     "cli.jobs.none"});
}

int run_waiting(Console& console, const Words& words) {
  auto workspace = open(words, Access::write);
  if (!workspace) return console.fail(workspace.error());
  const auto progress = [&](const workflow::PrintProgress& place) {
    console.show_progress(console.sentence("cli.jobs.progress",
                                           {{"source", place.source},
                                            {"number", std::to_string(place.number)},
                                            {"count", std::to_string(place.count)}}));
  };
  const auto jobs = workflow::run_print_jobs(
      *workspace, {words.word("--source"), words.has("--again")}, console.context(), progress);
  console.end_progress();
  if (!jobs) return console.fail(jobs.error());
  return print_jobs(console, words.has("--json"), *jobs);
}

int list_waiting(Console& console, const Words& words) {
  auto workspace = open(words, Access::read);
  if (!workspace) return console.fail(workspace.error());
  const auto jobs = workflow::list_print_jobs(*workspace);
  if (!jobs) return console.fail(jobs.error());
  return print_jobs(console, words.has("--json"), *jobs);
}

int run_jobs(Console& console, const Words& words) {
  return words.word("ACTION") == "run" ? run_waiting(console, words) : list_waiting(console, words);
}

}  // namespace

Command jobs_command() {
  return {"jobs",
          {{"WORKSPACE", Shape::word, Need::required, {}},
           {"ACTION", Shape::word, Need::required, {"list", "run"}},
           {"--source", Shape::word, Need::optional, {}},
           {"--again", Shape::flag, Need::optional, {}},
           {"--json", Shape::flag, Need::optional, {}},
           {"--assessment", Shape::word, Need::optional, {}}},
          run_jobs};
}

}  // namespace cli
