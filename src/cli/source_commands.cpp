// jenjang new, add, sources: what a study is filed from.
#include <algorithm>
#include <optional>

#include "assessment/names.hpp"
#include "cli/command.hpp"
#include "cli/reading.hpp"
#include "cli/record.hpp"
#include "cli/shared.hpp"
#include "document/format.hpp"
#include "report/ocr_note.hpp"
#include "workflow/add_sources.hpp"
#include "workflow/correct_record.hpp"
#include "workflow/messages.hpp"

namespace cli {

namespace {

using codec::Value;
using workflow::Access;

int run_new(Console& console, const Words& words) {
  const workflow::NewAssessment wanted{words.word("--model"),
                                       words.word("--organization"),
                                       words.word("--period"),
                                       words.word("--target")};
  const auto created =
      workflow::create_assessment(words.word("WORKSPACE"), wanted, console.context());
  if (!created) return console.fail(created.error());
  console.say("cli.new.done",
              {{"file", words.word("WORKSPACE")}, {"name", workflow::name_assessment(*created)}});
  return exit_ok;
}

void report_added(Console& console, const workflow::AddedFile& file) {
  for (const auto& source : file.sources) {
    console.say(
        source.page_count > 0 ? "cli.add.filed" : "cli.add.filed_entry",
        {{"code", source.code}, {"file", file.path}, {"pages", std::to_string(source.page_count)}});
    if (!source.revises.empty())
      console.say("cli.sources.revises", {{"code", source.code}, {"older", source.revises}});
    report_reading(console, source);
  }
  for (const auto& code : file.already_there)
    console.say("cli.add.already_there", {{"file", file.path}, {"code", code}});
  for (const auto& work : file.same_works)
    console.say(
        "cli.add.same_work",
        {{"file", file.path}, {"entry", work.entry}, {"code", work.there}, {"doi", work.doi}});
  if (file.error)
    console.say("cli.add.refused",
                {{"file", file.path}, {"reason", workflow::tell(console.catalog(), *file.error)}});
}

std::size_t count_office_files(const workflow::AddedFile& file) {
  return static_cast<std::size_t>(
      std::ranges::count_if(file.sources, [](const assessment::Source& source) {
        const auto format = document::find_format(source.format);
        return format && document::is_office_format(*format);
      }));
}

int run_add(Console& console, const Words& words) {
  auto workspace = open(words, Access::write);
  if (!workspace) return console.fail(workspace.error());
  const workflow::AddRequest request{words.words("SOURCE"), words.word("--as")};
  const auto added = workflow::add_sources(
      *workspace, request, console.context(), [&](const workflow::AddProgress& place) {
        console.show_progress(
            console.sentence(place.pages > 0 ? "cli.add.progress_ocr" : "cli.add.progress",
                             {{"number", std::to_string(place.number)},
                              {"count", std::to_string(place.count)},
                              {"file", place.path},
                              {"read", std::to_string(place.pages_read)},
                              {"pages", std::to_string(place.pages)}}));
      });
  console.end_progress();
  if (!added) return console.fail(added.error());
  std::size_t filed = 0;
  std::size_t refused = 0;
  std::size_t to_print = 0;
  for (const auto& file : *added) {
    report_added(console, file);
    filed += file.sources.size();
    refused += file.error ? 1U : 0U;
    to_print += count_office_files(file);
  }
  if (to_print > 0)
    console.say("cli.add.to_print",
                {{"count", std::to_string(to_print)}, {"file", words.word("WORKSPACE")}});
  console.say("cli.add.result",
              {{"filed", std::to_string(filed)}, {"refused", std::to_string(refused)}});
  if (refused == 0) return exit_ok;
  // A single file gives its own code, and so does a failure that stopped the whole: it stands last.
  const auto& last = added->back().error;
  const int code = last ? to_exit_code(last->kind) : exit_invalid;
  const bool stopped = code != exit_not_found && code != exit_denied;
  return added->size() == 1 || stopped ? code : static_cast<int>(exit_invalid);
}

Value describe_observation(const assessment::Source& source) {
  const auto& observation = *source.observation;
  Value one = Value::of_mapping();
  one.add("date", Value::of_text(source.date));
  one.add("place", Value::of_text(source.place));
  one.add("latitude", Value::of_text(observation.latitude));
  one.add("longitude", Value::of_text(observation.longitude));
  one.add("observer", Value::of_text(source.observer));
  one.add("observer_role", Value::of_text(observation.observer_role));
  one.add("method", Value::of_text(source.method));
  one.add("respondent_role", Value::of_text(observation.respondent_role));
  one.add("respondent", Value::of_text(observation.respondent));
  one.add("consent", Value::of_text(std::string(assessment::format_consent(observation.consent))));
  Value& photos = one.add("photos", Value::of_sequence());
  for (const auto& photo : observation.photos) {
    Value& entry = photos.items.emplace_back(Value::of_mapping());
    entry.add("path", Value::of_text(photo.path));
    entry.add("digest", Value::of_text(photo.digest));
  }
  return one;
}

Value describe_source(const assessment::Source& source) {
  Value one = Value::of_mapping();
  one.add("code", Value::of_text(source.code));
  one.add("kind", Value::of_text(std::string(assessment::format_source_kind(source.kind))));
  one.add("state", Value::of_text(std::string(assessment::format_source_state(source.state))));
  one.add("title", Value::of_text(source.title));
  one.add("format", Value::of_text(source.format));
  one.add("pages", Value::of_integer(source.page_count));
  one.add("digest", Value::of_text(source.digest));
  one.add("revises", Value::of_text(source.revises));
  one.add("record", describe_record(source));
  one.add("corrections", describe_corrections(source));
  one.add("signatures", describe_signatures(source));
  if (source.reference) one.add("doi", Value::of_text(source.reference->doi));
  if (source.observation) one.add("observation", describe_observation(source));
  Value& problems = one.add("problems", Value::of_sequence());
  for (const auto& problem : source.problems) {
    Value entry = Value::of_mapping();
    entry.add("id", Value::of_text(problem.id));
    entry.add("page", problem.page ? Value::of_integer(*problem.page) : Value());
    entry.add("detail", Value::of_text(problem.detail));
    problems.items.push_back(std::move(entry));
  }
  Value& ocr = one.add("ocr", Value::of_sequence());
  for (const auto& reading : source.ocr_readings) ocr.items.push_back(describe_ocr(reading));
  Value& without = one.add("pages_without_text", Value::of_sequence());
  for (const int page : list_pages_without_text(source))
    without.items.push_back(Value::of_integer(page));
  return one;
}

/// Columns of the list in which no source has anything are left out.
void drop_empty(Listing& list, std::size_t first, std::size_t last) {
  for (auto column = last; column-- > first;) {
    const auto at = static_cast<std::ptrdiff_t>(column);
    if (std::ranges::any_of(list.rows, [&](const auto& row) { return !row[column].empty(); }))
      continue;
    for (auto& row : list.rows) row.erase(row.begin() + at);
    list.head_keys.erase(list.head_keys.begin() + at);
    list.right.erase(list.right.begin() + at);
  }
}

std::vector<std::string> show_source(const Console& console, const assessment::Source& source) {
  const auto without_text = list_pages_without_text(source).size();
  std::vector<std::string> row{
      source.code,
      console.sentence("cli.source_kind." + std::string(format_source_kind(source.kind)))};
  for (auto& cell : show_record(console, source)) row.push_back(std::move(cell));
  for (auto& cell : std::vector<std::string>{
           console.sentence("cli.source_state." + std::string(format_source_state(source.state))),
           source.page_count > 0 ? std::to_string(source.page_count) : "–",
           show_ocr(console, source),
           without_text > 0 ? std::to_string(without_text) : "–",
           source.digest.substr(0, 12),
           source.problems.empty() ? "–" : std::to_string(source.problems.size())})
    row.push_back(std::move(cell));
  return row;
}

int list_sources(Console& console, bool as_json, const std::vector<assessment::Source>& sources) {
  Value list = Value::of_sequence();
  Listing shown{{"cli.head.code",
                 "cli.head.kind",
                 "cli.head.document_number",
                 "cli.head.date",
                 "cli.head.in_force",
                 "cli.head.confidentiality",
                 "cli.head.state",
                 "cli.head.pages",
                 "cli.head.ocr",
                 "cli.head.without_text",
                 "cli.head.digest",
                 "cli.head.problems"},
                {},
                {false, false, false, false, false, false, false, true, true, true, false, true}};
  for (const auto& source : sources) {
    list.items.push_back(describe_source(source));
    shown.rows.push_back(show_source(console, source));
  }
  drop_empty(shown, 2, 6);
  return print_list(console, as_json, list, shown);
}

int show_one(Console& console, bool as_json, const assessment::Source& source) {
  if (as_json) {
    console.print_json(Value::of_sequence({describe_source(source)}));
    return exit_ok;
  }
  print_record(console, source);
  print_signatures(console, source);
  print_reading(console, source);
  return exit_ok;
}

int correct(Console& console, const Words& words) {
  if (!words.has("--source")) return console.fail_usage("cli.usage.set_needs_source");
  auto workspace = open(words, Access::write);
  if (!workspace) return console.fail(workspace.error());
  const auto source = workflow::correct_record(*workspace,
                                               {words.word("--source"),
                                                words.words("--set"),
                                                person(words, "--by"),
                                                words.word("--because")},
                                               console.context());
  if (!source) return console.fail(source.error());
  console.say("cli.sources.corrected",
              {{"code", source->code}, {"count", std::to_string(words.words("--set").size())}});
  return show_one(console, words.has("--json"), *source);
}

int run_sources(Console& console, const Words& words) {
  if (words.has("--set")) return correct(console, words);
  auto workspace = open(words, Access::read);
  if (!workspace) return console.fail(workspace.error());
  const auto sources = workspace->store.load_sources(workspace->assessment.id);
  if (!sources) return console.fail(sources.error());
  const auto code = words.word("--source");
  if (code.empty()) return list_sources(console, words.has("--json"), *sources);
  const auto named = std::ranges::find(*sources, code, &assessment::Source::code);
  if (named == sources->end())
    return console.fail({base::ErrorKind::not_found, "source.unknown", {{"source", code}}});
  return show_one(console, words.has("--json"), *named);
}

}  // namespace

Command new_command() {
  return {"new",
          {{"WORKSPACE", Shape::word, Need::required, {}},
           {"--model", Shape::word, Need::required, {}},
           {"--organization", Shape::word, Need::required, {}},
           {"--period", Shape::word, Need::optional, {}},
           {"--target", Shape::word, Need::optional, {}}},
          run_new};
}

Command add_command() {
  return {"add",
          {{"WORKSPACE", Shape::word, Need::required, {}},
           {"SOURCE", Shape::words, Need::required, {}},
           {"--as", Shape::word, Need::optional, {}},
           {"--assessment", Shape::word, Need::optional, {}}},
          run_add};
}

Command sources_command() {
  return {"sources",
          {{"WORKSPACE", Shape::word, Need::required, {}},
           {"--source", Shape::word, Need::optional, {}},
           {"--set", Shape::words, Need::optional, {}},
           {"--by", Shape::word, Need::optional, {}},
           {"--because", Shape::word, Need::optional, {}},
           {"--json", Shape::flag, Need::optional, {}},
           {"--assessment", Shape::word, Need::optional, {}}},
          run_sources};
}

}  // namespace cli
