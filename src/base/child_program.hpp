// Runs a program of ours under limits: bytes in, bytes out, and the end of it whatever it does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace base {

/// How long and how much a child may. It is killed when the wall clock or the output runs over.
struct ChildLimits {
  int wall_milliseconds = 60'000;
  int cpu_seconds = 20;
  std::int64_t memory_bytes = 512LL * 1024 * 1024;  ///< address space; 0 for no limit
  std::int64_t output_bytes = 256LL * 1024 * 1024;
  std::int64_t file_bytes = 64LL * 1024 * 1024;  ///< the largest file it may write
  int open_files = 16;
};

/// How a child ended. `exit_code` holds only where `signal` is 0.
struct ChildOutcome {
  int exit_code = 0;
  int signal = 0;
  bool timed_out = false;        ///< the wall clock or its processor time ran out
  bool too_much_output = false;  ///< `output` is what came before the limit
  std::string output;
  std::string error_tail;  ///< the last 4 KiB that it wrote to standard error
};

/// Runs `program` (a path; no shell, no search) with these bytes on its standard input.
///
/// The child has an environment of LANG=C.UTF-8 only, no other open files, its own process group,
/// and dies with us. Its input is a sealed file in memory that it can seek but not change. Errors
/// (kind unavailable): child.not_started with program and reason.
Result<ChildOutcome> run_child_program(const std::string& program,
                                       const std::vector<std::string>& arguments,
                                       std::string_view input,
                                       const ChildLimits& limits = {});

/// Several runs of one program. `take` is told a run's number and how it ended, in the order in
/// which they end, by the thread that waits.
struct ParallelRuns {
  std::vector<std::vector<std::string>> arguments;  ///< of each run
  int at_once = 1;                                  ///< so many children at a time
  std::function<void(std::size_t, ChildOutcome)> take;
};

/// Runs the program once for each list of arguments, each with the same input and under limits of
/// its own. The error is that of the first that does not start; then no child is left.
Result<void> run_child_programs(const std::string& program,
                                const ParallelRuns& runs,
                                std::string_view input,
                                const ChildLimits& limits = {});

}  // namespace base
