// Understands argv with CLI11 and runs the verb; usage errors become sentences.
#include "cli/command_line.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>

#include "base/contract.hpp"
#include "cli/command.hpp"
#include "text/similar_words.hpp"
#include "workflow/check_installation.hpp"
#include "workflow/messages.hpp"

namespace cli {

namespace {

constexpr std::string_view language_option = "--lang";

std::string lower(std::string_view name) {
  std::string text(name.substr(std::min(name.find_first_not_of('-'), name.size())));
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
    return static_cast<char>(std::tolower(c));
  });
  return text;
}

std::string language_from_environment() {
  for (const char* name : {"JENJANG_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view locale(value);
    if (locale.starts_with("en")) return "en";
    return "id";
  }
  return "id";
}

/// The language to speak before the command line is understood; empty for one that we do not speak.
std::string choose_language(std::span<const char* const> argv) {
  for (std::size_t i = 1; i < argv.size(); ++i) {
    const std::string_view word(argv[i]);
    std::string_view value;
    if (word == language_option && i + 1 < argv.size())
      value = argv[i + 1];
    else if (word.starts_with("--lang="))
      value = word.substr(7);
    else
      continue;
    return value == "id" || value == "en" ? std::string(value) : "";
  }
  return language_from_environment();
}

std::string help_for(const Console& console, std::string_view verb, const Argument& argument) {
  const std::string special = "cli.argument." + std::string(verb) + "." + lower(argument.name);
  if (console.catalog().has(special)) return console.sentence(special);
  return console.sentence("cli.argument." + lower(argument.name));
}

/// The places that CLI11 fills, one per argument, alive while it parses.
struct Place {
  const Argument* argument = nullptr;
  std::vector<std::string> words;
  bool flag = false;
  CLI::Option* option = nullptr;
};

void declare(CLI::App& app,
             const Console& console,
             const Command& command,
             std::vector<Place>& places) {
  places.reserve(command.arguments.size());
  for (const Argument& argument : command.arguments) {
    Place& place = places.emplace_back();
    place.argument = &argument;
    const std::string name(argument.name == "-o" ? "-o,--output" : argument.name);
    const std::string help = help_for(console, command.verb, argument);
    if (argument.shape == Shape::flag) {
      place.option = app.add_flag(name, place.flag, help);
      continue;
    }
    place.option = app.add_option(name, place.words, help);
    place.option->expected(argument.shape == Shape::words ? -1 : 1);
    place.option->allow_extra_args(argument.shape == Shape::words);
    if (argument.shape != Shape::words)
      place.option->multi_option_policy(CLI::MultiOptionPolicy::Throw);
    if (argument.shape == Shape::number) place.option->check(CLI::TypeValidator<int>("INT"));
    if (argument.need == Need::required) place.option->required();
    if (!argument.choices.empty())
      place.option->check(CLI::IsMember(
          std::vector<std::string>(argument.choices.begin(), argument.choices.end())));
  }
}

Words collect(const std::vector<Place>& places) {
  Words words;
  for (const Place& place : places) {
    if (place.option->count() == 0) continue;
    words.put(
        place.argument->name,
        place.argument->shape == Shape::flag ? std::vector<std::string>{"true"} : place.words);
  }
  return words;
}

void print_overview(Console& console) {
  console.print(console.sentence("cli.overview.head"));
  console.print("");
  std::size_t width = 0;
  for (const Command& command : list_commands()) width = std::max(width, command.verb.size());
  for (const Command& command : list_commands())
    console.print("  " + std::string(command.verb) +
                  std::string(width + 2 - command.verb.size(), ' ') +
                  console.sentence("cli." + std::string(command.verb) + ".summary"));
  console.print("");
  console.print(console.sentence("cli.overview.foot"));
}

void print_help(Console& console, const Command& command, CLI::App& app) {
  const std::string verb(command.verb);
  console.print(console.sentence("cli." + verb + ".summary"));
  console.print("");
  console.print(console.sentence("cli.help.examples"));
  console.print(console.sentence("cli." + verb + ".examples"));
  console.print("");
  app.name("jenjang " + verb);
  auto formatter = std::make_shared<CLI::Formatter>();
  formatter->label("Usage", console.sentence("cli.help.usage"));
  formatter->label("OPTIONS", console.sentence("cli.help.options"));
  formatter->label("Positionals", console.sentence("cli.help.positionals_title"));
  formatter->label("REQUIRED", console.sentence("cli.help.required"));
  formatter->column_width(34);
  app.formatter(formatter);
  console.print(app.help());
}

std::string before(const std::string& words, std::string_view mark) {
  return words.substr(0, words.find(mark));
}

std::string after(const std::string& words, std::string_view mark) {
  const auto found = words.find(mark);
  return found == std::string::npos ? words : words.substr(found + mark.size());
}

/// "--stage: foo not in {self,final}" and "--limit: Failed parsing zz as a INT".
int explain_value(Console& console, const Command& command, const std::string& said) {
  const std::string option = before(said, ": ");
  const bool is_word = said.find(" not in {") != std::string::npos;
  const bool is_number = said.find("Failed parsing ") != std::string::npos;
  std::string given = after(said, is_number ? "Failed parsing " : ": ");
  given = before(given, is_number ? " as a " : " not in {");
  std::string known;
  for (const char c : is_word ? before(after(said, " not in {"), "}") : "")
    known += c == ',' ? std::string(", ") : std::string(1, c);
  const char* key = is_word     ? "cli.usage.not_among"
                    : is_number ? "cli.usage.not_whole"
                                : "cli.usage.ValidationError";
  return console.fail_usage(
      key, {{"verb", command.verb}, {"detail", option + " " + given}, {"known", known}});
}

std::vector<text::KnownWord> list_options(const Command& command) {
  std::vector<text::KnownWord> options = {{"--help"}, {std::string(language_option)}, {"--output"}};
  for (const Argument& argument : command.arguments)
    if (argument.name.starts_with("--")) options.push_back({std::string(argument.name)});
  return options;
}

/// The name that was probably meant; empty where none looks alike.
std::string find_meant(std::string_view typed, const std::vector<text::KnownWord>& names) {
  const auto similar = text::choose_similar(typed, names);
  return similar.empty() ? "" : similar.front();
}

/// Words that nothing takes; a mistyped option is told its likely name.
int explain_extras(Console& console, const Command& command, const std::string& extras) {
  const auto dashes = extras.find("--");
  const auto typed = dashes == std::string::npos ? "" : extras.substr(dashes);
  const auto nearest =
      find_meant(typed.substr(0, typed.find_first_of(" =")), list_options(command));
  const char* key = nearest.empty() ? "cli.usage.ExtrasError" : "cli.usage.option_unknown_nearest";
  return console.fail_usage(key,
                            {{"verb", command.verb}, {"detail", extras}, {"nearest", nearest}});
}

/// An option that is missing may be there under a mistyped name: that word, or nothing.
std::string find_mistyped(const Command& command, std::span<const char* const> words) {
  const auto options = list_options(command);
  for (const std::string_view word : words) {
    const auto name = word.substr(0, word.find('='));
    if (name.size() > 2 && name.starts_with("--") &&
        std::ranges::find(options, name, &text::KnownWord::word) == options.end())
      return std::string(word);
  }
  return {};
}

/// CLI11 speaks English; what it names on the command line is said in the reader's language.
int explain_usage(Console& console,
                  const Command& command,
                  std::span<const char* const> words,
                  const CLI::ParseError& error) {
  const std::string said = error.what();
  const auto fail = [&](const char* key, const std::string& detail) {
    return console.fail_usage(key, {{"verb", command.verb}, {"detail", detail}});
  };
  switch (static_cast<CLI::ExitCodes>(error.get_exit_code())) {
    case CLI::ExitCodes::RequiredError:
      if (const auto mistyped = find_mistyped(command, words); !mistyped.empty())
        return explain_extras(console, command, mistyped);
      return fail("cli.usage.RequiredError", before(said, " is required"));
    case CLI::ExitCodes::ExtrasError:
      return explain_extras(console, command, after(said, "expected: "));
    case CLI::ExitCodes::ArgumentMismatch:
      return fail("cli.usage.ArgumentMismatch", before(said, ":"));
    case CLI::ExitCodes::ConversionError:
      return fail("cli.usage.ValidationError", after(said, "Could not convert: "));
    case CLI::ExitCodes::ValidationError:
      return explain_value(console, command, said);
    default:
      return fail("cli.usage.other", said);
  }
}

int run_verb(Console& console, const Command& command, std::span<const char* const> words) {
  CLI::App app;
  app.set_help_flag("");
  app.option_defaults()->group(console.sentence("cli.help.options_title"));
  bool wants_help = false;
  std::string language;
  app.add_flag("-h,--help", wants_help, console.sentence("cli.argument.help"));
  app.add_option(std::string(language_option), language, console.sentence("cli.argument.lang"))
      ->check(CLI::IsMember({"id", "en"}));
  std::vector<Place> places;
  declare(app, console, command, places);
  const bool asks = std::any_of(words.begin(), words.end(), [](std::string_view word) {
    return word == "-h" || word == "--help";
  });
  if (asks) {
    print_help(console, command, app);
    return exit_ok;
  }
  try {
    std::vector<std::string> reversed(words.rbegin(), words.rend());
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    return explain_usage(console, command, words, error);
  }
  return command.run(console, collect(places));
}

workflow::Context make_context() {
  workflow::Context context;
  context.clock = base::read_system_clock;
  context.engine_version = workflow::engine_version();
  context.dictionary_path = "/usr/share/hunspell/id_ID.dic";
  context.english_dictionary_path = "/usr/share/hunspell/en_US.dic";
  std::error_code error;
  const auto folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  for (const char* place : {"jenjang-extract", "../lib/jenjang/jenjang-extract"}) {
    const auto path = folder / place;
    if (!std::filesystem::exists(path, error)) continue;
    context.reading.extractor_path = path.string();
    context.reading.ocr_path = (path.parent_path() / "jenjang-ocr").string();
    context.reading.print_path = (path.parent_path() / "jenjang-print").string();
    break;
  }
  return context;
}

/// The next word from a position on that does not choose the language.
std::size_t skip_language(std::span<const char* const> argv, std::size_t position) {
  while (position < argv.size() && std::string_view(argv[position]).starts_with(language_option))
    position += std::string_view(argv[position]) == language_option ? 2 : 1;
  return std::min(position, argv.size());
}

int dispatch(Console& console, std::span<const char* const> argv) {
  const std::size_t first = skip_language(argv, 1);
  const std::size_t second = skip_language(argv, first + 1);
  const std::string_view word = first < argv.size() ? argv[first] : "";
  if (word == "--version" || word == "version") {
    console.print(workflow::describe_version());
    return exit_ok;
  }
  const bool help_of_verb = word == "help" && second < argv.size();
  if (word.empty() || word == "-h" || word == "--help" || (word == "help" && !help_of_verb)) {
    print_overview(console);
    return exit_ok;
  }
  const std::string_view verb = help_of_verb ? argv[second] : word;
  for (const Command& command : list_commands()) {
    if (command.verb != verb) continue;
    if (help_of_verb) return run_verb(console, command, std::array<const char*, 1>{"--help"});
    return run_verb(console, command, argv.subspan(first + 1));
  }
  std::vector<text::KnownWord> verbs;
  for (const Command& command : list_commands()) verbs.push_back({std::string(command.verb)});
  const auto nearest = find_meant(verb, verbs);
  if (nearest.empty()) return console.fail_usage("cli.usage.verb_unknown", {{"verb", verb}});
  return console.fail_usage("cli.usage.verb_unknown_nearest",
                            {{"verb", verb}, {"nearest", nearest}});
}

}  // namespace

int run_command_line(std::span<const char* const> argv) {
  // The version needs no language: said before the catalogue is read, it costs a start and no more.
  if (argv.size() == 2 && std::string_view(argv[1]) == "--version") {
    std::puts(workflow::describe_version().c_str());
    return exit_ok;
  }
  const std::string language = choose_language(argv);
  Console console(workflow::load_catalog(language.empty() ? "id" : language), make_context());
  if (language.empty()) return console.fail_usage("cli.usage.language_unknown");
  try {
    const int code = dispatch(console, argv);
    console.end_progress();
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
      return console.fail({base::ErrorKind::unavailable, "file.disk_full", {{"file", "stdout"}}});
    return code;
  } catch (const base::BrokenContract& broken) {
    return console.fail({base::ErrorKind::internal, "cli.internal", {{"detail", broken.what()}}});
  } catch (const std::exception& unexpected) {
    return console.fail(
        {base::ErrorKind::internal, "cli.internal", {{"detail", unexpected.what()}}});
  }
}

}  // namespace cli
