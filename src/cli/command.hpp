// A verb: its name, what it takes, and the function that does it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/console.hpp"

namespace cli {

/// A verb of the command line. Its summary is the sentence `cli.<verb>.summary`, its examples
/// `cli.<verb>.examples`.
struct Command {
  std::string_view verb;
  std::vector<Argument> arguments;
  int (*run)(Console& console, const Words& words) = nullptr;
};

/// All verbs, in the order in which help lists them.
std::span<const Command> list_commands();

// The verbs by file.
Command model_command();
Command new_command();
Command add_command();
Command sources_command();
Command page_command();
Command jobs_command();
Command search_command();
Command suggest_command();
Command cite_command();
Command evidence_command();
Command code_command();
Command codes_command();
Command undo_command();
Command reanchor_command();
Command findings_command();
Command rate_command();
Command ratings_command();
Command evaluate_command();
Command explain_command();
Command report_command();
Command batch_command();
Command qda_command();
Command export_command();
Command backup_command();
Command restore_command();
Command verify_command();
Command doctor_command();
Command demo_command();

}  // namespace cli
