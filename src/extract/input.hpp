// What the programs of this room have in common: their input, and how they end.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/lines.hpp"

namespace extract {

constexpr int exit_done = 0;
constexpr int exit_usage = 2;
constexpr int exit_not_read = 3;
constexpr int exit_language_missing = 4;
constexpr int exit_office_missing = 5;
constexpr int exit_not_confined = 7;

/// The number that a word spells; 0 where it spells none.
int read_number(std::string_view word);

/// Writes the failure, where there is one, hands everything over, and gives the exit code.
int finish(const std::optional<Failure>& failure);

/// All of standard input. Empty where it is larger than a document may be (128 MiB).
std::optional<std::string> read_input();

}  // namespace extract
