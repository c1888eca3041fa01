// Follows the units of a document line by line: which chapter, article, paragraph, letter a line
// stands in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/locator.hpp"
#include "ingest/text_lines.hpp"
#include "ingest/unit_head.hpp"
#include "ingest/unit_stack.hpp"

namespace ingest {

/// What a line is to the lines around it.
struct Placing {
  bool begins = false;   ///< a unit, or a passage, begins here
  bool is_head = false;  ///< "Pasal 5": keeps the next line
  bool alone = false;    ///< a heading or a row: the next line is another passage
};

/// The place where the reading stands. Lines are placed in reading order, without furniture. A
/// number counts only where it follows the one before it: an article that is quoted or amended, and
/// "(1)" behind "pada ayat", are text of the unit that names them.
class Outline {
 public:
  /// Whether the document is framed as a regulation: Menimbang, Menetapkan.
  explicit Outline(bool is_regulation);

  /// Places a line; `next` may be null.
  Placing place(const TextLine& line, const TextLine* next);

  [[nodiscard]] document::Locator locator() const { return units_.locator(); }

  /// Whether the sentence of the last line goes on in the next one.
  [[nodiscard]] bool is_open() const { return sentence_is_open_; }

 private:
  Placing find_place(const TextLine& line, const TextLine* next);
  std::optional<Placing> place_head(const UnitHead& head, bool after_gap);
  std::optional<Placing> place_article(const UnitHead& head, bool after_gap);
  std::optional<Placing> place_own_article(const UnitHead& head);
  std::optional<Placing> place_chapter(const UnitHead& head);
  std::optional<Placing> place_frame(const UnitHead& head, const TextLine& line);
  std::optional<Placing> place_closing(std::string_view words);
  std::optional<Placing> place_heading(const TextLine& line);
  std::optional<Placing> place_table(const TextLine& line);
  std::optional<Placing> place_mark(const TextLine& line, const TextLine* next);
  Placing place_plain(const TextLine& line, const TextLine* next);
  [[nodiscard]] bool expects_number() const;

  UnitStack units_;
  bool is_regulation_;
  bool is_in_frame_;              // before the first article or chapter, and not in an annex
  bool is_amending_ = false;      // its own articles are counted in Roman numbers
  bool expects_amended_ = false;  // "… berbunyi sebagai berikut:"
  bool has_article_ = false;
  bool is_contents_ = false;  // behind "DAFTAR ISI", up to the end of its page
  std::size_t page_ = 0;
  int chapter_ = 0;
  int article_ = 0;
  int rows_ = 0;  // of a Markdown table
  std::string_view previous_;
  bool previous_ended_ = true;
  bool previous_is_head_ = false;
  bool previous_is_item_ = false;
  bool sentence_is_open_ = false;
  bool is_item_ = false;
};

/// Whether a line of a table of contents: a title, dots and a page number.
bool is_contents_line(std::string_view line);

}  // namespace ingest
