// Reads the paragraphs, lists and tables of an OpenDocument text, cell, box or note.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "codec/xml.hpp"
#include "extract/block_text.hpp"
#include "extract/odf_numbering.hpp"
#include "extract/odf_styles.hpp"

namespace extract {

/// What was met on the way and is not part of the text.
struct OdfTally {
  int changes = 0;       ///< tracked insertions and deletions
  int hidden_words = 0;  ///< stretches that are not printed
  int comments = 0;
};

class OdfStory {
 public:
  OdfStory(const OdfStyles& styles, OdfTally& tally)
      : styles_(styles), tally_(tally), numbering_(styles) {}

  /// Appends the blocks of `parent` to `target`. Notes follow the paragraph that refers to them, or
  /// its table; boxes follow their paragraph.
  void read_blocks(codec::XmlNode parent, BlockText& target);

  /// Appends one block: a paragraph, a list, a table, or whatever holds such.
  void read_block(codec::XmlNode block, BlockText& target);

  /// The first heading or title on one line.
  [[nodiscard]] const std::string& heading() const { return heading_; }

 private:
  struct Note {
    std::string mark;
    codec::XmlNode body;
  };

  void read_paragraph(codec::XmlNode paragraph, BlockText& target);
  void read_list(codec::XmlNode list, BlockText& target);
  void read_table(codec::XmlNode table, BlockText& target);
  void read_rows(codec::XmlNode parent, BlockText& target);
  std::vector<std::string> read_cells(codec::XmlNode row);
  void read_inlines(codec::XmlNode parent, BlockText& target);
  void read_inline(codec::XmlNode node, BlockText& target);
  void add_words(std::string_view words, BlockText& target);
  void add_spaces(int count, BlockText& target);
  void refer_to_note(codec::XmlNode note, BlockText& target);
  void release_attachments(BlockText& target);
  void count_changes(codec::XmlNode changes);
  bool is_unseen(codec::XmlNode node);

  const OdfStyles& styles_;
  OdfTally& tally_;
  OdfNumbering numbering_;
  std::vector<codec::XmlNode> boxes_;
  std::vector<Note> notes_;
  std::string heading_;
  bool after_space_ = true;  // white space that follows is none
  bool in_note_ = false;
  bool in_cell_ = false;
};

}  // namespace extract
