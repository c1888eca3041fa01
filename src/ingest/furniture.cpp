// Looks at the first and last lines of each page and at what repeats among them.
#include "ingest/furniture.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <numeric>
#include <string>

#include "ingest/list_mark.hpp"
#include "ingest/unit_head.hpp"
#include "text/unicode.hpp"

namespace ingest {

namespace {

constexpr std::size_t edge_lines = 4;  // how deep furniture reaches into a page
constexpr std::size_t repeats_min = 3;
constexpr std::size_t head_size_max = 120;
constexpr std::size_t catchword_size_max = 40;

// The lines of one page: positions in all lines.
struct PageLines {
  std::size_t first = 0;
  std::size_t end = 0;
};

std::vector<PageLines> part_by_page(const std::vector<TextLine>& lines) {
  std::vector<PageLines> pages;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == 0 || lines[i].page != lines[i - 1].page) pages.push_back({i, i});
    pages.back().end = i + 1;
  }
  return pages;
}

std::vector<std::size_t> edges_of(const PageLines& page) {
  std::vector<std::size_t> edges;
  for (auto i = page.first; i < page.end; ++i)
    if (i < page.first + edge_lines || i + edge_lines >= page.end) edges.push_back(i);
  return edges;
}

// Letters folded, digits as one #, nothing else: what stays the same from page to page.
std::string skeleton_of(std::string_view words) {
  std::string skeleton;
  for (const char32_t character : text::to_code_points(text::fold(words))) {
    if (character >= U'0' && character <= U'9') {
      if (!skeleton.ends_with('#')) skeleton += '#';
    } else if (text::is_word_character(character)) {
      text::append_utf8(skeleton, character);
    }
  }
  return skeleton;
}

// "- 5 -", "-2", "_10_", and what OCR makes of them: "- t2-".
bool is_dashed_number(std::string_view words) {
  if (words.size() > 9) return false;
  const auto is_dash = [](char byte) { return byte == '-' || byte == '_' || byte == ' '; };
  std::size_t digits = 0;
  std::size_t letters = 0;
  std::size_t dashes = 0;
  for (const char byte : words) {
    digits += std::isdigit(static_cast<unsigned char>(byte)) != 0 ? 1U : 0U;
    letters += std::isalpha(static_cast<unsigned char>(byte)) != 0 ? 1U : 0U;
    dashes += is_dash(byte) && byte != ' ' ? 1U : 0U;
  }
  const bool only = std::ranges::all_of(words, [&](char byte) {
    return is_dash(byte) || std::isalnum(static_cast<unsigned char>(byte)) != 0;
  });
  return only && digits > 0 && dashes > 0 && letters <= 1 && digits + letters <= 4;
}

// "Halaman 3 dari 9", "Page 3 of 9", "hlm. 3".
bool is_named_number(std::string_view words) {
  static const std::vector<std::string> known = {
      "halaman#", "halaman#dari#", "page#", "page#of#", "hlm#", "hal#", "#dari#", "#of#"};
  return words.size() < 32 && std::ranges::find(known, skeleton_of(words)) != known.end();
}

// What the state's printers set on every page: "www.peraturan.go.id", "2020, No. 994".
bool is_printers_line(std::string_view words) {
  if (words.size() > 40) return false;
  const auto skeleton = skeleton_of(words);
  return skeleton == "wwwperaturangoid" || skeleton == "#no#" ||
         (skeleton.starts_with("jdih") && skeleton.ends_with("goid"));
}

// Numbers alone on their line, at the edge, that grow with the pages.
class BareNumbers {
 public:
  void take(const std::vector<TextLine>& lines, const std::vector<PageLines>& pages) {
    for (const auto& page : pages)
      for (const auto i : {page.first, page.end - 1})
        if (const auto offset = offset_of(lines[i])) ++pages_by_offset_[*offset];
  }

  [[nodiscard]] bool have(const TextLine& line) const {
    const auto offset = offset_of(line);
    if (!offset) return false;
    const auto found = pages_by_offset_.find(*offset);
    return found != pages_by_offset_.end() && found->second >= repeats_min;
  }

 private:
  static std::optional<long> offset_of(const TextLine& line) {
    const auto& words = line.words;
    const bool number = words.size() <= 4 && words.find_first_not_of("0123456789") == words.npos;
    if (!number) return std::nullopt;
    return std::stol(std::string(words)) - static_cast<long>(line.page);
  }

