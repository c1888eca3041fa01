// Gathers the parts of a Word document and reads its stories in order.
#include "extract/docx.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/docx_story.hpp"

namespace extract {

namespace {

using codec::XmlDocument;
using codec::XmlNode;

// A part that a document may lack.
base::Result<std::optional<XmlDocument>> read_optional(OfficeArchive& archive,
                                                       const std::string& part) {
  if (part.empty() || !archive.has(part)) return std::optional<XmlDocument>();
  return std::optional<XmlDocument>(TRY(archive.read(part)));
}

XmlNode root_of(const std::optional<XmlDocument>& document) {
  return document ? document->root() : XmlNode();
}

// Notes by id; the lines that separate them from the text are none.
std::map<std::string, XmlNode> find_notes(XmlNode root) {
  std::map<std::string, XmlNode> notes;
  for (const auto node : root.children()) {
    const auto type = node.attribute("type");
    if (node.is_element() && (type.empty() || type == "normal"))
      notes.emplace(node.attribute("id"), node);
  }
  return notes;
}

int count_elements(XmlNode root, std::string_view name) {
  int count = 0;
  for (const auto node : root.children()) count += node.name() == name ? 1 : 0;
  return count;
}

// Headers and footers that say something, each text once.
base::Result<void> read_margins(OfficeArchive& archive,
                                const std::vector<Relationship>& relationships,
                                DocxStory& story,
                                BlockText& target) {
  constexpr int margins_max = 200;
  std::vector<std::string> seen;
  for (const auto& relationship : relationships) {
    const bool is_margin = relationship.type == "header" || relationship.type == "footer";
    if (!is_margin || !archive.has(relationship.target) || seen.size() > margins_max) continue;
    const auto document = TRY(archive.read(relationship.target));
    BlockText margin;
    story.read_blocks(document.root(), margin);
    auto words = '[' + relationship.type + "] " + flatten(margin.release());
    if (words.ends_with("] ") || std::ranges::find(seen, words) != seen.end()) continue;
    target.add(words);
    target.end_block();
    seen.push_back(std::move(words));
  }
  return {};
}

}  // namespace

base::Result<FoundText> read_docx(OfficeArchive& archive, std::string_view main_part) {
  const auto relationships = TRY(archive.read_relationships(main_part));
  const auto part = [&](std::string_view type) { return find_by_type(relationships, type); };
  const auto styles_part = TRY(read_optional(archive, part("styles")));
  const auto numbering_part = TRY(read_optional(archive, part("numbering")));
  const auto footnotes_part = TRY(read_optional(archive, part("footnotes")));
  const auto endnotes_part = TRY(read_optional(archive, part("endnotes")));
  const auto comments_part = TRY(read_optional(archive, part("comments")));
  const auto document = TRY(archive.read(main_part));

  const DocxStyles styles(root_of(styles_part));
  DocxNumbering numbering(root_of(numbering_part), styles);
  DocxSurroundings surroundings{styles,
                                numbering,
                                find_notes(root_of(footnotes_part)),
                                find_notes(root_of(endnotes_part)),
                                {}};
  DocxTally tally;
  DocxStory story(surroundings, tally);
  BlockText text;
  story.read_blocks(document.root().child("body"), text);
  TRY(read_margins(archive, relationships, story, text));

  FoundText found;
  found.format = document::Format::docx;
  found.title = TRY(archive.read_core_title());
  if (found.title.empty()) found.title = surroundings.headings;
  found.pages.push_back({document::Page{}, text.release()});
  add_count(found.problems, "reading.tracked_changes", tally.changes);
  add_count(found.problems, "reading.comments", count_elements(root_of(comments_part), "comment"));
  add_count(found.problems, "reading.hidden_text", tally.hidden_words);
  return found;
}

}  // namespace extract
