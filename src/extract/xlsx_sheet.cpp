// Cells by their type: shared and inline strings, numbers by style, truth values, errors.
#include "extract/xlsx_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <unordered_set>
#include <utility>

#include "extract/block_text.hpp"

namespace extract {

namespace {

using codec::XmlNode;

bool is_true(std::string_view value) {
  return value == "1" || value == "true";
}

struct Area {
  CellPlace first;
  CellPlace last;
};

// "B2:D5"; a single cell is an area too.
Area parse_area(std::string_view reference) {
  const auto colon = reference.find(':');
  const auto first = parse_cell_name(reference.substr(0, colon));
  return {first,
          colon == std::string_view::npos ? first : parse_cell_name(reference.substr(colon + 1))};
}

// The cells that lie under a merged one.
class CoveredCells {
 public:
  explicit CoveredCells(XmlNode merges) {
    for (const auto node : merges.children()) {
      if (node.name() != "mergeCell") continue;
      ++areas_;
      cover(parse_area(node.attribute("ref")));
    }
  }

  [[nodiscard]] int areas() const { return areas_; }

  [[nodiscard]] bool contains(int row, int column) const {
    return !cells_.empty() && cells_.contains(to_key(row, column));
  }

 private:
  static constexpr std::size_t cells_max = 1'000'000;

  static std::int64_t to_key(int row, int column) {
    return std::int64_t{row} * SheetText::columns_max + column;
  }

  void cover(const Area& area) {
    for (int row = std::max(area.first.row, 0); row <= area.last.row; ++row)
      for (int column = std::max(area.first.column, 0); column <= area.last.column; ++column) {
        if (cells_.size() >= cells_max) return;
        if (row != area.first.row || column != area.first.column)
          cells_.insert(to_key(row, column));
      }
  }

  std::unordered_set<std::int64_t> cells_;
  int areas_ = 0;
};

// Reads row after row; cells without a name of their own follow the one before them.
class CellReader {
 public:
  CellReader(const WorkbookContext& context, const CoveredCells& covered, SheetText& target)
      : context_(context), covered_(covered), target_(target) {}

  void read_row(XmlNode row) {
    const int number = read_index(row.attribute("r"));
    row_ = number > 0 ? number - 1 : row_ + 1;
    column_ = -1;
    const auto before = target_.size();
    for (const auto cell : row.children())
      if (cell.name() == "c") read_cell(cell);
    if (target_.size() > before && is_true(row.attribute("hidden"))) ++findings.hidden_rows;
  }

  SheetFindings findings;

 private:
  void read_cell(XmlNode cell) {
    const auto place = parse_cell_name(cell.attribute("r"));
    column_ = place.column >= 0 ? place.column : column_ + 1;
    if (target_.size() > text_bytes_max) return;
    auto words = read_value(cell);
    if (words.empty()) return;
    if (covered_.contains(row_, column_)) {
      ++findings.covered_cells;
      return;
    }
    target_.add(row_, column_, std::move(words));
  }

  std::string read_value(XmlNode cell) {
    const auto type = cell.attribute("t");
    if (type == "inlineStr") return read_rich_text(cell.child("is"));
    const auto value = cell.child("v").text();
    if (value.empty()) {
      if (cell.child("f") && type != "str") ++findings.formulas_without_value;
      return {};
    }
    if (type == "s") return find_string(value);
    if (type == "b") return is_true(value) ? "TRUE" : "FALSE";
    if (type.empty() || type == "n")
      return to_cell_text(format_sheet_number(value, find_format(cell), context_.epoch));
    return to_cell_text(value);
  }

  [[nodiscard]] std::string find_string(std::string_view value) const {
    const auto index = static_cast<std::size_t>(read_index(value));
    return index < context_.strings.size() ? context_.strings[index] : std::string();
  }

  [[nodiscard]] NumberFormat find_format(XmlNode cell) const {
    const auto index = static_cast<std::size_t>(read_index(cell.attribute("s")));
    return index < context_.formats.size() ? context_.formats[index] : NumberFormat{};
  }

  const WorkbookContext& context_;
  const CoveredCells& covered_;
  SheetText& target_;
  int row_ = -1;
  int column_ = -1;
};

int count_hidden_columns(XmlNode columns, const SheetText& text) {
  int count = 0;
  for (const auto node : columns.children()) {
    if (node.name() != "col" || !is_true(node.attribute("hidden"))) continue;
    const int last = std::min(read_index(node.attribute("max")), SheetText::columns_max);
    for (int column = std::max(read_index(node.attribute("min")), 1); column <= last; ++column)
      if (text.has_words(column - 1)) ++count;
  }
  return std::min(count, SheetText::columns_max);
}

}  // namespace

SheetFindings read_cells(XmlNode sheet, const WorkbookContext& context, SheetText& target) {
  const CoveredCells covered(sheet.child("mergeCells"));
  CellReader reader(context, covered, target);
  for (const auto row : sheet.child("sheetData").children())
    if (row.name() == "row") reader.read_row(row);
  auto findings = reader.findings;
  findings.merged_areas = covered.areas();
  findings.hidden_columns = count_hidden_columns(sheet.child("cols"), target);
  return findings;
}

std::string read_rich_text(XmlNode node) {
  std::string words;
  for (const auto child : node.children()) {
    if (child.name() == "t") words += child.text();
    if (child.name() == "r") words += child.child("t").text();
  }
  return to_cell_text(words);
}

int read_index(std::string_view digits) {
  int index = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
  return error == std::errc() && end == digits.data() + digits.size() ? index : -1;
}

}  // namespace extract
