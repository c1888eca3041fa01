// The program jenjang-ocr: one page of a document in, its words as lines out, in a process of its
// own.
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

}  // namespace

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
  return extract::finish(read_page(*engine, extract::read_number(arguments[1])));
}
