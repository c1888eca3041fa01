// The table of verbs.
#include <array>

#include "cli/command.hpp"

namespace cli {

std::span<const Command> list_commands() {
  // clang-format off: one verb a line
  static const std::array commands = {
      demo_command(),
      model_command(),
      new_command(),
      add_command(),
      sources_command(),
      page_command(),
      jobs_command(),
      search_command(),
      suggest_command(),
      cite_command(),
      evidence_command(),
      code_command(),
      codes_command(),
      undo_command(),
      reanchor_command(),
      rate_command(),
      ratings_command(),
      evaluate_command(),
      explain_command(),
      findings_command(),
      report_command(),
      batch_command(),
      qda_command(),
      export_command(),
      backup_command(),
      restore_command(),
      verify_command(),
      doctor_command(),
  };
  // clang-format on
  return commands;
}

}  // namespace cli
