// The program jenjang-extract: one document in, lines out, in a process of its own.
#include <cstdio>
#include <new>

#include "extract/confine.hpp"
#include "extract/formats.hpp"
#include "extract/input.hpp"

namespace {

std::optional<extract::Failure> extract_input() {
  try {
    const auto bytes = extract::read_input();
    return bytes ? extract::extract_document(*bytes) : extract::Failure{"too_large"};
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
    return extract::exit_not_confined;
  }
  const auto failure = extract_input();
  if (failure) extract::write_failure(*failure);
  if (!extract::flush_lines()) return extract::exit_not_confined;
  return failure ? extract::exit_not_read : extract::exit_done;
}
