// Walks blocks and runs by their names; what it does not know it walks through.
#include "extract/docx_story.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "text/unicode.hpp"

namespace extract {

namespace {

using codec::XmlNode;

constexpr std::array<std::string_view, 12> passed_over = {"rPr",
                                                          "pPr",
                                                          "sdtPr",
                                                          "sdtEndPr",
                                                          "tblPr",
                                                          "tblGrid",
                                                          "instrText",
                                                          "delText",
                                                          "delInstrText",
                                                          "rt",
                                                          "sectPr",
                                                          "customXmlPr"};

bool is_passed_over(std::string_view name) {
  return std::ranges::find(passed_over, name) != passed_over.end();
}

bool is_on(XmlNode node) {
  const auto value = node.attribute("val");
  return node && value != "0" && value != "false" && value != "off";
}

// A mark of the author's own stands in the text already.
bool has_own_mark(XmlNode reference) {
  const auto value = reference.attribute("customMarkFollows");
  return !value.empty() && value != "0" && value != "false" && value != "off";
}

// A symbol by its code in its font, such as F0FC in Wingdings.
std::string read_symbol(XmlNode node) {
  const auto digits = node.attribute("char");
  unsigned code = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  if (code < 0x20) return {};
  if (code < 0x100) code += 0xF000;  // some write the code without its private area
  std::string symbol;
  text::append_utf8(symbol, code);
  return symbol;
}

// Word ignores white space at the ends unless told otherwise.
std::string_view read_words(XmlNode node) {
  auto words = node.text();
  if (node.attribute("space") == "preserve") return words;
  const auto begin = words.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return words.substr(begin, words.find_last_not_of(" \t\r\n") + 1 - begin);
}

bool is_hidden(XmlNode run) {
  return is_on(run.child("rPr").child("vanish"));
}

}  // namespace

void DocxStory::read_blocks(XmlNode parent, BlockText& target) {
  for (const auto block : parent.children()) {
    if (target.is_full()) return;
    if (block.is_element()) read_block(block, target);
  }
}

void DocxStory::read_block(XmlNode block, BlockText& target) {
  const auto name = block.name();
  if (name == "p") return read_paragraph(block, target);
  if (name == "tbl") return read_table(block, target);
  if (name == "del" || name == "moveFrom") {
    ++tally_.changes;
    return;
  }
  if (name == "AlternateContent") return read_alternatives(block, target);
  if (!is_passed_over(name)) read_blocks(block, target);
}

void DocxStory::read_paragraph(XmlNode paragraph, BlockText& target) {
  const auto properties = paragraph.child("pPr");
  const auto marks = properties.child("rPr");
  const auto format = surroundings_.styles.resolve(properties);
  target.add(surroundings_.numbering.count(format));
  read_inlines(paragraph, target);
  keep_heading(format, paragraph);
  if (marks.child("ins")) ++tally_.changes;
  if (marks.child("del")) {  // the end of this paragraph is deleted: the next one goes on here
    ++tally_.changes;
    return;
  }
  target.end_block();
  release_attachments(target);
}

void DocxStory::keep_heading(const ParagraphFormat& format, XmlNode paragraph) {
  const bool is_heading = format.style == "Title" || (format.outline && *format.outline < 9);
  if (!surroundings_.headings.empty() || !is_heading) return;
  DocxTally ignored;
  BlockText text;
  DocxStory story(surroundings_, ignored);
  story.in_note_ = true;
  story.read_inlines(paragraph, text);
  surroundings_.headings = flatten(text.release());
}

// Text boxes and notes of the paragraph that has ended, each a paragraph of its own.
void DocxStory::release_attachments(BlockText& target) {
  const auto boxes = std::exchange(boxes_, {});
  for (const auto box : boxes) {
    read_blocks(box, target);
    target.end_block();
  }
  if (in_cell_) return;  // notes wait for the end of the table
  const auto notes = std::exchange(notes_, {});
  const bool was_in_note = std::exchange(in_note_, true);
  for (const auto& note : notes) {
    target.add(note.mark + ' ');
    read_blocks(note.node, target);
    target.end_block();
  }
  in_note_ = was_in_note;
}

void DocxStory::read_table(XmlNode table, BlockText& target) {
  target.end_block();
  read_rows(table, target);
  target.end_block();
  release_attachments(target);
}

void DocxStory::read_rows(XmlNode parent, BlockText& target) {
  for (const auto node : parent.children()) {
    const auto name = node.name();
    if (target.is_full()) return;
    if (name != "tr") {
      if (node.is_element() && !is_passed_over(name) && name != "del") read_rows(node, target);
      continue;
    }
    const auto properties = node.child("trPr");
    if (properties.child("ins")) ++tally_.changes;
    if (properties.child("del")) {
      ++tally_.changes;
      continue;
    }
    std::vector<std::string> cells;
    read_cells(node, cells);
    target.add_row(cells);
  }
}

void DocxStory::read_cells(XmlNode parent, std::vector<std::string>& cells) {
  for (const auto node : parent.children()) {
    if (node.name() != "tc") {
      if (node.is_element() && !is_passed_over(node.name())) read_cells(node, cells);
      continue;
    }
    const auto merged = node.child("tcPr").child("vMerge");
    const bool goes_on = merged && merged.attribute("val") != "restart";
    BlockText text;
    const bool was_in_cell = std::exchange(in_cell_, true);
    if (!goes_on) read_blocks(node, text);
    in_cell_ = was_in_cell;
    cells.push_back(text.release());
  }
}

void DocxStory::read_inlines(XmlNode parent, BlockText& target) {
  for (const auto node : parent.children())
    if (node.is_element()) read_inline(node, target);
}

void DocxStory::read_inline(XmlNode node, BlockText& target) {
  const auto name = node.name();
  if (name == "r") return read_run(node, target);
  if (name == "del" || name == "moveFrom") {
    ++tally_.changes;
    return;
  }
  if (name == "ins") ++tally_.changes;
  if (name == "fldChar") return read_field_mark(node);
  if (name == "AlternateContent") return read_alternatives(node, target);
  if (name == "drawing" || name == "pict" || name == "object") return find_boxes(node);
  if (name == "txbxContent") return boxes_.push_back(node);
  if (is_passed_over(name)) return;
  const bool in_instruction = std::ranges::find(fields_, true) != fields_.end();
  if (in_instruction || !read_character(node, target)) read_inlines(node, target);
}

// Takes what stands for characters; false for everything else.
bool DocxStory::read_character(XmlNode node, BlockText& target) {
  const auto name = node.name();
  if (name == "t")
    target.add(read_words(node));
  else if (name == "tab" || name == "ptab")
    target.add_tab();
  else if (name == "br" || name == "cr")
    target.add_line_break();
  else if (name == "noBreakHyphen")
    target.add("-");
  else if (name == "sym")
    target.add(read_symbol(node));
  else if (name == "footnoteReference" || name == "endnoteReference")
    refer_to_note(node, target);
  else
    return name == "softHyphen";
  return true;
}

void DocxStory::read_run(XmlNode run, BlockText& target) {
  if (is_hidden(run)) {
    ++tally_.hidden_words;
    return;
  }
  read_inlines(run, target);
}

// The same content in several ways: the first that has any is read.
void DocxStory::read_alternatives(XmlNode node, BlockText& target) {
  for (const auto way : node.children()) {
    if (way.name() != "Choice" && way.name() != "Fallback") continue;
    const bool has_text = !way.all_text().empty();
    if (!has_text && way.name() == "Choice") continue;
    bool has_blocks = false;
    for (const auto child : way.children())
      has_blocks = has_blocks || child.name() == "p" || child.name() == "tbl";
    has_blocks ? read_blocks(way, target) : read_inlines(way, target);
    return;
  }
}

void DocxStory::read_field_mark(XmlNode mark) {
  const auto type = mark.attribute("fldCharType");
  if (type == "begin")
    fields_.push_back(true);
  else if (type == "separate" && !fields_.empty())
    fields_.back() = false;
  else if (type == "end" && !fields_.empty())
    fields_.pop_back();
}

void DocxStory::refer_to_note(XmlNode reference, BlockText& target) {
  const bool is_footnote = reference.name() == "footnoteReference";
  const auto& notes = is_footnote ? surroundings_.footnotes : surroundings_.endnotes;
  const auto note = notes.find(std::string(reference.attribute("id")));
  if (in_note_ || note == notes.end()) return;
  const int number = is_footnote ? ++footnotes_ : ++endnotes_;
  const auto style = is_footnote ? NumberStyle::decimal : NumberStyle::lower_roman;
  const auto mark = '[' + format_list_number(number, style) + ']';
  if (!has_own_mark(reference)) target.add(mark);
  notes_.push_back({mark, note->second});
}

void DocxStory::find_boxes(XmlNode node) {
  for (const auto child : node.children()) {
    if (!child.is_element()) continue;
    if (child.name() == "txbxContent") {
      boxes_.push_back(child);
    } else if (child.name() == "AlternateContent") {
      BlockText nothing;
      read_alternatives(child, nothing);
    } else {
      find_boxes(child);
    }
  }
}

}  // namespace extract
