// Gathers lines into units by their outline, and units into passages of bounded length.
#include "ingest/passages.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <utility>

#include "ingest/furniture.hpp"
#include "ingest/list_mark.hpp"
#include "ingest/outline.hpp"
#include "ingest/text_lines.hpp"
#include "text/sentences.hpp"
#include "text/unicode.hpp"

namespace ingest {

namespace {

using document::UnitKind;

constexpr std::int64_t passage_length_max = 1'200;
constexpr double indent_min = 12;  // points by which the first line of a paragraph is set in

// Some lines of one passage that lie side by side in the text.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t page = 0;
};

struct Unit {
  std::vector<Stretch> stretches;
  document::Locator locator;
};

bool is_rule(std::string_view line) {
  return line.find_first_not_of("|-:=_* ") == std::string_view::npos;
}

bool begins_in_lower_case(std::string_view line) {
  return !line.empty() && std::islower(static_cast<unsigned char>(line[0])) != 0;
}

// Whether white space really stands between the lines: where a list mark lay between them in the
// reading order, an empty line does not mean it.
bool is_apart(const TextLine& line, const TextLine& before) {
  if (!line.after_gap) return false;
  const bool known = line.left >= 0 && before.left >= 0;
  const bool follows = line.top >= before.top && line.top - before.bottom < line.bottom - line.top;
  return !known || !follows;
}

// A paragraph inside a unit: its first line is set in, or stands behind an empty line.
bool begins_paragraph(const TextLine& line, const TextLine& before, bool sentence_is_open) {
  if (is_apart(line, before)) return true;
  const bool lead = find_list_mark(before.words) || !before.mark.empty();
  if (line.after_gap || lead) return line.after_gap && !sentence_is_open;
  if (sentence_is_open || line.left < 0 || before.left < 0) return false;
  return line.left > before.left + indent_min;
}

// Gathers the lines of a document into units.
class Gatherer {
 public:
  Gatherer(std::string_view text, bool is_regulation)
      : text_(text), outline_(is_regulation), is_regulation_(is_regulation) {}

  void take(const TextLine& line, const TextLine* next) {
    const bool open = outline_.is_open();
    const auto placing = outline_.place(line, next);
    if (placing.begins ? !is_only_head_ || placing.is_head || placing.alone
                       : !is_only_head_ && parts(line, open))
      close();
    if (unit_.stretches.empty())
      is_only_head_ = placing.is_head;
    else
      is_only_head_ = false;
    unit_.locator = unit_.stretches.empty() || placing.begins ? outline_.locator() : unit_.locator;
    add(line);
    before_ = line;
    if (placing.alone) close();
  }

  std::vector<Unit> release() {
    close();
    return std::move(units_);
  }

 private:
  // Whether a line without a mark of its own begins another passage.
  [[nodiscard]] bool parts(const TextLine& line, bool sentence_is_open) const {
    if (unit_.stretches.empty()) return false;
    if (line.page == before_.page) return begins_paragraph(line, before_, sentence_is_open);
    const bool next_page = line.page == before_.page + 1;
    const bool goes_on = sentence_is_open && (is_regulation_ || begins_in_lower_case(line.words));
    return !next_page || !goes_on;
  }

  void add(const TextLine& line) {
    if (!unit_.stretches.empty()) {
      auto& last = unit_.stretches.back();
      const auto between = text_.substr(last.end, line.begin - last.end);
      if (last.page == line.page && between.find_first_not_of(" \t\r\n") == between.npos) {
        last.end = line.end;
        return;
      }
    }
    unit_.stretches.push_back({line.begin, line.end, line.page});
  }

  void close() {
    if (!unit_.stretches.empty()) units_.push_back(std::exchange(unit_, {}));
    is_only_head_ = false;
  }

