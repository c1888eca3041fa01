// Walks blocks and inline elements by their names; what it does not know it walks through.
#include "extract/odf_story.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace extract {

namespace {

using codec::XmlNode;

constexpr std::string_view blanks = " \t\r\n";
constexpr int repeats_max = 100;  // of a row, cell or space with words
constexpr int cells_max = 1'000;  // of a row

// Elements whose words are no text of the document.
constexpr std::array<std::string_view, 13> passed_over = {"annotation-end",
                                                          "forms",
                                                          "event-listeners",
                                                          "title",
                                                          "desc",
                                                          "script",
                                                          "ruby-text",
                                                          "settings",
                                                          "object",
                                                          "image",
                                                          "animation-group",
                                                          "database-display",
                                                          "par"};

bool is_shape(std::string_view name) {
  constexpr std::array<std::string_view, 12> shapes = {"frame",
                                                       "custom-shape",
                                                       "rect",
                                                       "circle",
                                                       "ellipse",
                                                       "line",
                                                       "polygon",
                                                       "polyline",
                                                       "path",
                                                       "caption",
                                                       "connector",
                                                       "g"};
  return std::ranges::find(shapes, name) != shapes.end();
}

bool is_passed_over(std::string_view name) {
  return name.ends_with("-source") || name.ends_with("-decls") ||
         std::ranges::find(passed_over, name) != passed_over.end();
}

bool is_row_group(std::string_view name) {
  return name == "table-header-rows" || name == "table-rows" || name == "table-row-group";
}

}  // namespace

void OdfStory::read_blocks(XmlNode parent, BlockText& target) {
  for (const auto block : parent.children()) {
    if (target.is_full()) return;
    if (block.is_element()) read_block(block, target);
  }
}

void OdfStory::read_block(XmlNode block, BlockText& target) {
  const auto name = block.name();
  if (name == "tracked-changes") return count_changes(block);
  if (is_unseen(block)) return;
  if (name == "p" || name == "h") return read_paragraph(block, target);
  if (name == "list") return read_list(block, target);
  if (name == "table") return read_table(block, target);
  read_blocks(block, target);
}

// Comments are counted, hidden stretches with words too.
bool OdfStory::is_unseen(XmlNode node) {
  const auto name = node.name();
  if (name == "annotation") {
    ++tally_.comments;
    return true;
  }
  if (is_passed_over(name)) return true;
  const bool hides = node.attribute("is-hidden") == "true" || name == "hidden-text" ||
                     (name == "section" && node.attribute("display") == "none");
  const auto family = name == "p" || name == "h" ? "paragraph" : "text";
  const bool is_styled = name == "p" || name == "h" || name == "span";
  if (!hides && !(is_styled && styles_.is_hidden(family, node.attribute("style-name"))))
    return false;
  if (!node.all_text().empty() || !node.attribute("string-value").empty()) ++tally_.hidden_words;
  return true;
}

void OdfStory::count_changes(XmlNode changes) {
  for (const auto region : changes.children())
    if (region.name() == "changed-region" && !region.child("format-change")) ++tally_.changes;
}

void OdfStory::read_paragraph(XmlNode paragraph, BlockText& target) {
  target.end_block();
  const bool is_heading = paragraph.name() == "h";
  std::string mark;
  if (numbering_.is_in_list())
    mark = numbering_.count_item();
  else if (is_heading && paragraph.attribute("is-list-header") != "true")
    mark = numbering_.count_heading(read_odf_number(paragraph.attribute("outline-level"), 1));
  BlockText words;
  after_space_ = true;
  read_inlines(paragraph, words);
  auto text = words.release();
  if (heading_.empty() && (is_heading || paragraph.attribute("style-name") == "Title"))
    heading_ = flatten(text);
  if (!text.empty()) target.add_lines(mark + text);
  target.end_block();
  release_attachments(target);
}

// Boxes and notes of the paragraph that has ended, each a paragraph of its own.
void OdfStory::release_attachments(BlockText& target) {
  const auto boxes = std::exchange(boxes_, {});
  for (const auto box : boxes) {
    OdfStory story(styles_, tally_);
    story.in_note_ = true;
    story.read_blocks(box, target);
    target.end_block();
  }
  if (in_cell_) return;  // notes wait for the end of the table
  const auto notes = std::exchange(notes_, {});
  for (const auto& note : notes) {
    OdfStory story(styles_, tally_);
    story.in_note_ = true;
    BlockText words;
    story.read_blocks(note.body, words);
    target.add_lines(note.mark + ' ' + words.release());
    target.end_block();
  }
}

