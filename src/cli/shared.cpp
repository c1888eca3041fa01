// Opens, names, writes.
#include "cli/shared.hpp"

#include <cstdlib>

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

void list_problems(Console& console,
                   const std::string& file,
                   const std::vector<workflow::LineProblem>& problems) {
  for (const auto& problem : problems)
    console.say("cli.import.problem",
                {{"file", file},
                 {"line", std::to_string(problem.line)},
                 {"reason", workflow::tell(console.catalog(), problem.error)}});
  console.say("cli.import.refused", {{"file", file}, {"count", std::to_string(problems.size())}});
}

}  // namespace cli