  std::string_view text_;
  Outline outline_;
  bool is_regulation_;
  std::vector<Unit> units_;
  Unit unit_;
  TextLine before_;
  bool is_only_head_ = false;  // nothing but "Pasal 5" so far
};

bool is_regulation(const std::vector<TextLine>& lines) {
  const auto has = [&](UnitKind kind) {
    return std::ranges::any_of(lines, [&](const TextLine& line) {
      const auto head = find_frame_head(line.words);
      return head && head->kind == kind;
    });
  };
  return has(UnitKind::considering) && has(UnitKind::enacting);
}

std::vector<Unit> gather(std::string_view text,
                         const std::vector<document::Page>& pages,
                         const std::vector<std::size_t>& offsets) {
  auto lines = find_lines(text, pages, offsets);
  const auto furniture = find_furniture(lines);
  std::vector<TextLine> kept;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (!furniture[i]) kept.push_back(lines[i]);
  Gatherer gatherer(text, is_regulation(kept));
  for (std::size_t i = 0; i < kept.size(); ++i)
    if (!is_rule(kept[i].words))
      gatherer.take(kept[i], i + 1 < kept.size() ? &kept[i + 1] : nullptr);
  return gatherer.release();
}

// Each line of a sheet with words is a unit: its number is that of the row.
std::vector<Unit> gather_rows(std::string_view text,
                              const document::Page& sheet,
                              std::size_t page,
                              const std::vector<std::size_t>& offsets) {
  const auto page_end = offsets.at(static_cast<std::size_t>(sheet.range.end));
  std::vector<Unit> units;
  int row = 0;
  for (auto at = offsets.at(static_cast<std::size_t>(sheet.range.begin)); at < page_end;) {
    const auto end = std::min(text.find('\n', at), page_end);
    const auto line = text.substr(at, end - at);
    const auto begin = line.find_first_not_of(" \t");
    ++row;
    if (begin != std::string_view::npos)
      units.push_back({{{at + begin, end, page}},
                       {{UnitKind::sheet, sheet.label}, {UnitKind::row, std::to_string(row)}}});
    at = end + 1;
  }
  return units;
}

// The units of one slide, none of which goes on in the next.
std::vector<Unit> gather_slide(std::string_view text,
                               const document::Page& slide,
                               std::size_t page,
                               const std::vector<std::size_t>& offsets) {
  auto units = gather(text, {slide}, offsets);
  for (auto& unit : units) {
    unit.locator.insert(unit.locator.begin(), {UnitKind::slide, std::to_string(slide.number)});
    for (auto& stretch : unit.stretches) stretch.page = page;
  }
  return units;
}

// Where to cut a long text: behind the last sentence that ends in its second half, else the last
// word.
std::size_t find_cut(std::string_view text) {
  const auto sentences = text::find_sentences(text);
  if (!sentences.empty() && sentences.back() > text.size() / 2) return sentences.back();
  const auto gap = text.find_last_of(" \n");
  return gap == std::string_view::npos || gap == 0 ? text.size() : gap;
}

// Turns units into passages: bytes into code points, long units into several passages.
class Cutter {
 public:
  Cutter(std::string_view text,
         const std::vector<document::Page>& pages,
         const std::vector<std::size_t>& offsets)
      : text_(text), pages_(pages), offsets_(offsets) {}

  void cut(const Unit& unit) {
    document::Passage passage;
    passage.locator = unit.locator;
    std::int64_t room = passage_length_max;
    for (auto stretch : unit.stretches)
      while (stretch.begin < stretch.end) {
        const auto rest = text_.substr(stretch.begin, stretch.end - stretch.begin);
        auto part = text::slice(rest, 0, room);
        if (part.size() < rest.size()) part = part.substr(0, find_cut(part));
        const auto last = part.find_last_not_of(" \t\n");
        if (last != part.npos) add(passage, part.substr(0, last + 1), stretch);
        const bool full = part.size() < rest.size();
        stretch.begin += part.size();
        skip_blanks(stretch);
        room -= text::count_code_points(part) + 1;
        if (full || room < passage_length_max / 8) room = release(passage);
      }
    release(passage);
  }

  std::vector<document::Passage> passages;

 private:
  void skip_blanks(Stretch& stretch) const {
    const auto next = text_.find_first_not_of(" \t\n", stretch.begin);
    stretch.begin = std::min(next, stretch.end);
  }

  void add(document::Passage& passage, std::string_view words, const Stretch& stretch) {
    const auto begin = position_of(stretch.begin);
    const document::Range range{begin, begin + text::count_code_points(words)};
    const int page = pages_[stretch.page].number;
    if (passage.text.empty()) {
      passage.page = page;
      passage.range = range;
    } else {
      passage.continued.push_back({page, range});
      passage.text += '\n';
    }
    passage.text += words;
  }

  std::int64_t release(document::Passage& passage) {
    document::Passage fresh;
    fresh.locator = passage.locator;
    if (!passage.text.empty()) passages.push_back(std::exchange(passage, fresh));
    return passage_length_max;
  }

  [[nodiscard]] std::int64_t position_of(std::size_t byte) const {
    return std::ranges::lower_bound(offsets_, byte) - offsets_.begin();
  }

  std::string_view text_;
  const std::vector<document::Page>& pages_;
  const std::vector<std::size_t>& offsets_;
};

}  // namespace

std::vector<document::Passage> find_passages(std::string_view text,
                                             const std::vector<document::Page>& pages,
                                             document::PageKind kind) {
  const auto offsets = text::code_point_offsets(text);
  Cutter cutter(text, pages, offsets);
  if (kind == document::PageKind::sheet || kind == document::PageKind::slide) {
    const auto gather_page = kind == document::PageKind::sheet ? gather_rows : gather_slide;
    for (std::size_t page = 0; page < pages.size(); ++page)
      for (const auto& unit : gather_page(text, pages[page], page, offsets)) cutter.cut(unit);
    return std::move(cutter.passages);
  }
  for (const auto& unit : gather(text, pages, offsets)) cutter.cut(unit);
  return std::move(cutter.passages);
}

}  // namespace ingest
