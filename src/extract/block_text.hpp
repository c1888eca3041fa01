// Builds a page's canonical text from paragraphs, line breaks and rows of tables.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace extract {

/// The most that a document's text may hold.
constexpr std::size_t text_bytes_max = std::size_t{64} << 20U;

/// Paragraphs stand apart by an empty line; the rows of a table are lines one below the other, and
/// the cells of a row are separated by tabs. Soft hyphens and control characters are no text.
class BlockText {
 public:
  /// Words as they stand; line breaks and tabs of the file's own layout become spaces.
  void add(std::string_view words);
  /// A text of several lines: its line breaks are line breaks, its tabs tabs.
  void add_lines(std::string_view text);
  void add_tab();
  void add_line_break();

  /// What follows is a paragraph of its own.
  void end_block();

  /// A row of its cells, each on one line. A row without words is left out.
  void add_row(const std::vector<std::string>& cells);

  /// Nothing more is taken: the text has reached its limit.
  [[nodiscard]] bool is_full() const { return text_.size() > text_bytes_max; }

  /// The text in NFC, without spaces at the ends of lines and without empty lines at its end.
  std::string release();

 private:
  enum class Gap { none, line, block };

  void begin();
  void end_line();

  std::string text_;
  Gap gap_ = Gap::none;
};

/// The words on one line: breaks and tabs are spaces, and no two spaces stand together.
std::string flatten(std::string_view text);

}  // namespace extract
