// Reads line by line: an empty line, a list mark, a table row or a legal unit begins a new passage.
#include "ingest/passages.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "text/unicode.hpp"

namespace ingest {

namespace {

constexpr std::int64_t passage_length_max = 1'200;

// What a line is to the lines around it.
enum class LineKind {
  empty,
  plain,
  item,       // begins a passage
  unit_head,  // Pasal 5, BAB II: begins a passage and keeps the next lines
  heading,    // a heading in Markdown: a passage of its own
  table_row,  // a passage of its own
  rule        // a table's rule, a row of dashes: no words
};

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

std::string_view trim(std::string_view line) {
  const auto begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t") + 1 - begin);
}

// The length of a list mark at the head of a line: "(1)", "12.", "a.", "b)", "iv.", "-", "•"; or 0.
std::size_t measure_list_mark(std::string_view line) {
  for (const std::string_view bullet :
       {"- ", "* ", "+ ", "• ", "– ", "▪ ", "● ", "\uF0B7 ", "\uF0A7 ", "\uF0D8 "})
    if (line.starts_with(bullet)) return bullet.size();
  const bool opened = line.starts_with('(');
  std::size_t end = opened ? 1 : 0;
  const auto begin = end;
  while (end < line.size() && is_digit(line[end])) ++end;
  if (end == begin)
    while (end < line.size() && end - begin < 4 &&
           std::isalpha(static_cast<unsigned char>(line[end])) != 0)
      ++end;
  const bool roman =
      line.substr(begin, end - begin).find_first_not_of("ivxIVX") == std::string_view::npos;
  const auto length = end - begin;
  const bool letters = length > 0 && !is_digit(line[begin]);
  if (length == 0 || length > 3 || (letters && length > 1 && !roman)) return 0;
  if (end >= line.size() || (line[end] != ')' && (opened || line[end] != '.'))) return 0;
  return end + 1 == line.size() || line[end + 1] == ' ' ? end + 1 : 0;
}

// "Pasal 12", "Pasal 12A", "BAB IV", "Bagian Kedua", "Paragraf 1" alone on their line.
bool is_unit_head(std::string_view line) {
  constexpr std::array<std::string_view, 6> units = {
      "Pasal ", "BAB ", "Bagian ", "Paragraf ", "PASAL ", "LAMPIRAN"};
  const bool named = std::ranges::any_of(units, [&](auto unit) { return line.starts_with(unit); });
  if (!named) return false;
  const auto number = line.substr(std::min(line.find(' '), line.size() - 1) + 1);
  const bool lower = !number.empty() && std::islower(static_cast<unsigned char>(number[0])) != 0;
  return number.find(' ') == std::string_view::npos && number.size() <= 16 && !lower &&
         !number.ends_with(',');
}

LineKind classify(std::string_view raw) {
  const auto line = trim(raw);
  if (line.empty()) return LineKind::empty;
  if (line.find_first_not_of("|-:=_* ") == std::string_view::npos) return LineKind::rule;
  if (line.starts_with('|') || line.find('\t') != std::string_view::npos)
    return LineKind::table_row;
  const auto level = line.find_first_not_of('#');
  if (level > 0 && level <= 6 && line[level] == ' ') return LineKind::heading;
  if (is_unit_head(line)) return LineKind::unit_head;
  return measure_list_mark(line) > 0 ? LineKind::item : LineKind::plain;
}

// A line that ends so goes on in the next one, whatever stands there: "… pada ayat" / "(1) huruf
// a".
bool expects_number(std::string_view line) {
  for (const std::string_view word :
       {"ayat", "Pasal", "huruf", "angka", "Nomor", "nomor", "Lampiran", "butir"})
    if (trim(line).ends_with(word)) return true;
  return false;
}

// A stretch of the text in bytes.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Gathers lines into stretches.
class Gatherer {
 public:
  explicit Gatherer(std::string_view text) : text_(text) {}

