// Reads the paragraphs and tables of a Word document's body, note, header or text box.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codec/xml.hpp"
#include "extract/block_text.hpp"
#include "extract/docx_numbering.hpp"

namespace extract {

/// What was met on the way and is not part of the text.
struct DocxTally {
  int changes = 0;       ///< tracked insertions, deletions and moves
  int hidden_words = 0;  ///< runs that are not printed
};

/// Where a story finds what it refers to; all of it outlives the story.
struct DocxSurroundings {
  const DocxStyles& styles;
  DocxNumbering& numbering;
  std::map<std::string, codec::XmlNode> footnotes;  ///< by id
  std::map<std::string, codec::XmlNode> endnotes;
  std::string headings;  ///< the first paragraph that is a heading or a title
};

class DocxStory {
 public:
  DocxStory(DocxSurroundings& surroundings, DocxTally& tally)
      : surroundings_(surroundings), tally_(tally) {}

  /// Appends the blocks of `parent` to `target`. Notes follow the paragraph that refers to them.
  void read_blocks(codec::XmlNode parent, BlockText& target);

 private:
  struct Note {
    std::string mark;
    codec::XmlNode node;
  };

  void read_block(codec::XmlNode block, BlockText& target);
  void read_paragraph(codec::XmlNode paragraph, BlockText& target);
  void read_table(codec::XmlNode table, BlockText& target);
  void read_rows(codec::XmlNode parent, BlockText& target);
  void read_cells(codec::XmlNode parent, std::vector<std::string>& cells);
  void read_inlines(codec::XmlNode parent, BlockText& target);
  void read_inline(codec::XmlNode node, BlockText& target);
  bool read_character(codec::XmlNode node, BlockText& target);
  void read_run(codec::XmlNode run, BlockText& target);
  void read_alternatives(codec::XmlNode node, BlockText& target);
  void read_field_mark(codec::XmlNode mark);
  void refer_to_note(codec::XmlNode reference, BlockText& target);
  void find_boxes(codec::XmlNode node);
  void release_attachments(BlockText& target);
  void keep_heading(const ParagraphFormat& format, codec::XmlNode paragraph);

  DocxSurroundings& surroundings_;
  DocxTally& tally_;
  std::vector<bool> fields_;  // of each open field: still in its instruction, not its result
  std::vector<codec::XmlNode> boxes_;
  std::vector<Note> notes_;
  int footnotes_ = 0;
  int endnotes_ = 0;
  bool in_note_ = false;  // notes have no notes of their own
  bool in_cell_ = false;  // notes wait for the end of the table
};

}  // namespace extract
