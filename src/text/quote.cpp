// Finds a quotation: both texts are folded to comparable units, matched in linear time, and traced
// back.
#include "text/quote.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "text/unicode.hpp"

namespace text {

namespace {

// What stood between two letters and was folded away. A line-end hyphen may be the printer's or the
// word's own
// ("undang-\nundang"), so it agrees with everything; the others agree with themselves.
enum class Joint { none, hyphen, spaced_hyphen, line_end, soft_line_end };

// A unit of comparing: a character of the decomposed text, and the code points of the source that
// it stands for.
struct Unit {
  char32_t character = 0;
  Joint joint = Joint::none;  // what was folded away before it
  std::int64_t begin = 0;
  std::int64_t end = 0;
};

struct FoldedText {
  std::vector<Unit> units;
  std::vector<std::size_t> joints;  // the units that have a joint before them
};

bool is_hyphen(char32_t character) {
  return character == U'-' || character == 0x2010 || character == 0x2011;
}

bool is_line_break(char32_t character) {
  return (character >= U'\n' && character <= U'\r') || character == 0x85 || character == 0x2028 ||
         character == 0x2029;
}

constexpr char32_t soft_hyphen = 0xAD;

bool is_invisible(char32_t character) {
  return character == soft_hyphen || character == 0x200B || character == 0x2060 ||
         character == 0xFEFF;
}

// Ligatures as letters, curly quotes as straight ones, the rest decomposed.
std::u32string fold_character(char32_t character) {
  switch (character) {
    case 0xFB00:
      return U"ff";
    case 0xFB01:
      return U"fi";
    case 0xFB02:
      return U"fl";
    case 0xFB03:
      return U"ffi";
    case 0xFB04:
      return U"ffl";
    case 0xFB05:
    case 0xFB06:
      return U"st";
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
      return U"'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
      return U"\"";
    case 0x2010:
    case 0x2011:
      return U"-";
    default:
      return decompose(character);
  }
}

// Walks over the code points of one text and writes its units.
class Folder {
 public:
  explicit Folder(std::string_view text) : source_(to_code_points(text)) {}

  FoldedText fold_all() {
    while (position_ < source_.size()) {
      if (fold_hyphen() || fold_space()) continue;
      if (!is_invisible(source_[position_])) write_character();
      ++position_;
    }
    drop_outer_spaces();
    for (std::size_t i = 0; i < folded_.units.size(); ++i)
      if (folded_.units[i].joint != Joint::none) folded_.joints.push_back(i);
    return std::move(folded_);
  }

 private:
  // A hyphen between two letters, with or without a break behind it, becomes a joint.
  bool fold_hyphen() {
    const bool soft = source_[position_] == soft_hyphen;
    if (!soft && !is_hyphen(source_[position_])) return false;
    if (folded_.units.empty() || !is_word_character(folded_.units.back().character)) return false;
    std::size_t next = position_ + 1;
    bool broken = false;
    bool spaced = false;
    while (next < source_.size() && (is_space(source_[next]) || is_invisible(source_[next]))) {
      broken = broken || is_line_break(source_[next]);
      spaced = spaced || is_space(source_[next]);
      ++next;
    }
    if (next == source_.size() || !is_word_character(source_[next])) return false;
    if (soft && !broken) return false;
    if (broken)
      joint_ = soft ? Joint::soft_line_end : Joint::line_end;
    else
      joint_ = spaced ? Joint::spaced_hyphen : Joint::hyphen;
    position_ = next;
    return true;
  }

  bool fold_space() {
    if (!is_space(source_[position_])) return false;
    const auto begin = position_;
    while (position_ < source_.size() &&
           (is_space(source_[position_]) || is_invisible(source_[position_])))
      ++position_;
    folded_.units.push_back({U' ', Joint::none, to_offset(begin), to_offset(position_)});
    return true;
  }

  void write_character() {
    for (const char32_t part : fold_character(source_[position_])) {
      folded_.units.push_back({part, joint_, to_offset(position_), to_offset(position_ + 1)});
      joint_ = Joint::none;
      sort_marks();
    }
  }

  // Marks on one letter stand in canonical order, whatever order they were typed in.
  void sort_marks() {
    auto& units = folded_.units;
    for (auto i = units.size() - 1; i > 0; --i) {
      const int later = combining_class(units[i].character);
      if (later == 0 || combining_class(units[i - 1].character) <= later) return;
      std::swap(units[i], units[i - 1]);
    }
  }

  void drop_outer_spaces() {
    auto& units = folded_.units;
    if (!units.empty() && units.back().character == U' ') units.pop_back();
    if (!units.empty() && units.front().character == U' ') units.erase(units.begin());
  }

  static std::int64_t to_offset(std::size_t index) { return static_cast<std::int64_t>(index); }

