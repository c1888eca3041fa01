// Asks the reader that knows the format; reads four numbers and a semicolon over and over.
#include "extract/page_picture.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>

#include "extract/pdf.hpp"
#include "extract/pictures.hpp"

namespace extract {

namespace {

constexpr std::size_t boxes_max = 10'000;

// Four numbers at the beginning, which are taken off.
std::optional<document::Box> take_box(std::string_view& words) {
  std::array<double, 4> numbers{};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i > 0) {
      if (!words.starts_with(',')) return std::nullopt;
      words.remove_prefix(1);
    }
    const auto read = std::from_chars(words.data(), words.data() + words.size(), numbers.at(i));
    if (read.ec != std::errc() || !std::isfinite(numbers.at(i))) return std::nullopt;
    words.remove_prefix(static_cast<std::size_t>(read.ptr - words.data()));
  }
  return document::Box{numbers[0], numbers[1], numbers[2], numbers[3]};
}

}  // namespace

std::optional<PagePicture> draw_page(std::string_view bytes, int number) {
  if (recognizes_pdf(bytes)) return draw_pdf_page(bytes, number);
  if (recognizes_picture(bytes)) return draw_picture_page(bytes, number);
  return std::nullopt;
}

std::optional<std::vector<document::Box>> parse_boxes(std::string_view words) {
  std::vector<document::Box> boxes;
  while (!words.empty()) {
    if (boxes.size() == boxes_max) return std::nullopt;
    if (!boxes.empty()) {
      if (!words.starts_with(';')) return std::nullopt;
      words.remove_prefix(1);
    }
    const auto box = take_box(words);
    if (!box) return std::nullopt;
    boxes.push_back(*box);
  }
  return boxes;
}

}  // namespace extract
