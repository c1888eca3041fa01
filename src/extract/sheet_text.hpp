// The cells of a sheet become lines: line n is row n, and cells are parted by tabs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace extract {

/// Gathers the cells of one sheet in any order. Rows and columns count from 0.
class SheetText {
 public:
  static constexpr int rows_max = 1'048'576;
  static constexpr int columns_max = 16'384;

  /// What a cell shows, on one line. What lies outside the largest sheet, or is empty, is no cell.
  void add(int row, int column, std::string text);

  /// A comment on a cell: it stands at the end of the cell's row as "[comment B4] words".
  void add_comment(int row, int column, std::string_view text);

  /// Whether a cell of this column shows anything.
  [[nodiscard]] bool has_words(int column) const {
    return places_[static_cast<std::size_t>(column)] > 0;
  }

  /// How many bytes the text will have at least.
  [[nodiscard]] std::size_t size() const { return size_; }

  /// The lines up to the last row with words. A column in which no cell has words gets no tab.
  std::string release();

 private:
  struct Cell {
    int row = 0;
    int column = 0;
    std::string text;
  };

  void append_row(std::size_t first, std::size_t end, std::string& text) const;

  std::vector<Cell> cells_;
  std::vector<int> places_ = std::vector<int>(columns_max + 1, 0);  // column -> 1 where it is used
  std::size_t size_ = 0;
};

/// The words of a cell as they go into a line: NFC, no control characters, no breaks.
std::string to_cell_text(std::string_view words);

/// The name of a column ("AB") and of a cell ("AB12") by numbers that count from 0.
std::string format_cell_name(int row, int column);

/// Numbers that count from 0 by a cell's name; -1 for what the name lacks.
struct CellPlace {
  int row = -1;
  int column = -1;
};

CellPlace parse_cell_name(std::string_view name);

}  // namespace extract
