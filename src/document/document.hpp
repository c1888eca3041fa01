// What a text is: pages, words and where they stand. The records that jenjang-extract writes and
// ingest reads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/locator.hpp"
#include "document/signature.hpp"

namespace document {

/// What kind of bytes a file holds, told from its content, never from its name.
enum class Format {
  pdf,
  docx,
  xlsx,
  pptx,
  odt,
  ods,
  odp,
  html,
  plain_text,
  markdown,
  png,
  jpeg,
  tiff,
  unknown
};

/// A half-open range of code points in a document's canonical text.
struct Range {
  std::int64_t begin = 0;
  std::int64_t end = 0;
  bool operator==(const Range&) const = default;
};

/// A box on a page in points (1/72 inch), origin at the top left.
struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  bool operator==(const Box&) const = default;
};

/// A word on a page: its range in the canonical text of the document and its box.
struct Word {
  Range range;
  Box box;
  bool operator==(const Word&) const = default;
};

/// Whether OCR can give the words of a page, or better ones.
enum class OcrUse {
  needless,  ///< a printed text
  missing,   ///< hardly any text: OCR alone can give it
  doubtful   ///< a picture with a text layer behind it, which was itself read by some OCR
};

/// What OCR made of a page, and how that compares with the page's own text layer.
struct OcrReading {
  int page = 0;
  bool is_canonical = true;  ///< its words are the page's text; otherwise the page's own layer is
  std::string languages;     ///< as Tesseract names them: "ind", "ind+eng"
  double confidence = 0;     ///< mean over its words, percent
  std::optional<double> known_share;        ///< of its words; empty without a dictionary
  std::optional<double> layer_known_share;  ///< of the layer's; empty also where there is no layer
  bool operator==(const OcrReading&) const = default;
};

/// One page: its number as counted from 1, its size in points, its range in the canonical text, its
/// words. A source without pages is one page with number 0. A sheet of a workbook is a page, and
/// its line n is its row n; a slide is a page too.
struct Page {
  int number = 0;
  double width = 0;
  double height = 0;
  Range range;
  std::vector<Word> words;
  std::string label = {};  ///< the name of a sheet; empty where pages have only numbers
  OcrUse ocr_use = OcrUse::needless;
  std::optional<OcrReading> ocr = {};
  std::string other_text = {};  ///< of the layer that is not canonical, where there are two
};

/// Something odd that was met while reading and is normal here: a page without text, a font without
/// a map.
struct Problem {
  std::string id;  ///< message id in locales/, such as "reading.page_without_text"
  std::optional<int> page;
  std::string detail;
};

/// What the extractor found in one file: the canonical text (UTF-8, NFC, LF), pages and problems.
struct Extraction {
  Format format = Format::unknown;
  std::string text;
  std::vector<Page> pages;
  std::vector<Problem> problems;
  std::vector<Signature> signatures = {};
  std::string title;
  bool needs_ocr = false;  ///< a scan: pages are pictures without a text layer
};

/// A stretch of one page.
struct PageRange {
  int page = 0;
  Range range;
  bool operator==(const PageRange&) const = default;
};

/// The natural unit of citing and searching: a paragraph of an article, a letter, a list item, a
/// table row. Most lie in one stretch. One that runs over a page break, or around a page's number
/// or a running head, has further stretches; its text is theirs, joined by line feeds.
struct Passage {
  int page = 0;  ///< where it begins; 0 for a source without pages
  Range range;   ///< its first stretch, in the canonical text of the document
  std::string text;
  Locator locator = {};
  std::vector<PageRange> continued = {};
};

}  // namespace document
