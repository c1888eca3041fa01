// Makes a text canonical line by line: what happens in a line moves nothing before it.
#include "exchange/canonical_text.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace exchange {

namespace {

bool is_control(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return (code < 0x20 && byte != '\n' && byte != '\t') || code == 0x7F;
}

// A carriage return before a line feed goes; alone it is a line break, as are \f and \v.
std::string canonicalize(std::string_view written) {
  std::string cleaned;
  cleaned.reserve(written.size());
  for (std::size_t i = 0; i < written.size(); ++i) {
    const char byte = written[i];
    if (byte == '\r' || byte == '\f' || byte == '\v') {
      if (byte != '\r' || i + 1 == written.size() || written[i + 1] != '\n') cleaned += '\n';
    } else if (!is_control(byte)) {
      cleaned += byte;
    }
  }
  return text::normalize(cleaned);
}

}  // namespace

CanonicalText::CanonicalText(std::string_view written) {
  std::int64_t written_begin = 0;
  while (!written.empty()) {
    const auto feed = written.find('\n');
    const auto size = feed == std::string_view::npos ? written.size() : feed + 1;
    Line line{written_begin, length_, std::string(written.substr(0, size))};
    written.remove_prefix(size);
    const auto canonical = canonicalize(line.written);
    written_begin += text::count_code_points(line.written);
    length_ += text::count_code_points(canonical);
    text_ += canonical;
    lines_.push_back(std::move(line));
  }
}

std::int64_t CanonicalText::position(std::int64_t written) const {
  const auto behind = std::ranges::upper_bound(lines_, written, {}, &Line::written_begin);
  if (behind == lines_.begin()) return 0;
  const auto& line = *std::prev(behind);
  auto before = text::slice(line.written, 0, written - line.written_begin);
  if (before.ends_with('\r') && before.size() < line.written.size() &&
      line.written[before.size()] == '\n')
    before.remove_suffix(1);
  const auto found = line.begin + text::count_code_points(canonicalize(before));
  return std::min(found, length_);
}

}  // namespace exchange
