// Decides from two neighbours in reading order what stands between them.
#include "extract/layout.hpp"

#include <algorithm>
#include <optional>

#include "text/unicode.hpp"

namespace extract {

namespace {

// A word's box turned so that its line runs to the right and lines follow downward.
struct Turned {
  double begin = 0;
  double end = 0;
  double top = 0;
  double bottom = 0;

  [[nodiscard]] double height() const { return bottom - top; }
};

Turned turn(const PlacedWord& word) {
  const auto& box = word.box;
  switch (word.rotation) {
    case 1:
      return {box.top, box.bottom, -box.right, -box.left};
    case 2:
      return {-box.right, -box.left, -box.bottom, -box.top};
    case 3:
      return {-box.bottom, -box.top, box.left, box.right};
    default:
      return {box.left, box.right, box.top, box.bottom};
  }
}

bool share_line(const Turned& a, const Turned& b) {
  const double overlap = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return overlap >= 0.5 * std::min(a.height(), b.height()) && b.begin >= a.begin;
}

// The usual white space between two lines of this page; empty where it has no two lines.
std::optional<double> find_line_gap(const std::vector<PlacedWord>& words) {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto a = turn(words[i - 1]);
    const auto b = turn(words[i]);
    const bool follows = !share_line(a, b) && b.top > a.top && b.begin < a.end;
    if (words[i].rotation == words[i - 1].rotation && follows) gaps.push_back(b.top - a.bottom);
  }
  if (gaps.empty()) return std::nullopt;
  const auto usual = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() * 2 / 5);
  std::ranges::nth_element(gaps, usual);
  return *usual;
}

std::string_view find_separator(const PlacedWord& former,
                                const PlacedWord& latter,
                                std::optional<double> line_gap) {
  if (former.rotation != latter.rotation) return "\n\n";
  const auto a = turn(former);
  const auto b = turn(latter);
  const double height = std::max(1.0, std::min(a.height(), b.height()));
  if (share_line(a, b)) return !former.space_after && b.begin - a.end < 0.1 * height ? "" : " ";
  const bool jumps_up = b.bottom <= a.top + 0.5 * height;
  if (jumps_up)
    return a.top - b.top > 6 * height ? "\n\n" : "\n";  // a column, or a row's next cell
  const double gap = b.top - a.bottom;
  return gap > line_gap.value_or(gap) + 0.5 * height ? "\n\n" : "\n";
}

}  // namespace

void compose_text(const std::vector<PlacedWord>& words, PageText& page) {
  const auto line_gap = find_line_gap(words);
  std::int64_t length = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) {
      const auto separator = find_separator(words[i - 1], words[i], line_gap);
      page.text += separator;
      length += static_cast<std::int64_t>(separator.size());
    }
    const auto begin = length;
    page.text += words[i].text;
    length += text::count_code_points(words[i].text);
    page.page.words.push_back({{begin, length}, words[i].box});
  }
}

}  // namespace extract
