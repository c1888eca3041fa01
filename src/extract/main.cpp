// The program jenjang-extract: one document in, lines out, in a process of its own.
#include <array>
#include <cstdio>
#include <new>
#include <string>

#include <unistd.h>

#include "extract/confine.hpp"
#include "extract/formats.hpp"

namespace {

constexpr std::size_t document_bytes_max = 128U << 20U;

constexpr int exit_done = 0;
constexpr int exit_not_read = 3;
constexpr int exit_not_confined = 7;

// All of standard input; stops one byte behind the limit.
std::string read_input() {
  std::string bytes;
  std::array<char, 65536> buffer;
  while (bytes.size() <= document_bytes_max) {
    const auto size = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (size <= 0) break;
    bytes.append(buffer.data(), static_cast<std::size_t>(size));
  }
  return bytes;
}

std::optional<extract::Failure> extract_input() {
  try {
    const std::string bytes = read_input();
    if (bytes.size() > document_bytes_max) return extract::Failure{"too_large"};
    return extract::extract_document(bytes);
  } catch (const std::bad_alloc&) {
    return extract::Failure{"too_large"};
  }
}

}  // namespace

#ifdef __SANITIZE_ADDRESS__
// The leak checker traces its own process, which the confinement forbids.
extern "C" const char* __asan_default_options() {
  return "detect_leaks=0";
}  // NOLINT
#endif

int main() {
  extract::prepare_readers();
  if (!extract::confine()) {
    std::fputs("jenjang-extract: the kernel refuses to confine this process\n", stderr);
    return exit_not_confined;
  }
  const auto failure = extract_input();
  if (failure) extract::write_failure(*failure);
  if (!extract::flush_lines()) return exit_not_confined;
  return failure ? exit_not_read : exit_done;
}
