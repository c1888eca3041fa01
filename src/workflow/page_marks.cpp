// Joins the boxes of quoted words line by line.
#include "workflow/page_marks.hpp"

#include <algorithm>
#include <optional>

namespace workflow {

namespace {

using document::Box;
using document::Range;

/// Whether a word stands behind the other on its line, as close as words do.
bool continues_line(const Box& before, const Box& box) {
  const double height = std::min(before.bottom - before.top, box.bottom - box.top);
  const double shared = std::min(before.bottom, box.bottom) - std::max(before.top, box.top);
  const double gap = box.left - before.right;
  return shared > height / 2 && gap > -height && gap < 3 * height;
}

Box join(const Box& a, const Box& b) {
  return {std::min(a.left, b.left),
          std::min(a.top, b.top),
          std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

}  // namespace

std::vector<Box> find_marks(const std::vector<document::Word>& words,
                            const std::vector<Range>& ranges) {
  std::vector<Box> marks;
  for (const auto& range : ranges) {
    std::optional<Box> line;
    for (const auto& word : words) {
      if (word.range.begin >= range.end || word.range.end <= range.begin) continue;
      if (line && continues_line(*line, word.box)) {
        line = join(*line, word.box);
        continue;
      }
      if (line) marks.push_back(*line);
      line = word.box;
    }
    if (line) marks.push_back(*line);
  }
  return marks;
}

}  // namespace workflow