  void take(Stretch line) {
    const auto words = text_.substr(line.begin, line.end - line.begin);
    const auto kind = classify(words);
    const bool alone = kind == LineKind::heading || kind == LineKind::table_row;
    const bool breaks = kind == LineKind::item || kind == LineKind::unit_head || alone;
    if (kind == LineKind::empty || kind == LineKind::rule) {
      if (!is_only_head_) close();
      return;
    }
    if (breaks && !(is_open_ && expects_number(last_line_)) &&
        !(is_only_head_ && kind == LineKind::item))
      close();
    if (!is_open_) begin_ = line.begin;
    is_only_head_ = kind == LineKind::unit_head && !is_open_;
    is_open_ = true;
    end_ = line.end;
    last_line_ = words;
    if (alone) close();
  }

  void close() {
    if (is_open_) stretches_.push_back({begin_, end_});
    is_open_ = false;
    is_only_head_ = false;
    last_line_ = {};
  }

  std::vector<Stretch> release() {
    close();
    return std::move(stretches_);
  }

 private:
  std::string_view text_;
  std::vector<Stretch> stretches_;
  std::string_view last_line_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool is_open_ = false;
  bool is_only_head_ = false;  // nothing but "Pasal 5" so far
};

std::vector<Stretch> gather_page(std::string_view text, Stretch page) {
  Gatherer gatherer(text);
  for (auto begin = page.begin; begin < page.end;) {
    const auto end = std::min(text.find('\n', begin), page.end);
    gatherer.take({begin, end});
    begin = end + 1;
  }
  return gatherer.release();
}

// Where to cut a long text: behind the last sentence that ends in its second half, else the last
// word.
std::size_t find_cut(std::string_view text) {
  for (auto at = text.size() - 1; at > text.size() / 2; --at) {
    const bool gap = text[at] == ' ' || text[at] == '\n';
    const bool ended =
        text[at - 1] == '.' || text[at - 1] == ';' || text[at - 1] == '?' || text[at - 1] == '!';
    if (gap && ended && at + 1 < text.size() &&
        std::islower(static_cast<unsigned char>(text[at + 1])) == 0)
      return at;
  }
  const auto gap = text.find_last_of(" \n");
  return gap == std::string_view::npos || gap == 0 ? text.size() : gap;
}

// Adds the stretch as passages of bounded length.
void add_passages(std::string_view text,
                  Stretch stretch,
                  document::Passage place,
                  std::vector<document::Passage>& passages) {
  while (stretch.begin < stretch.end) {
    const auto skipped = text.find_first_not_of(" \t\n", stretch.begin);
    if (skipped >= stretch.end) return;
    place.range.begin += static_cast<std::int64_t>(skipped - stretch.begin);
    stretch.begin = skipped;
    const auto rest = text.substr(stretch.begin, stretch.end - stretch.begin);
    auto part = text::slice(rest, 0, passage_length_max);
    if (part.size() < rest.size()) part = part.substr(0, find_cut(part));
    const auto last = part.find_last_not_of(" \t\n");
    place.text = part.substr(0, last + 1);
    place.range.end = place.range.begin + text::count_code_points(place.text);
    passages.push_back(place);
    stretch.begin += part.size();
    place.range.begin += text::count_code_points(part);
  }
}

}  // namespace

std::vector<document::Passage> find_passages(std::string_view text,
                                             const std::vector<document::Page>& pages) {
  std::vector<document::Passage> passages;
  const auto offsets = text::code_point_offsets(text);
  const auto to_byte = [&](std::int64_t offset) {
    return offsets.at(static_cast<std::size_t>(offset));
  };
  for (const auto& page : pages) {
    std::int64_t position = page.range.begin;
    std::size_t byte = to_byte(position);
    for (const auto& stretch : gather_page(text, {byte, to_byte(page.range.end)})) {
      position += text::count_code_points(text.substr(byte, stretch.begin - byte));
      byte = stretch.begin;
      add_passages(text, stretch, {page.number, {position, position}, {}}, passages);
    }
  }
  return passages;
}

}  // namespace ingest
