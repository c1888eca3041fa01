// The units that are open at a line, from the annex or chapter down to the innermost list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/locator.hpp"
#include "ingest/list_mark.hpp"
#include "ingest/text_lines.hpp"

namespace ingest {

/// What stands before a line, as far as lists care.
struct LineBefore {
  bool ended = true;            ///< it ends a sentence, an item or a lead
  bool expects_number = false;  ///< "… pada ayat": a number at the next line's head is text
  bool is_item = false;         ///< it bears a mark itself: "a. Kriteria" / "1) …"
};

class UnitStack {
 public:
  /// Opens a unit of rank, or of the frame; closes what stands below it or beside it.
  void begin(document::UnitKind kind, std::string label);

  /// Opens an article of the regulation that is being amended, inside the item that amends it.
  void begin_amended(std::string label);

  /// Opens a heading of a depth, counted from 1; closes those of the same depth and deeper.
  void begin_heading(std::string label, int depth);

  /// Opens a table or a sheet; an open one is closed.
  void begin_table(document::UnitKind kind, std::string label);
  void close_table();
  [[nodiscard]] bool has_table() const;

  /// Opens a row of a Markdown table; an open one is closed.
  void begin_row(std::string label);
  void close_row();

  /// Takes the mark as the next item of an open list or the first of a new one. False where it is
  /// neither: then it is text.
  bool take_mark(const ListMark& mark, const TextLine& line, const LineBefore& before);

  /// Opens a list whose first mark stands behind a word: "Menimbang : a. bahwa …".
  void begin_list(const ListMark& mark, const TextLine& line);

  /// Whether the innermost item is a short line of its own, with its text on the next one.
  void set_titled(bool titled);

  /// Closes items that a paragraph at this margin can't belong to; says whether any was closed.
  /// Inside a sentence only lists whose lines are known to stand to the right of their marks are
  /// closed.
  bool close_to_margin(double left, bool sentence_ended);

  /// Takes note of where a further line of the innermost item stands.
  void learn_margin(double left);

  /// Closes the lists inside an amended article, and the article; false where none is open.
  bool close_amended();

  [[nodiscard]] bool is_in(document::UnitKind kind) const;
  [[nodiscard]] document::Locator locator() const;

 private:
  struct Level {
    document::LocatorStep step;
    MarkKind mark = MarkKind::bullet;
    bool is_list = false;
    int value = 0;
    int depth = 0;  ///< of a heading
    double left = -1;
    bool is_titled = false;
    bool hangs = false;  ///< its further lines stand to the right of its marks
  };

  bool go_on(const ListMark& mark, const TextLine& line, const LineBefore& before);
  [[nodiscard]] bool may_begin(const ListMark& mark,
                               const TextLine& line,
                               const LineBefore& before) const;
  void set(Level& level, const ListMark& mark, const TextLine& line) const;

  std::vector<Level> levels_;
};

}  // namespace ingest
