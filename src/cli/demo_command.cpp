// jenjang demo: the example study, from its documents to its reports.
#include "cli/command.hpp"
#include "cli/profile.hpp"
#include "cli/shared.hpp"
#include "workflow/build_example.hpp"
#include "workflow/evaluate_assessment.hpp"

namespace cli {

namespace {

constexpr const char* default_folder = "jenjang-demo";

int run(Console& console, const Words& words) {
  const std::string folder = words.has("DIR") ? words.word("DIR") : default_folder;
  const auto built = workflow::build_example(folder, console.context(), [&](std::string_view id) {
    console.show_progress(console.sentence(id));
  });
  console.end_progress();
  if (!built) return console.fail(built.error());
  auto workspace = workflow::open_workspace(built->workspace_path, workflow::Access::read);
  if (!workspace) return console.fail(workspace.error());
  const auto evaluated = workflow::evaluate_assessment(*workspace, {});
  if (!evaluated) return console.fail(evaluated.error());
  console.print(console.sentence("demo.filed",
                                 {{"sources", std::to_string(built->sources)},
                                  {"citations", std::to_string(built->citations)},
                                  {"ratings", std::to_string(built->ratings)}}));
  console.print("");
  print_profile(console, workspace->model, workspace->assessment, evaluated->evaluation);
  console.print("");
  console.print(console.sentence("demo.reports"));
  for (const auto& path : built->report_paths) console.print("  " + path);
  console.print("");
  console.print(console.sentence("demo.next", {{"workspace", built->workspace_path}}));
  return exit_ok;
}

}  // namespace

Command demo_command() {
  return {"demo", {{"DIR", Shape::word, Need::optional, {}}}, run};
}

}  // namespace cli
