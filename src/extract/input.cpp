// Reads standard input up to a limit.
#include "extract/input.hpp"

#include <array>
#include <charconv>

#include <unistd.h>

namespace extract {

std::optional<std::string> read_input() {
  constexpr std::size_t document_bytes_max = 128U << 20U;
  std::string bytes;
  std::array<char, 65536> buffer;
  while (bytes.size() <= document_bytes_max) {
    const auto size = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (size <= 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(size));
  }
  return std::nullopt;
}

int read_number(std::string_view word) {
  int number = 0;
  std::from_chars(word.data(), word.data() + word.size(), number);
  return number;
}

int finish(const std::optional<Failure>& failure) {
  if (failure) write_failure(*failure);
  if (!flush_lines()) return exit_not_confined;
  return failure ? exit_not_read : exit_done;
}

}  // namespace extract
