// Sorts cells where they came out of order, and numbers the columns that are used.
#include "extract/sheet_text.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "extract/block_text.hpp"

namespace extract {

namespace {

constexpr int letters = 26;

bool is_in_sheet(int row, int column) {
  return row >= 0 && row < SheetText::rows_max && column >= 0 && column < SheetText::columns_max;
}

// Printable ASCII without two spaces together is on one line already.
bool is_plain(std::string_view words) {
  bool is_gap = true;
  for (const char byte : words) {
    const auto code = static_cast<unsigned char>(byte);
    if (code < 0x20 || code >= 0x7F || (byte == ' ' && is_gap)) return false;
    is_gap = byte == ' ';
  }
  return !is_gap;
}

}  // namespace

void SheetText::add(int row, int column, std::string text) {
  if (text.empty() || !is_in_sheet(row, column)) return;
  size_ += text.size() + 1;
  places_[static_cast<std::size_t>(column)] = 1;
  cells_.push_back({row, column, std::move(text)});
}

void SheetText::add_comment(int row, int column, std::string_view text) {
  if (text.empty() || !is_in_sheet(row, column)) return;
  std::string words = "[comment " + format_cell_name(row, column) + "] ";
  words += text;
  size_ += words.size() + 1;
  places_[columns_max] = 1;
  cells_.push_back({row, columns_max, std::move(words)});
}

std::string SheetText::release() {
  const auto by_place = [](const Cell& a, const Cell& b) {
    return std::pair(a.row, a.column) < std::pair(b.row, b.column);
  };
  if (!std::ranges::is_sorted(cells_, by_place)) std::ranges::stable_sort(cells_, by_place);
  std::partial_sum(places_.begin(), places_.end(), places_.begin());
  std::string text;
  text.reserve(size_ + size_ / 4);
  int row = 0;
  for (std::size_t first = 0; first < cells_.size() && text.size() <= text_bytes_max;) {
    auto end = first;
    while (end < cells_.size() && cells_[end].row == cells_[first].row) ++end;
    text.append(static_cast<std::size_t>(cells_[first].row - row), '\n');
    row = cells_[first].row;
    append_row(first, end, text);
    first = end;
  }
  *this = {};
  return text;
}

// The cells from `first` to `end` are one row.
void SheetText::append_row(std::size_t first, std::size_t end, std::string& text) const {
  int place = 1;
  for (auto i = first; i < end; ++i) {
    const int own = places_[static_cast<std::size_t>(cells_[i].column)];
    const bool is_same = i > first && own == place;  // twice the same cell, or a second comment
    text.append(static_cast<std::size_t>(own - place), '\t');
    if (is_same) text += ' ';
    text += cells_[i].text;
    place = own;
  }
}

std::string to_cell_text(std::string_view words) {
  if (is_plain(words)) return std::string(words);
  BlockText text;
  text.add(words);
  return flatten(text.release());
}

std::string format_cell_name(int row, int column) {
  std::string name;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / letters)
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % letters));
  return name + std::to_string(row + 1);
}

CellPlace parse_cell_name(std::string_view name) {
  std::size_t at = 0;
  int column = 0;
  for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z'; ++at)
    column = std::min(column * letters + (name[at] - 'A' + 1), SheetText::columns_max + 1);
  int row = 0;
  for (; at < name.size() && name[at] >= '0' && name[at] <= '9'; ++at)
    row = std::min(row * 10 + (name[at] - '0'), SheetText::rows_max + 1);
  return {row - 1, column - 1};
}

}  // namespace extract
