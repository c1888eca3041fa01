// The program jenjang-ocr: one page of a document in, its words as lines out, in a process of its
// own.
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

#include <unistd.h>

#include "extract/confine.hpp"
#include "extract/input.hpp"
#include "extract/ocr.hpp"
#include "extract/page_picture.hpp"
#include "extract/pdf.hpp"

namespace {

// Tesseract's threads cost more than they give, and the confinement allows none. Its OpenMP asks
// the environment when it is loaded: the program begins anew under the right one.
void begin_with_one_thread(char** arguments) {
  constexpr auto* limit = "OMP_THREAD_LIMIT";
  if (std::getenv(limit) != nullptr) return;
  ::setenv(limit, "1", 1);
  ::execv("/proc/self/exe", arguments);
}

std::optional<extract::Failure> read_page(extract::OcrEngine& engine, int number) {
  try {
    const auto bytes = extract::read_input();
    if (!bytes) return extract::Failure{"too_large"};
    const auto picture = extract::draw_page(*bytes, number);
    if (!picture) return extract::Failure{"damaged"};
    const auto read = engine.read(*picture, number);
    if (!read) return extract::Failure{"damaged"};
    extract::write_head(document::Format::pdf, {});
    extract::write_page(read->page, read->confidence);
    extract::write_end(false);
    return std::nullopt;
  } catch (const std::bad_alloc&) {
    return extract::Failure{"too_large"};
  }
}

int find_page_number(std::string_view word) {
  int number = 0;
  std::from_chars(word.data(), word.data() + word.size(), number);
  return number;
}

}  // namespace

#ifdef __SANITIZE_ADDRESS__
// The leak checker traces its own process, which the confinement forbids.
extern "C" const char* __asan_default_options() {
  return "detect_leaks=0";
}  // NOLINT
#endif

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: jenjang-ocr PAGE LANGUAGES <DOCUMENT\n", stderr);
    return extract::exit_usage;
  }
  begin_with_one_thread(arguments);
  extract::prepare_pdf();
  extract::prepare_drawing();
  auto engine = extract::OcrEngine::load(arguments[2]);
  if (!engine) return extract::exit_language_missing;
  if (!extract::confine()) {
    std::fputs("jenjang-ocr: the kernel refuses to confine this process\n", stderr);
    return extract::exit_not_confined;
  }
  const auto failure = read_page(*engine, find_page_number(arguments[1]));
  if (failure) extract::write_failure(*failure);
  if (!extract::flush_lines()) return extract::exit_not_confined;
  return failure ? extract::exit_not_read : extract::exit_done;
}
