// Benchmarks of the main job: models loaded, a dossier evaluated, a table scored, a process
// started.
#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/files.hpp"
#include "evaluation/compiled_model.hpp"
#include "evaluation/evaluation.hpp"
#include "workflow/build_example.hpp"
#include "workflow/load_model.hpp"
#include "workflow/score_table.hpp"

namespace {

namespace fs = std::filesystem;

/// The example's model and dossier, built once in a temporary folder.
struct Example {
  model::Model model;
  assessment::Dossier dossier;
};

workflow::Context make_context() {
  workflow::Context context;
  context.clock = [] { return std::string("2026-11-24T00:00:00Z"); };
  context.engine_version = "bench";
  context.reading.extractor_path = JENJANG_EXTRACT_PROGRAM;
  return context;
}

const Example& example() {
  static const Example built = [] {
    const auto folder = fs::temp_directory_path() / ("jenjang-bench-" + std::to_string(::getpid()));
    const auto result =
        workflow::build_example(folder.string(), make_context(), [](std::string_view) {});
    if (!result) std::abort();
    Example value;
    {
      auto workspace = workflow::open_workspace(result->workspace_path, workflow::Access::read);
      if (!workspace) std::abort();
      value.model = std::move(workspace->model);
      value.dossier = *workspace->store.load_dossier(workspace->assessment.id);
    }
    fs::remove_all(folder);
    return value;
  }();
  return built;
}

void evaluate_example(benchmark::State& state) {
  const auto& [model, dossier] = example();
  for (auto _ : state) benchmark::DoNotOptimize(evaluation::evaluate(model, dossier, {}));
}

void score_prepared_dossier(benchmark::State& state) {
  const auto& [model, dossier] = example();
  const auto compiled = evaluation::CompiledModel::compile(model);
  const auto prepared = compiled->prepare(model, dossier);
  std::vector<std::int64_t> answers(compiled->indicator_count());
  std::vector<evaluation::Fraction> figures(compiled->node_count());
  for (auto _ : state) {
    compiled->score_prepared(*prepared, answers, figures);
    benchmark::DoNotOptimize(figures.data());
    benchmark::ClobberMemory();
  }
  // First shown equal: the index of the compiled form is the index of evaluate.
  if (figures[0].to_rational() != *evaluation::evaluate(model, dossier, {}).nodes[0].value)
    state.SkipWithError("figures differ");
}

void load_model(benchmark::State& state, const char* id) {
  for (auto _ : state) {
    auto loaded = workflow::load_model(id);
    benchmark::DoNotOptimize(loaded);
  }
}

/// The table of SPBE 2021 where the shared data are present.
std::string table_path() {
  const char* shared = std::getenv("JENJANG_SHARED");
  return shared == nullptr ? "" : std::string(shared) + "/published/spbe_2021.csv";
}

void score_table(benchmark::State& state) {
  const auto csv = base::read_file(table_path(), 64 << 20);
  if (!csv) {
    state.SkipWithError("JENJANG_SHARED is not there");
    return;
  }
  const auto loaded = workflow::load_model("spbe-2020");
  for (auto _ : state) {
    auto scored = workflow::score_table(loaded->model, *csv, {});
    benchmark::DoNotOptimize(scored);
  }
}

/// Runs the program once, output to nowhere, and waits for its end.
void run_program(benchmark::State& state, std::vector<std::string> words) {
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int stream : {1, 2})
    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0);
  for (auto _ : state) {
    pid_t child = 0;
    int status = 0;
    if (posix_spawn(&child, argv[0], &actions, nullptr, argv.data(), environ) != 0 ||
        waitpid(child, &status, 0) != child || status != 0) {
      state.SkipWithError("the program failed");
      break;
    }
  }
  posix_spawn_file_actions_destroy(&actions);
}

void start_version(benchmark::State& state) {
  run_program(state, {JENJANG_PROGRAM, "--version"});
}

void run_batch(benchmark::State& state) {
  const auto output =
      fs::temp_directory_path() / ("jenjang-bench-" + std::to_string(::getpid()) + ".csv");
  run_program(
      state,
      {JENJANG_PROGRAM, "batch", "--model", "spbe-2020", table_path(), "-o", output.string()});
  fs::remove(output);
}

void load_somm(benchmark::State& state) {
  load_model(state, "somm");
}

void load_spbe(benchmark::State& state) {
  load_model(state, "spbe-2020");
}

BENCHMARK(score_prepared_dossier);                           // target 2 us
BENCHMARK(evaluate_example)->Unit(benchmark::kMicrosecond);  // target 100 us
BENCHMARK(load_spbe)->Unit(benchmark::kMillisecond);         // target 3 ms
BENCHMARK(load_somm)->Unit(benchmark::kMillisecond);         // target 12 ms
BENCHMARK(score_table)->Unit(benchmark::kMillisecond);
BENCHMARK(run_batch)->Unit(benchmark::kMillisecond)->UseRealTime();  // target 15 ms as a process
BENCHMARK(start_version)->Unit(benchmark::kMillisecond)->UseRealTime();  // target 4 ms

}  // namespace

BENCHMARK_MAIN();