void OdfStory::read_list(XmlNode list, BlockText& target) {
  const bool continues =
      list.attribute("continue-numbering") == "true" || list.has_attribute("continue-list");
  numbering_.open_list(list.attribute("style-name"), continues);
  for (const auto item : list.children()) {
    if (target.is_full()) break;
    if (item.name() == "list-item") {
      const auto start = read_odf_number(item.attribute("start-value"), -1);
      numbering_.begin_item(start < 0 ? std::nullopt : std::optional(start));
      read_blocks(item, target);
    } else if (item.name() == "list-header") {
      numbering_.begin_header();
      read_blocks(item, target);
    }
  }
  numbering_.close_list();
}

void OdfStory::read_table(XmlNode table, BlockText& target) {
  target.end_block();
  read_rows(table, target);
  target.end_block();
  release_attachments(target);
}

void OdfStory::read_rows(XmlNode parent, BlockText& target) {
  for (const auto node : parent.children()) {
    if (target.is_full()) return;
    if (is_row_group(node.name())) read_rows(node, target);
    if (node.name() != "table-row") continue;
    const auto cells = read_cells(node);
    const int times =
        std::min(read_odf_number(node.attribute("number-rows-repeated"), 1), repeats_max);
    for (int i = 0; i < times; ++i) target.add_row(cells);
  }
}

std::vector<std::string> OdfStory::read_cells(XmlNode row) {
  std::vector<std::string> cells;
  for (const auto node : row.children()) {
    const bool is_covered = node.name() == "covered-table-cell";
    if (!is_covered && node.name() != "table-cell") continue;
    BlockText text;
    if (!is_covered) {
      OdfStory story(styles_, tally_);
      story.in_cell_ = true;
      story.in_note_ = in_note_;
      story.read_blocks(node, text);
      notes_.insert(notes_.end(), story.notes_.begin(), story.notes_.end());
    }
    const auto words = text.release();
    const int times = read_odf_number(node.attribute("number-columns-repeated"), 1);
    for (int i = 0; i < std::min(times, repeats_max); ++i) cells.push_back(words);
    if (cells.size() > cells_max) break;
  }
  return cells;
}

void OdfStory::read_inlines(XmlNode parent, BlockText& target) {
  for (const auto node : parent.children())
    if (node.is_text())
      add_words(node.text(), target);
    else if (!is_unseen(node))
      read_inline(node, target);
}

void OdfStory::read_inline(XmlNode node, BlockText& target) {
  const auto name = node.name();
  if (name == "s") return add_spaces(read_odf_number(node.attribute("c"), 1), target);
  if (name == "note") return refer_to_note(node, target);
  if (is_shape(name)) return boxes_.push_back(node);
  if (name == "tab" || name == "line-break") {
    name == "tab" ? target.add_tab() : target.add_line_break();
    after_space_ = true;
    return;
  }
  read_inlines(node, target);
}

// White space of the file's own layout is one space, and none at the beginning.
void OdfStory::add_words(std::string_view words, BlockText& target) {
  while (!words.empty()) {
    const auto begin = std::min(words.find_first_not_of(blanks), words.size());
    if (begin > 0 && !std::exchange(after_space_, true)) target.add(" ");
    words.remove_prefix(begin);
    const auto word = words.substr(0, words.find_first_of(blanks));
    if (word.empty()) return;
    target.add(word);
    after_space_ = false;
    words.remove_prefix(word.size());
  }
}

void OdfStory::add_spaces(int count, BlockText& target) {
  target.add(std::string(static_cast<std::size_t>(std::clamp(count, 0, repeats_max)), ' '));
  after_space_ = false;
}

void OdfStory::refer_to_note(XmlNode note, BlockText& target) {
  if (in_note_) return;  // notes have no notes of their own
  const auto mark = '[' + note.child("note-citation").all_text() + ']';
  target.add(mark);
  after_space_ = false;
  notes_.push_back({mark, note.child("note-body")});
}

}  // namespace extract
