// Finds code points in UTF-8 by a mark at every 64th of them.
#include "store/text_ranges.hpp"

namespace store {

namespace {

constexpr std::int64_t stride = 64;

bool begins_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U;
}

}  // namespace

TextRanges::TextRanges(std::string_view text) : text_(text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!begins_code_point(text[i])) continue;
    if (size_ % stride == 0) marks_.push_back(i);
    ++size_;
  }
}

std::optional<std::string_view> TextRanges::cut(const document::Range& range) const {
  if (range.begin < 0 || range.end < range.begin || range.end > size_) return std::nullopt;
  const std::size_t begin = find_byte(range.begin);
  return text_.substr(begin, find_byte(range.end) - begin);
}

std::size_t TextRanges::find_byte(std::int64_t code_point) const {
  if (code_point == size_) return text_.size();
  std::size_t byte = marks_[static_cast<std::size_t>(code_point / stride)];
  for (std::int64_t left = code_point % stride; left > 0; --left) do
      ++byte;
    while (!begins_code_point(text_[byte]));
  return byte;
}

}  // namespace store
