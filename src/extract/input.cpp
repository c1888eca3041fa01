// Reads standard input up to a limit.
#include "extract/input.hpp"

#include <array>

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

}  // namespace extract
