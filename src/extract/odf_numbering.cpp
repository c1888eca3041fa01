// A number is counted when its paragraph comes: an item that only holds another list has none.
#include "extract/odf_numbering.hpp"

#include <algorithm>
#include <utility>

namespace extract {

void OdfNumbering::open_list(std::string_view style, bool continues) {
  const bool is_outermost = open_.empty();
  open_.emplace_back(style.empty() && !is_outermost ? open_.back() : std::string(style));
  if (is_outermost && !continues) counts_.erase(open_.back());
}

void OdfNumbering::close_list() {
  open_.pop_back();
  is_waiting_ = false;
}

void OdfNumbering::begin_item(std::optional<int> start) {
  start_ = start;
  is_waiting_ = true;
}

void OdfNumbering::begin_header() {
  is_waiting_ = false;
}

std::string OdfNumbering::count_item() {
  if (open_.empty() || !std::exchange(is_waiting_, false)) return {};
  const auto* levels = styles_.find_levels(open_.back());
  if (levels == nullptr) return "• ";
  return count(*levels,
               static_cast<int>(open_.size()),
               std::exchange(start_, std::nullopt),
               counts_[open_.back()]);
}

std::string OdfNumbering::count_heading(int level) {
  const auto* levels = styles_.find_levels("");
  if (levels == nullptr) return {};
  return count(*levels, level, std::nullopt, counts_[""]);
}

std::string OdfNumbering::count(const OdfLevels& levels,
                                int level,
                                std::optional<int> start,
                                Counts& counts) {
  counts.erase(counts.upper_bound(level), counts.end());
  const auto own = levels.find(level);
  if (own == levels.end()) return {};
  const auto counted = counts.find(level);
  const int first = start.value_or(own->second.start);
  counts[level] = counted == counts.end() || start ? first : counted->second + 1;
  if (!own->second.bullet.empty()) return own->second.bullet + ' ';
  if (!own->second.number) return {};
  std::string number;
  for (int above = std::max(level - own->second.levels_shown + 1, 1); above <= level; ++above) {
    const auto format = levels.find(above);
    if (format == levels.end() || !format->second.number) continue;
    if (!number.empty()) number += '.';
    const auto reached = counts.try_emplace(above, format->second.start).first->second;
    number += format_list_number(reached, *format->second.number);
  }
  auto mark = own->second.prefix + number + own->second.suffix;
  if (!mark.ends_with(' ')) mark += ' ';
  return mark;
}

}  // namespace extract
