// Decides by number, margin and what stands before whether a mark goes on a list, begins one or is
// text.
#include "ingest/unit_stack.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ingest {

namespace {

using document::UnitKind;

constexpr double near = 6;    // points: the same margin
constexpr double far = 20;    // points: certainly another margin
constexpr int steps_max = 3;  // so many numbers may be missing in a list

// The upper units by how high they stand; everything else has no rank.
int rank_of(UnitKind kind) {
  switch (kind) {
    case UnitKind::chapter:
      return 1;
    case UnitKind::part:
      return 2;
    case UnitKind::section:
      return 3;
    case UnitKind::article:
      return 4;
    default:
      return 0;
  }
}

bool is_table(UnitKind kind) {
  return kind == UnitKind::table || kind == UnitKind::indicator;
}

UnitKind kind_of(MarkKind mark) {
  switch (mark) {
    case MarkKind::bullet:
      return UnitKind::item;
    case MarkKind::letter:
    case MarkKind::letter_half:
    case MarkKind::letter_brackets:
    case MarkKind::capital:
      return UnitKind::letter;
    case MarkKind::bare:
      return UnitKind::row;
    default:
      return UnitKind::number;
  }
}

bool is_apart(double a, double b, double tolerance) {
  return a >= 0 && b >= 0 && std::fabs(a - b) > tolerance;
}

}  // namespace

void UnitStack::begin(UnitKind kind, std::string label) {
  const int rank = rank_of(kind);
  const auto closes = [&](const Level& level) {
    const bool holds =
        level.step.kind == UnitKind::annex || level.step.kind == UnitKind::elucidation;
    if (rank == 0) return true;
    return !holds && (rank_of(level.step.kind) == 0 || rank_of(level.step.kind) >= rank);
  };
  levels_.erase(std::ranges::find_if(levels_, closes), levels_.end());
  Level level;
  level.step = {kind, std::move(label)};
  levels_.push_back(std::move(level));
}

void UnitStack::begin_amended(std::string label) {
  close_amended();
  Level level;
  level.step = {UnitKind::amended, std::move(label)};
  levels_.push_back(std::move(level));
}

bool UnitStack::close_amended() {
  const auto amended = std::ranges::find_if(
      levels_, [](const Level& level) { return level.step.kind == UnitKind::amended; });
  const bool found = amended != levels_.end();
  levels_.erase(amended, levels_.end());
  return found;
}

void UnitStack::begin_heading(std::string label, int depth) {
  const auto closes = [&](const Level& level) {
    return level.is_list || is_table(level.step.kind) ||
           (level.step.kind == UnitKind::heading && level.depth >= depth);
  };
  levels_.erase(std::ranges::find_if(levels_, closes), levels_.end());
  Level level;
  level.step = {UnitKind::heading, std::move(label)};
  level.depth = depth;
  levels_.push_back(std::move(level));
}

void UnitStack::begin_table(UnitKind kind, std::string label) {
  close_table();
  Level level;
  level.step = {kind, std::move(label)};
  levels_.push_back(std::move(level));
}

void UnitStack::close_table() {
  const auto table =
      std::ranges::find_if(levels_, [](const Level& level) { return is_table(level.step.kind); });
  levels_.erase(table, levels_.end());
}

bool UnitStack::has_table() const {
  return std::ranges::any_of(levels_, [](const Level& level) { return is_table(level.step.kind); });
}

void UnitStack::begin_row(std::string label) {
  close_row();
  Level level;
  level.step = {UnitKind::row, std::move(label)};
  levels_.push_back(std::move(level));
}

void UnitStack::close_row() {
  if (!levels_.empty() && levels_.back().step.kind == UnitKind::row && !levels_.back().is_list)
    levels_.pop_back();
}