  std::map<long, std::size_t> pages_by_offset_;
};

std::size_t count_edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0U);
  for (std::size_t i = 0; i < a.size(); ++i) {
    auto corner = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const auto above = row[j + 1];
      row[j + 1] = std::min({above + 1, row[j] + 1, corner + (a[i] == b[j] ? 0U : 1U)});
      corner = above;
    }
  }
  return row.back();
}

// Skeletons that stand at the edge of many pages.
class RunningHeads {
 public:
  void take(const std::vector<TextLine>& lines, const std::vector<PageLines>& pages) {
    std::map<std::string, std::size_t> pages_by_skeleton;
    for (const auto& page : pages) {
      std::vector<std::string> seen;
      for (const auto i : edges_of(page)) {
        if (lines[i].words.size() > head_size_max) continue;
        auto skeleton = skeleton_of(lines[i].words);
        if (skeleton.size() > 2 && std::ranges::find(seen, skeleton) == seen.end())
          seen.push_back(std::move(skeleton));
      }
      for (auto& skeleton : seen) ++pages_by_skeleton[std::move(skeleton)];
    }
    for (const auto& [skeleton, count] : pages_by_skeleton)
      if (count >= repeats_min && count * 10 >= pages.size() * 3) heads_.push_back(skeleton);
  }

  /// Also where OCR has spoilt a letter in six.
  [[nodiscard]] bool have(std::string_view words) const {
    if (words.size() > head_size_max || heads_.empty()) return false;
    const auto skeleton = skeleton_of(words);
    return std::ranges::any_of(heads_, [&](const std::string& head) {
      const auto longer = std::max(head.size(), skeleton.size());
      const auto shorter = std::min(head.size(), skeleton.size());
      if (shorter < 6) return head == skeleton;
      if (head.ends_with(skeleton)) return true;
      if (longer - shorter > longer / 6) return head == skeleton;
      return count_edits(head, skeleton) <= longer / 6;
    });
  }

 private:
  std::vector<std::string> heads_;
};

bool ends_in_dots(std::string_view words) {
  return words.ends_with("...") || words.ends_with(". . .") || words.ends_with(".. .") ||
         words.ends_with(". ..") || words.ends_with("…");
}

// A word or two at the foot that announce how the next page begins.
bool is_catchword(std::string_view words, std::string_view next_page) {
  if (words.size() > catchword_size_max) return false;
  const auto spaces = std::ranges::count(words, ' ');
  if (ends_in_dots(words)) return spaces <= 6;
  const auto announced = skeleton_of(words);
  return spaces <= 2 && announced.size() >= 3 && words.find_first_of(".;:") != words.size() - 1 &&
         skeleton_of(next_page).starts_with(announced);
}

// A unit's own line: it repeats only in its kind.
bool is_unit(std::string_view words) {
  return find_list_mark(words) || find_row_mark(words) || find_unit_head(words);
}

void mark_catchwords(const std::vector<TextLine>& lines,
                     const std::vector<PageLines>& pages,
                     std::vector<bool>& furniture) {
  for (std::size_t page = 0; page + 1 < pages.size(); ++page) {
    auto last = pages[page].end;
    while (last > pages[page].first && furniture[last - 1]) --last;
    auto next = pages[page + 1].first;
    while (next < pages[page + 1].end && furniture[next]) ++next;
    if (last == pages[page].first || next == pages[page + 1].end) continue;
    if (is_catchword(lines[last - 1].words, lines[next].words)) furniture[last - 1] = true;
  }
}

}  // namespace

std::vector<bool> find_furniture(const std::vector<TextLine>& lines) {
  std::vector<bool> furniture(lines.size(), false);
  const auto pages = part_by_page(lines);
  BareNumbers numbers;
  numbers.take(lines, pages);
  RunningHeads heads;
  heads.take(lines, pages);
  if (pages.size() < 2) return furniture;
  for (const auto& page : pages)
    for (const auto i : edges_of(page)) {
      const auto words = lines[i].words;
      const bool number =
          is_dashed_number(words) || is_named_number(words) || numbers.have(lines[i]);
      furniture[i] = number || is_printers_line(words) || (!is_unit(words) && heads.have(words));
    }
  mark_catchwords(lines, pages, furniture);
  return furniture;
}

}  // namespace ingest
