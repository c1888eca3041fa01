// Sheets of an OpenDocument workbook: repeated rows and cells are counted out, within limits.
#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "extract/odf.hpp"
#include "extract/odf_parts.hpp"
#include "extract/odf_story.hpp"
#include "extract/page_notes.hpp"
#include "extract/sheet_name.hpp"
#include "extract/sheet_number.hpp"
#include "extract/sheet_text.hpp"

namespace extract {

namespace {

using codec::XmlNode;

constexpr int repeats_max = 1'000;  // of a row or a cell with words

bool is_out_of_sight(XmlNode node) {
  const auto visibility = node.attribute("visibility");
  return visibility == "collapse" || visibility == "filter";
}

int repeats_of(XmlNode node, std::string_view attribute, int repeats_most) {
  return std::clamp(read_odf_number(node.attribute(attribute), 1), 1, repeats_most);
}

// The value of a cell that shows no words of its own.
std::string read_value(XmlNode cell) {
  for (const auto* name : {"string-value", "date-value", "time-value", "boolean-value"})
    if (!cell.attribute(name).empty()) return to_cell_text(cell.attribute(name));
  const auto value = cell.attribute("value");
  return value.empty() ? std::string()
                       : to_cell_text(format_sheet_number(value, {}, Epoch::from_1900));
}

// Reads a sheet row by row and counts what a reader should know.
class OdsSheet {
 public:
  OdsSheet(const OdfStyles& styles, SheetText& target) : styles_(styles), target_(target) {}

  void read(XmlNode parent) {
    for (const auto node : parent.children()) {
      const auto name = node.name();
      if (target_.size() > text_bytes_max) return;
      if (name == "table-row")
        read_row(node);
      else if (name == "table-column")
        take_column(node);
      else if (name == "table-header-rows" || name == "table-rows" || name == "table-row-group" ||
               name == "table-header-columns" || name == "table-columns" ||
               name == "table-column-group")
        read(node);
    }
  }

  void note(const std::string& sheet, PageNotes& notes) const {
    int hidden_columns = 0;
    for (const auto& [first, last] : hidden_columns_)
      for (int column = first; column < last; ++column)
        hidden_columns += target_.has_words(column) ? 1 : 0;
    notes.add("reading.hidden_rows", sheet, hidden_rows_);
    notes.add("reading.hidden_columns", sheet, hidden_columns);
    notes.add("reading.merged_cells", sheet, merged_areas_);
    notes.add("reading.covered_cells", sheet, covered_cells_);
    notes.add("reading.formulas_without_value", sheet, formulas_without_value_);
    notes.add("reading.repeated_rows", sheet, left_out_);
    notes.add("reading.sheet_comments", sheet, comments_);
  }

 private:
  void take_column(XmlNode node) {
    const int times =
        repeats_of(node,
                   "number-columns-repeated",
                   SheetText::columns_max - std::min(columns_, SheetText::columns_max - 1));
    if (is_out_of_sight(node)) hidden_columns_.emplace_back(columns_, columns_ + times);
    columns_ = std::min(columns_ + times, SheetText::columns_max - 1);
  }

  void read_row(XmlNode row) {
    if (row_ >= SheetText::rows_max) return;
    const int times = repeats_of(row, "number-rows-repeated", SheetText::rows_max);
    const auto before = target_.size();
    const int shown = std::min(times, repeats_max);
    bool has_words = false;
    for (int i = 0; i < shown && (i == 0 || has_words); ++i) {
      if (target_.size() > text_bytes_max) return;
      read_cells(row, row_ + i);
      has_words = target_.size() > before;
    }
    if (has_words && is_out_of_sight(row)) hidden_rows_ += times;
    if (has_words) left_out_ += times - shown;
    row_ = std::min(row_ + times, SheetText::rows_max);
  }

  void read_cells(XmlNode row, int number) {
    int column = 0;
    for (const auto cell : row.children()) {
      const bool is_covered = cell.name() == "covered-table-cell";
      if ((!is_covered && cell.name() != "table-cell") || column >= SheetText::columns_max)
        continue;
      const int times = repeats_of(cell, "number-columns-repeated", SheetText::columns_max);
      read_cell(cell, is_covered, number, column, std::min(times, repeats_max));
      column += times;
    }
  }

  void read_cell(XmlNode cell, bool is_covered, int row, int column, int times) {
    if (cell.attribute("number-columns-spanned") > "1" ||
        cell.attribute("number-rows-spanned") > "1")
      ++merged_areas_;
    auto words = read_words(cell);
    if (!words.empty() && is_covered) {
      ++covered_cells_;
      return;
    }
    if (words.empty() && !cell.attribute("formula").empty() && cell.attribute("value-type").empty())
      ++formulas_without_value_;
    for (int i = 0; i < times && !words.empty(); ++i) target_.add(row, column + i, words);
    read_comment(cell.child("annotation"), row, column);
  }

  std::string read_words(XmlNode cell) {
    std::string words;
    for (const auto paragraph : cell.children()) {
      if (paragraph.name() != "p") continue;
      const auto line = read_paragraph(paragraph);
      if (!words.empty() && !line.empty()) words += ' ';
      words += line;
    }
    return words.empty() ? read_value(cell) : words;
  }

  // A paragraph is mostly one piece of text; the story takes the others.
  std::string read_paragraph(XmlNode paragraph) {
    int children = 0;
    bool is_text = true;
    for (const auto child : paragraph.children()) {
      is_text = is_text && child.is_text();
      if (++children > 1) break;
    }
    if (children < 2 && is_text) return to_cell_text(paragraph.text());
    OdfTally ignored;
    OdfStory story(styles_, ignored);
    BlockText words;
    story.read_block(paragraph, words);
    return flatten(words.release());
  }

  void read_comment(XmlNode annotation, int row, int column) {
    if (!annotation) return;
    std::string words;
    for (const auto paragraph : annotation.children()) {
      if (paragraph.name() != "p" && paragraph.name() != "list") continue;
      if (!words.empty()) words += ' ';
      words += to_cell_text(paragraph.all_text());
    }
    if (words.empty()) return;
    target_.add_comment(row, column, words);
    ++comments_;
  }

  const OdfStyles& styles_;
  SheetText& target_;
  std::vector<std::pair<int, int>> hidden_columns_;
  int row_ = 0;
  int columns_ = 0;
  int hidden_rows_ = 0;
  int merged_areas_ = 0;
  int covered_cells_ = 0;
  int formulas_without_value_ = 0;
  int left_out_ = 0;
  int comments_ = 0;
};

}  // namespace

base::Result<FoundText> read_ods(OfficeArchive& archive, std::string_view main_part) {
  const auto parts = TRY(read_odf_parts(archive, main_part));
  FoundText found;
  found.format = document::Format::ods;
  found.title = parts.title;
  PageNotes notes;
  for (const auto table : parts.body("spreadsheet").children()) {
    // A table with a source is a copy of another file's, kept for its formulas.
    if (table.name() != "table" || table.child("table-source")) continue;
    SheetText text;
    OdsSheet sheet(parts.styles, text);
    sheet.read(table);
    auto name = to_sheet_name(table.attribute("name"), found.pages.size() + 1);
    sheet.note(name, notes);
    if (parts.styles.is_hidden("table", table.attribute("style-name")))
      notes.add_page("reading.hidden_sheets", name);
    TRY(append_page(found, text.release(), std::move(name), sheets_max));
  }
  found.problems = notes.release();
  return found;
}

}  // namespace extract
