// Texts and presentations, and what the manifest says of encryption.
#include "extract/odf.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "extract/odf_parts.hpp"
#include "extract/odf_story.hpp"
#include "extract/slide_pages.hpp"

namespace extract {

namespace {

using codec::XmlNode;

constexpr std::string_view manifest_part = "META-INF/manifest.xml";

std::string read_flat(const OdfStyles& styles, XmlNode parent, OdfTally& tally) {
  OdfStory story(styles, tally);
  BlockText words;
  story.read_blocks(parent, words);
  return flatten(words.release());
}

// Headers and footers that say something, each text once.
void read_margins(const OdfParts& parts, OdfTally& tally, BlockText& target) {
  if (!parts.styles_document) return;
  constexpr std::size_t margins_max = 200;
  std::vector<std::string> seen;
  for (const auto page : parts.styles_document->root().child("master-styles").children())
    for (const auto margin : page.children()) {
      const bool is_header = margin.name().starts_with("header");
      if ((!is_header && !margin.name().starts_with("footer")) || seen.size() > margins_max ||
          margin.attribute("display") == "false")
        continue;
      const auto words = read_flat(parts.styles, margin, tally);
      const auto marked = (is_header ? "[header] " : "[footer] ") + words;
      if (words.empty() || std::ranges::find(seen, marked) != seen.end()) continue;
      target.add(marked);
      target.end_block();
      seen.push_back(marked);
    }
}

bool is_margin_of_slide(XmlNode shape) {
  const auto kind = shape.attribute("class");
  return kind == "page-number" || kind == "date-time" || kind == "footer" || kind == "header" ||
         kind == "page";
}

// The shapes of a slide or of its notes: titles or the others.
void read_shapes(OdfStory& story, XmlNode page, bool titles, BlockText& target) {
  for (const auto shape : page.children()) {
    const bool is_title = shape.attribute("class") == "title";
    if (!shape.is_element() || is_title != titles || shape.name() == "notes" ||
        is_margin_of_slide(shape) || shape.attribute("placeholder") == "true")
      continue;
    story.read_block(shape, target);
    target.end_block();
  }
}

std::string read_page(const OdfParts& parts, XmlNode page, OdfTally& tally, std::string* title) {
  OdfStory story(parts.styles, tally);
  BlockText text;
  read_shapes(story, page, true, text);
  BlockText body;
  read_shapes(story, page, false, body);
  auto words = text.release();
  if (title != nullptr) *title = flatten(words);
  const auto rest = body.release();
  if (!words.empty() && !rest.empty()) words += "\n\n";
  return words + rest;
}

}  // namespace

base::Result<FoundText> read_odt(OfficeArchive& archive, std::string_view main_part) {
  const auto parts = TRY(read_odf_parts(archive, main_part));
  OdfTally tally;
  OdfStory story(parts.styles, tally);
  BlockText text;
  story.read_blocks(parts.body("text"), text);
  read_margins(parts, tally, text);
  FoundText found;
  found.format = document::Format::odt;
  found.title = parts.title.empty() ? story.heading() : parts.title;
  found.pages.push_back({document::Page{}, text.release()});
  add_count(found.problems, "reading.tracked_changes", tally.changes);
  add_count(found.problems, "reading.comments", tally.comments);
  add_count(found.problems, "reading.hidden_text", tally.hidden_words);
  return found;
}

base::Result<FoundText> read_odp(OfficeArchive& archive, std::string_view main_part) {
  const auto parts = TRY(read_odf_parts(archive, main_part));
  OdfTally tally;
  SlidePages pages(document::Format::odp);
  pages.set_title(parts.title);
  for (const auto page : parts.body("presentation").children()) {
    if (page.name() != "page") continue;
    std::string title;
    auto words = read_page(parts, page, tally, &title);
    const auto notes = mark_notes(read_page(parts, page.child("notes"), tally, nullptr));
    if (!words.empty() && !notes.empty()) words += "\n\n";
    const bool is_hidden = parts.styles.is_hidden("drawing-page", page.attribute("style-name"));
    TRY(pages.add(words + notes, is_hidden));
    pages.set_title(std::move(title));
  }
  pages.count_comments(tally.comments);
  pages.count_hidden_words(tally.hidden_words);
  pages.count_changes(tally.changes);
  return pages.release();
}

base::Result<bool> is_encrypted_odf(OfficeArchive& archive) {
  if (archive.has("encrypted-package")) return true;
  if (!archive.has(manifest_part)) return false;
  const auto manifest = TRY(archive.read(manifest_part));
  for (const auto entry : manifest.root().children())
    if (entry.child("encryption-data")) return true;
  return false;
}

base::Result<std::string> read_odf_type(OfficeArchive& archive) {
  if (!archive.has(manifest_part)) return std::string();
  const auto manifest = TRY(archive.read(manifest_part));
  for (const auto entry : manifest.root().children())
    if (entry.attribute("full-path") == "/") return std::string(entry.attribute("media-type"));
  return std::string();
}

}  // namespace extract
