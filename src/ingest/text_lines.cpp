// Joins each line with the boxes of its words and takes stray list marks to their items.
#include "ingest/text_lines.hpp"

#include <algorithm>

#include "ingest/list_mark.hpp"

namespace ingest {

namespace {

constexpr std::string_view blanks = " \t\r\n\f\v";

// The words of a page in the order of the text, handed out line by line.
class Boxes {
 public:
  Boxes(const document::Page& page, const std::vector<std::size_t>& offsets)
      : words_(page.words), offsets_(offsets) {}

  void give_to(TextLine& line) {
    while (next_ < words_.size() && byte_of(words_[next_].range.begin) < line.begin) ++next_;
    for (; next_ < words_.size() && byte_of(words_[next_].range.end) <= line.end; ++next_) {
      const auto& box = words_[next_].box;
      if (line.left < 0) {
        line.left = box.left;
        line.top = box.top;
        line.bottom = box.bottom;
      }
      line.left = std::min(line.left, box.left);
      line.right = std::max(line.right, box.right);
    }
  }

 private:
  [[nodiscard]] std::size_t byte_of(std::int64_t position) const {
    return offsets_.at(static_cast<std::size_t>(position));
  }

  const std::vector<document::Word>& words_;
  const std::vector<std::size_t>& offsets_;
  std::size_t next_ = 0;
};

bool share_height(const TextLine& a, const TextLine& b) {
  const double overlap = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return overlap >= 0.5 * std::min(a.bottom - a.top, b.bottom - b.top);
}

bool is_lone_mark(const TextLine& line) {
  const auto mark = find_list_mark(line.words);
  return mark && mark->size == line.words.size() && line.left >= 0;
}

// The nearest line to the right of a lone mark; none where it stands by itself.
TextLine* find_item(const TextLine& mark, std::vector<TextLine>& lines, std::size_t first) {
  TextLine* nearest = nullptr;
  for (auto i = first; i < lines.size(); ++i) {
    auto& line = lines[i];
    const bool beside = line.left > mark.left && share_height(mark, line);
    if (!beside || !line.mark.empty() || is_lone_mark(line)) continue;
    if (nearest == nullptr || line.left < nearest->left) nearest = &line;
  }
  return nearest;
}

// Works on the lines of one page, which begin at `first`.
void take_marks_to_items(std::vector<TextLine>& lines, std::size_t first) {
  std::vector<std::size_t> gone;
  for (auto i = first; i < lines.size(); ++i) {
    if (!is_lone_mark(lines[i])) continue;
    auto* item = find_item(lines[i], lines, first);
    if (item == nullptr || find_list_mark(item->words)) continue;
    item->mark = lines[i].words;
    item->left = lines[i].left;
    gone.push_back(i);
  }
  for (auto i = gone.rbegin(); i != gone.rend(); ++i)
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(*i));
}

}  // namespace

std::vector<TextLine> find_lines(std::string_view text,
                                 const std::vector<document::Page>& pages,
                                 const std::vector<std::size_t>& offsets) {
  std::vector<TextLine> lines;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    const auto first = lines.size();
    const auto page_end = offsets.at(static_cast<std::size_t>(pages[page].range.end));
    Boxes boxes(pages[page], offsets);
    bool after_gap = true;
    for (auto at = offsets.at(static_cast<std::size_t>(pages[page].range.begin)); at < page_end;) {
      const auto end = std::min(text.find('\n', at), page_end);
      const auto whole = text.substr(at, end - at);
      const auto begin = whole.find_first_not_of(blanks);
      if (begin != std::string_view::npos) {
        TextLine line;
        line.begin = at + begin;
        line.end = at + whole.find_last_not_of(blanks) + 1;
        line.page = page;
        line.words = text.substr(line.begin, line.end - line.begin);
        line.after_gap = after_gap;
        boxes.give_to(line);
        lines.push_back(line);
      }
      after_gap = begin == std::string_view::npos;
      at = end + 1;
    }
    take_marks_to_items(lines, first);
  }
  return lines;
}

}  // namespace ingest
