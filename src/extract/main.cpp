// The program jenjang-extract: one document in, lines out, in a process of its own; or one page of
// it as a picture.
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

int draw(std::string_view page, std::string_view boxes) {
  const auto marks = extract::parse_boxes(boxes);
  return marks && draw_input(extract::read_number(page), *marks) ? extract::exit_done
                                                                 : extract::exit_not_read;
}

}  // namespace

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
  return draws ? draw(arguments[2], arguments[3]) : extract::finish(extract_input());
}