  std::u32string source_;
  std::size_t position_ = 0;
  Joint joint_ = Joint::none;
  FoldedText folded_;
};

bool agree(Joint a, Joint b) {
  return a == b || a >= Joint::line_end || b >= Joint::line_end;
}

bool shows_hyphen(Joint joint) {
  return joint != Joint::none && joint != Joint::soft_line_end;
}

// Whether the hyphens within the match agree. Before its first unit none can be seen.
bool joints_agree(const FoldedText& page, std::size_t start, const FoldedText& quote) {
  const auto inside = [&](std::size_t unit) {
    return unit > start && unit < start + quote.units.size();
  };
  for (const auto joint : quote.joints)
    if (joint > 0 && !agree(page.units[start + joint].joint, quote.units[joint].joint))
      return false;
  for (auto joint = std::ranges::lower_bound(page.joints, start + 1);
       joint != page.joints.end() && inside(*joint);
       ++joint)
    if (!agree(page.units[*joint].joint, quote.units[*joint - start].joint)) return false;
  return true;
}

// Whether a match would tear a mark from its letter.
bool tears_letter(const FoldedText& page, std::size_t start, std::size_t end) {
  const auto is_mark = [&](std::size_t unit) {
    return unit < page.units.size() && combining_class(page.units[unit].character) != 0;
  };
  return is_mark(end) || (start > 0 && is_mark(start));
}

Span span_of(const FoldedText& page, std::size_t start, std::size_t end) {
  Span span{page.units[start].begin, page.units[end - 1].end};
  for (auto unit = end - 1; unit > start && combining_class(page.units[unit].character) != 0;
       --unit)
    span.end = std::max(span.end, page.units[unit - 1].end);
  return span;
}

// Knuth, Morris and Pratt: how far the quote still holds when its next unit fails.
std::vector<std::size_t> find_borders(const std::vector<Unit>& units) {
  std::vector<std::size_t> borders(units.size() + 1, 0);
  for (std::size_t i = 1, held = 0; i < units.size(); ++i) {
    while (held > 0 && units[i].character != units[held].character) held = borders[held];
    if (units[i].character == units[held].character) ++held;
    borders[i + 1] = held;
  }
  return borders;
}

// Where a quote was cut at a hyphen that the page folds away, the page must have its joint right
// there.
struct Edges {
  bool joint_before = false;
  bool joint_after = false;
};

bool ends_with_hyphen(const FoldedText& quote) {
  return !quote.units.empty() && quote.units.back().character == U'-';
}

bool begins_with_hyphen(const FoldedText& quote) {
  return !quote.units.empty() && quote.units.front().character == U'-';
}

FoldedText cut_hyphens(FoldedText quote, const Edges& edges) {
  auto& units = quote.units;
  if (edges.joint_after) units.pop_back();
  if (!edges.joint_before || units.empty()) return quote;
  const std::size_t cut = units.size() > 1 && units[1].character == U' ' ? 2 : 1;
  units.erase(units.begin(), units.begin() + static_cast<std::ptrdiff_t>(cut));
  for (auto& joint : quote.joints) joint -= cut;
  return quote;
}

// The span with the hyphens at its edges, or nothing where the page has none there.
std::optional<Span> widen(const FoldedText& page,
                          std::size_t start,
                          std::size_t end,
                          const Edges& edges) {
  Span span = span_of(page, start, end);
  if (edges.joint_before) {
    if (start == 0 || !shows_hyphen(page.units[start].joint)) return std::nullopt;
    span.begin = page.units[start - 1].end;
  }
  if (edges.joint_after) {
    if (end == page.units.size() || !shows_hyphen(page.units[end].joint)) return std::nullopt;
    ++span.end;
  }
  return span;
}

std::vector<Span> find_units(const FoldedText& page, const FoldedText& quote, const Edges& edges) {
  if (quote.units.empty()) return {};
  const auto borders = find_borders(quote.units);
  std::vector<Span> spans;
  std::size_t held = 0;
  for (std::size_t i = 0; i < page.units.size(); ++i) {
    const auto character = page.units[i].character;
    while (held > 0 && character != quote.units[held].character) held = borders[held];
    if (character == quote.units[held].character) ++held;
    if (held < quote.units.size()) continue;
    const auto start = i + 1 - held;
    held = borders[held];
    if (tears_letter(page, start, i + 1) || !joints_agree(page, start, quote)) continue;
    if (const auto span = widen(page, start, i + 1, edges)) spans.push_back(*span);
  }
  return spans;
}

}  // namespace

std::vector<Span> find_quote(std::string_view page, std::string_view quote) {
  const FoldedText needle = Folder(quote).fold_all();
  if (needle.units.empty()) return {};
  const FoldedText text = Folder(page).fold_all();
  std::vector<Span> spans;
  for (const Edges edges :
       {Edges{false, false}, Edges{false, true}, Edges{true, false}, Edges{true, true}}) {
    if (edges.joint_before && !begins_with_hyphen(needle)) continue;
    if (edges.joint_after && !ends_with_hyphen(needle)) continue;
    const auto found = find_units(text, cut_hyphens(needle, edges), edges);
    spans.insert(spans.end(), found.begin(), found.end());
  }
  std::ranges::sort(spans, {}, &Span::begin);
  return spans;
}

}  // namespace text
