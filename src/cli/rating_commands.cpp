// jenjang rate and ratings: what raters say.
#include "assessment/names.hpp"
#include "base/files.hpp"
#include "cli/command.hpp"
#include "cli/shared.hpp"
#include "workflow/exchange_ratings.hpp"
#include "workflow/import_workbook.hpp"
#include "workflow/rate_indicator.hpp"

namespace cli {

namespace {

using workflow::Access;

constexpr std::int64_t csv_bytes_max = 64LL << 20;

/// Exactly one way of answering must be given.
std::optional<workflow::RateRequest> read_answer(const Words& words) {
  const int ways = (words.has("--value") ? 1 : 0) + (words.has("--not-applicable") ? 1 : 0) +
                   (words.has("--outcome") ? 1 : 0) + (words.has("--withdraw") ? 1 : 0);
  if (ways != 1) return std::nullopt;
  workflow::RateRequest request;
  request.value = words.word("--value");
  request.withdraw = words.has("--withdraw");
  if (words.has("--not-applicable")) {
    request.outcome = assessment::Outcome::not_applicable;
    request.reason = words.word("--not-applicable");
  }
  if (words.has("--outcome")) request.outcome = *assessment::parse_outcome(words.word("--outcome"));
  return request;
}

int run_rate(Console& console, const Words& words) {
  auto request = read_answer(words);
  if (!request) return console.fail_usage("cli.usage.one_answer");
  request->indicator = words.word("--indicator");
  request->rater = person(words, "--rater");
  request->stage = assessment::parse_stage(words.word("--stage")).value_or(assessment::Stage::self);
  request->checks = words.words("--check");
  request->because = words.word("--because");
  request->confidence = words.number("--confidence");
  auto workspace = open(words, Access::write);
  if (!workspace) return console.fail(workspace.error());
  const auto rating = workflow::rate_indicator(*workspace, *request, console.context());
  if (!rating) return console.fail(rating.error());
  console.say(rating->withdrawn ? "cli.rate.withdrawn" : "cli.rate.done",
              {{"indicator", rating->indicator_code},
               {"rater", rating->rater},
               {"file", words.word("WORKSPACE")}});
  return exit_ok;
}

/// Which column was taken for what, so that nobody has to believe a guess.
void say_mapping(Console& console, const workflow::WorkbookMapping& mapping) {
  console.say("cli.ratings.sheet",
              {{"sheet", mapping.sheet}, {"row", std::to_string(mapping.head_row)}});
  for (const auto& field : workflow::rating_fields()) {
    const auto column = mapping.columns.find(field);
    const auto constant = mapping.constants.find(field);
    if (column != mapping.columns.end())
      console.say("cli.ratings.column", {{"field", field}, {"column", column->second}});
    else if (constant != mapping.constants.end())
      console.say("cli.ratings.constant", {{"field", field}, {"value", constant->second}});
  }
}

int import_sheet(Console& console,
                 const Words& words,
                 workflow::Workspace& workspace,
                 const std::string& bytes) {
  constexpr std::int64_t mapping_bytes_max = 1LL << 20;
  const std::string file = words.word("FILE");
  workflow::WorkbookRequest request{bytes, file, {}, person(words, "--rater")};
  if (words.has("--mapping")) {
    const auto yaml = base::read_file(words.word("--mapping"), mapping_bytes_max);
    if (!yaml) return console.fail(yaml.error());
    const auto mapping = workflow::parse_mapping(*yaml);
    if (!mapping) return console.fail(mapping.error());
    request.mapping = *mapping;
  }
  const auto imported = workflow::import_workbook(workspace, request, console.context());
  if (!imported) return console.fail(imported.error());
  say_mapping(console, imported->mapping);
  if (imported->without_answer > 0)
    console.say("cli.ratings.without_answer",
                {{"count", std::to_string(imported->without_answer)}});
  if (words.has("--save-mapping")) {
    const auto written = write_out(
        console, words.word("--save-mapping"), workflow::format_mapping(imported->mapping));
    if (written != exit_ok) return written;
  }
  return say_imported(console, file, imported->rows);
}

int run_ratings(Console& console, const Words& words) {
  const std::string action = words.word("ACTION");
  const std::string file = words.word("FILE");
  auto workspace = open(words, action == "import" ? Access::write : Access::read);
  if (!workspace) return console.fail(workspace.error());
  if (action == "export") {
    const auto csv = workflow::export_ratings(*workspace);
    return csv ? write_out(console, file, *csv) : console.fail(csv.error());
  }
  const auto bytes = base::read_file(file, csv_bytes_max);
  if (!bytes) return console.fail(bytes.error());
  if (workflow::may_be_workbook(*bytes)) return import_sheet(console, words, *workspace, *bytes);
  if (words.has("--mapping") || words.has("--save-mapping"))
    return console.fail_usage("cli.usage.mapping_needs_workbook", {{"file", file}});
  return say_imported(
      console, file, workflow::import_ratings(*workspace, *bytes, console.context()));
}

}  // namespace

Command rate_command() {
  return {
      "rate",
      {{"WORKSPACE", Shape::word, Need::required, {}},
       {"--indicator", Shape::word, Need::required, {}},
       {"--rater", Shape::word, Need::optional, {}},
       {"--value", Shape::word, Need::optional, {}},
       {"--check", Shape::words, Need::optional, {}},
       {"--not-applicable", Shape::word, Need::optional, {}},
       {"--outcome", Shape::word, Need::optional, {"awaiting_external", "insufficient_evidence"}},
       {"--withdraw", Shape::flag, Need::optional, {}},
       {"--stage",
        Shape::word,
        Need::optional,
        {"self", "document", "interview", "visit", "final"}},
       {"--because", Shape::word, Need::optional, {}},
       {"--confidence", Shape::number, Need::optional, {}},
       {"--assessment", Shape::word, Need::optional, {}}},
      run_rate};
}

Command ratings_command() {
  return {"ratings",
          {{"WORKSPACE", Shape::word, Need::required, {}},
           {"ACTION", Shape::word, Need::required, {"import", "export"}},
           {"FILE", Shape::word, Need::required, {}},
           {"--mapping", Shape::word, Need::optional, {}},
           {"--save-mapping", Shape::word, Need::optional, {}},
           {"--rater", Shape::word, Need::optional, {}},
           {"--assessment", Shape::word, Need::optional, {}}},
          run_ratings};
}

}  // namespace cli