void UnitStack::set(Level& level, const ListMark& mark, const TextLine& line) const {
  const bool article = !levels_.empty() && (is_in(UnitKind::article) || is_in(UnitKind::amended));
  const bool clause = mark.kind == MarkKind::number_brackets && article &&
                      (level.step.kind == UnitKind::clause || !levels_.back().is_list);
  level.is_list = true;
  level.mark = mark.kind;
  level.value = mark.kind == MarkKind::bullet ? level.value + 1 : mark.value;
  const bool brackets = mark.kind == MarkKind::number_brackets && !clause;
  std::string label = mark.kind == MarkKind::bullet ? std::to_string(level.value) : mark.label;
  if (brackets) label = "(" + label + ")";
  level.step = {clause ? UnitKind::clause : kind_of(mark.kind), std::move(label)};
  if (line.left >= 0) level.left = line.left;
  level.is_titled = false;
}

// The next item of a list that is open, the innermost first.
bool UnitStack::go_on(const ListMark& mark, const TextLine& line, const LineBefore& before) {
  const bool in_table = has_table();
  for (auto at = levels_.size(); at-- > 0;) {
    auto& level = levels_[at];
    if (!level.is_list || level.mark != mark.kind) continue;
    const int step = mark.kind == MarkKind::bullet ? 1 : mark.value - level.value;
    const bool apart =
        is_apart(level.left, line.left, in_table && mark.kind != MarkKind::bare ? near : far);
    if (apart && (in_table || !before.ended)) continue;
    const bool gap =
        step > 1 && step <= steps_max && before.ended && !is_apart(level.left, line.left, near);
    if (step != 1 && !gap) continue;
    levels_.resize(at + 1);
    set(levels_[at], mark, line);
    return true;
  }
  return false;
}

bool UnitStack::may_begin(const ListMark& mark,
                          const TextLine& line,
                          const LineBefore& before) const {
  // The first cell of a row may lie elsewhere in the reading order: a table may begin with row 2.
  if (mark.kind == MarkKind::bare) return has_table() && !is_in(UnitKind::row) && mark.value <= 2;
  if (mark.kind != MarkKind::bullet && mark.value != 1) return false;
  return !has_table() && (before.ended || before.is_item || line.after_gap);
}

void UnitStack::begin_list(const ListMark& mark, const TextLine& line) {
  const auto same = std::ranges::find_if(levels_, [&](const Level& level) {
    return level.is_list && level.mark == mark.kind && !is_apart(level.left, line.left, far);
  });
  levels_.erase(same, levels_.end());
  Level level;
  set(level, mark, line);
  levels_.push_back(std::move(level));
}

bool UnitStack::take_mark(const ListMark& mark, const TextLine& line, const LineBefore& before) {
  if (before.expects_number && !line.after_gap) return false;
  const auto roman = as_roman(mark);
  if (go_on(mark, line, before) || (roman && go_on(*roman, line, before))) return true;
  for (const auto& reading : {std::optional(mark), roman})
    if (reading && may_begin(*reading, line, before)) {
      begin_list(*reading, line);
      return true;
    }
  return false;
}

void UnitStack::set_titled(bool titled) {
  if (!levels_.empty()) levels_.back().is_titled = titled;
}

bool UnitStack::close_to_margin(double left, bool sentence_ended) {
  bool closed = false;
  while (!levels_.empty() && levels_.back().is_list && levels_.back().left >= 0) {
    const auto& top = levels_.back();
    if (!sentence_ended && !top.hangs) break;
    if (left >= top.left + (top.is_titled ? -near : near)) break;
    levels_.pop_back();
    closed = true;
  }
  return closed;
}

void UnitStack::learn_margin(double left) {
  if (levels_.empty() || !levels_.back().is_list || levels_.back().left < 0) return;
  if (left > levels_.back().left + near) levels_.back().hangs = true;
}

bool UnitStack::is_in(UnitKind kind) const {
  return std::ranges::any_of(levels_, [&](const Level& level) { return level.step.kind == kind; });
}

document::Locator UnitStack::locator() const {
  document::Locator locator;
  for (const auto& level : levels_) locator.push_back(level.step);
  return locator;
}

}  // namespace ingest
