// The presentation: its list of slides, and the parts that belong to a slide.
#include "extract/pptx.hpp"

#include <utility>

#include "extract/pptx_shapes.hpp"
#include "extract/slide_pages.hpp"

namespace extract {

namespace {

using codec::XmlNode;

base::Result<void> read_diagrams(OfficeArchive& archive,
                                 const std::vector<Relationship>& relationships,
                                 const ShapeFindings& findings,
                                 BlockText& target) {
  for (const auto& id : findings.diagrams) {
    const auto part = find_by_id(relationships, id);
    if (!archive.has(part)) continue;
    const auto document = TRY(archive.read(part));
    read_paragraphs(document.root(), target);
  }
  return {};
}

base::Result<std::string> read_notes(OfficeArchive& archive, const std::string& part) {
  if (part.empty() || !archive.has(part)) return std::string();
  const auto document = TRY(archive.read(part));
  BlockText notes;
  read_shapes(document.root(), notes);
  return mark_notes(notes.release());
}

// A comment is an element "cm" in the old parts and in the new ones.
base::Result<int> count_comments(OfficeArchive& archive, const std::string& part) {
  if (part.empty() || !archive.has(part)) return 0;
  const auto document = TRY(archive.read(part));
  int count = 0;
  for (const auto node : document.root().children()) count += node.name() == "cm" ? 1 : 0;
  return count;
}

base::Result<void> read_slide(OfficeArchive& archive, const std::string& part, SlidePages& pages) {
  const auto relationships = TRY(archive.read_relationships(part));
  const auto document = TRY(archive.read(part));
  BlockText text;
  const auto findings = read_shapes(document.root(), text);
  TRY(read_diagrams(archive, relationships, findings, text));
  auto words = text.release();
  const auto notes = TRY(read_notes(archive, find_by_type(relationships, "notesSlide")));
  if (!words.empty() && !notes.empty()) words += "\n\n";
  words += notes;
  const auto show = document.root().attribute("show");
  TRY(pages.add(std::move(words), show == "0" || show == "false"));
  pages.set_title(findings.title);
  pages.count_hidden_words(findings.hidden_shapes);
  pages.count_comments(TRY(count_comments(archive, find_by_type(relationships, "comments"))));
  return {};
}

}  // namespace

base::Result<FoundText> read_pptx(OfficeArchive& archive, std::string_view main_part) {
  const auto relationships = TRY(archive.read_relationships(main_part));
  const auto presentation = TRY(archive.read(main_part));
  SlidePages pages(document::Format::pptx);
  pages.set_title(TRY(archive.read_core_title()));
  for (const auto node : presentation.root().child("sldIdLst").children()) {
    if (node.name() != "sldId") continue;
    const auto part = find_by_id(relationships, node.prefixed_attribute("id"));
    TRY(part.empty() ? pages.add({}, false) : read_slide(archive, part, pages));
  }
  return pages.release();
}

}  // namespace extract
