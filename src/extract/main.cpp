// The program jenjang-extract: one document in, lines out, in a process of its own; or one page of
// it as a picture.
#include <charconv>
#include <cstdio>
#include <new>
#include <string_view>

#include "extract/confine.hpp"
#include "extract/formats.hpp"
#include "extract/input.hpp"
#include "extract/page_picture.hpp"
#include "extract/pdf.hpp"
#include "extract/pictures.hpp"

namespace {

std::optional<extract::Failure> extract_input() {
  try {
    const auto bytes = extract::read_input();
    return bytes ? extract::extract_document(*bytes) : extract::Failure{"too_large"};
  } catch (const std::bad_alloc&) {
    return extract::Failure{"too_large"};
  }
}

// What is written is a PNG; without one, nothing.
bool draw_input(int number, const std::vector<document::Box>& marks) {
  try {
    const auto bytes = extract::read_input();
    const auto picture = bytes ? extract::draw_page(*bytes, number) : std::nullopt;
    const auto png = picture ? extract::paint_png(*picture, marks) : std::string();
    return !png.empty() && std::fwrite(png.data(), 1, png.size(), stdout) == png.size() &&
           std::fflush(stdout) == 0;
  } catch (const std::bad_alloc&) {
    return false;
  }
}

int read_document() {
  const auto failure = extract_input();
  if (failure) extract::write_failure(*failure);
  if (!extract::flush_lines()) return extract::exit_not_confined;
  return failure ? extract::exit_not_read : extract::exit_done;
}

int draw(std::string_view page, std::string_view boxes) {
  int number = 0;
  std::from_chars(page.data(), page.data() + page.size(), number);
  const auto marks = extract::parse_boxes(boxes);
  return marks && draw_input(number, *marks) ? extract::exit_done : extract::exit_not_read;
}

}  // namespace

#ifdef __SANITIZE_ADDRESS__
// The leak checker traces its own process, which the confinement forbids.
extern "C" const char* __asan_default_options() {
  return "detect_leaks=0";
}  // NOLINT
#endif

int main(int count, char** arguments) {
  const bool draws = count == 4 && std::string_view(arguments[1]) == "draw";
  if (count != 1 && !draws) {
    std::fputs("usage: jenjang-extract [draw PAGE BOXES] <DOCUMENT\n", stderr);
    return extract::exit_usage;
  }
  extract::prepare_readers();
  if (draws) extract::prepare_drawing();
  if (!extract::confine()) {
    std::fputs("jenjang-extract: the kernel refuses to confine this process\n", stderr);
    return extract::exit_not_confined;
  }
  return draws ? draw(arguments[2], arguments[3]) : read_document();
}
