// The queue of office files whose pages are still to be printed for looking at.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

enum class PrintState { waiting, failed, done };

/// An office file and how far its printed pages are.
struct PrintJob {
  std::string source;
  PrintState state = PrintState::waiting;
  int attempts = 0;
  std::string at;      ///< of the last thing that happened; empty where nothing did
  std::string reason;  ///< message id of a failure
};

/// Every office file that is filed, in order of filing. There is no list of jobs that could be
/// lost: what has neither printed pages nor a failure waits.
base::Result<std::vector<PrintJob>> list_print_jobs(Workspace& workspace);

struct PrintRequest {
  std::string source;  ///< only this one; empty for all
  bool again = false;  ///< failed ones too
};

struct PrintProgress {
  std::string source;
  std::size_t number = 0;  ///< counted from 1
  std::size_t count = 0;
};

/// Prints what waits, one file after the other; each start and each outcome is kept at once, so
/// that an end in between costs the file at hand only. A file whose printing ended abruptly three
/// times has failed ("print.ended_abruptly"). Gives the files that were printed or failed now.
/// Errors: not_found "source.unknown", invalid "print.no_office_file", unavailable
/// "print.no_office" (nothing is counted as an attempt then), "print.no_folder".
base::Result<std::vector<PrintJob>> run_print_jobs(
    Workspace& workspace,
    const PrintRequest& request,
    const Context& context,
    const std::function<void(const PrintProgress&)>& progress);

}  // namespace workflow
