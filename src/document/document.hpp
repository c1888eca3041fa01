// What a text is: pages, words and where they stand. The records that jenjang-extract writes and
// ingest reads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/locator.hpp"

namespace document {

/// What kind of bytes a file holds, told from its content, never from its name.
enum class Format { pdf, docx, plain_text, markdown, unknown };

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

/// One page: its number as counted from 1, its size in points, its range in the canonical text, its
/// words. A source without pages is one page with number 0.
struct Page {
  int number = 0;
  double width = 0;
  double height = 0;
  Range range;
  std::vector<Word> words;
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
