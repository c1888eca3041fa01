// From argv to the verb that it names. The one door to CLI11 is command_line.cpp.
#pragma once

#include <span>

namespace cli {

/// Understands argv and runs the verb that it names; the exit code.
int run_command_line(std::span<const char* const> argv);

}  // namespace cli
