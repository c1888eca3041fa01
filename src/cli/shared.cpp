// Opens, names, writes.
#include "cli/shared.hpp"

#include <cstdlib>

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include "base/files.hpp"
#include "workflow/messages.hpp"

namespace cli {

base::Result<workflow::Workspace> open(const Words& words, workflow::Access access) {
  return workflow::open_workspace(words.word("WORKSPACE"), access, words.word("--assessment"));
}

std::string person(const Words& words, std::string_view argument) {
  if (words.has(argument)) return words.word(argument);
  for (const char* name : {"LOGNAME", "USER"})
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return value;
  const passwd* entry = ::getpwuid(::geteuid());
  return entry == nullptr ? "" : entry->pw_name;
}

codec::Value describe_locator(const document::Locator& locator) {
  using codec::Value;
  Value steps = Value::of_sequence();
  for (const auto& step : locator) {
    Value one = Value::of_mapping();
    one.add("kind", Value::of_text(std::string(document::name_of(step.kind))));
    one.add("label", Value::of_text(step.label));
    steps.items.push_back(std::move(one));
  }
  return steps;
}

int write_out(Console& console, const std::string& file, std::string_view bytes) {
  if (file.empty()) {
    console.print_bytes(bytes);
    return exit_ok;
  }
  const auto written = base::write_file(file, bytes);
  if (!written) return console.fail(written.error());
  console.say("cli.written", {{"file", file}});
  return exit_ok;
}

int say_imported(Console& console,
                 const std::string& file,
                 const base::Result<workflow::ImportedRows>& imported) {
  if (!imported) return console.fail(imported.error());
  for (const auto& problem : imported->problems)
    console.say("cli.import.problem",
                {{"file", file},
                 {"line", std::to_string(problem.line)},
                 {"reason", workflow::tell(console.catalog(), problem.error)}});
  if (!imported->problems.empty()) {
    console.say("cli.import.refused",
                {{"file", file}, {"count", std::to_string(imported->problems.size())}});
    return exit_invalid;
  }
  console.say("cli.import.done",
              {{"file", file},
               {"added", std::to_string(imported->added)},
               {"unchanged", std::to_string(imported->unchanged)}});
  return exit_ok;
}

int print_list(Console& console, bool as_json, const codec::Value& list, const Listing& listing) {
  if (as_json)
    console.print_json(list);
  else if (listing.rows.empty() && !listing.none_key.empty())
    console.say(listing.none_key);
  else
    console.print_listing(listing.head_keys, listing.rows, listing.right);
  return exit_ok;
}

codec::Value describe_real(double number) {
  return codec::Value::of_number(fmt::format("{:.6g}", number));
}

codec::Value describe_ocr(const document::OcrReading& reading) {
  const auto describe_share = [](const std::optional<double>& share) {
    return share ? describe_real(*share) : codec::Value();
  };
  auto one = codec::Value::of_mapping();
  one.add("page", codec::Value::of_integer(reading.page));
  one.add("canonical", codec::Value::of_text(reading.is_canonical ? "ocr" : "layer"));
  one.add("languages", codec::Value::of_text(reading.languages));
  one.add("confidence", describe_real(reading.confidence));
  one.add("known_share", describe_share(reading.known_share));
  one.add("layer_known_share", describe_share(reading.layer_known_share));
  return one;
}

}  // namespace cli
