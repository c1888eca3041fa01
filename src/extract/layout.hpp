// Words with boxes become a page's text: which words share a line, where a line and where a
// paragraph ends.
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "extract/lines.hpp"

namespace extract {

/// A word as a reader of formats finds it, in reading order.
struct PlacedWord {
  std::string text;
  document::Box box;
  int rotation = 0;          ///< quarter turns clockwise
  bool space_after = false;  ///< the format says so; otherwise the gap tells
};

/// Writes the words into `page.text` with spaces, line breaks, and an empty line between blocks,
/// and their exact ranges into `page.page.words`. Hyphens at line ends stay as printed.
void compose_text(const std::vector<PlacedWord>& words, PageText& page);

}  // namespace extract
