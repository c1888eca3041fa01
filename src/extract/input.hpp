// What the two programs of this room have in common: their input, and how they end.
#pragma once

#include <optional>
#include <string>

namespace extract {

constexpr int exit_done = 0;
constexpr int exit_usage = 2;
constexpr int exit_not_read = 3;
constexpr int exit_language_missing = 4;
constexpr int exit_not_confined = 7;

/// All of standard input. Empty where it is larger than a document may be (128 MiB).
std::optional<std::string> read_input();

}  // namespace extract
