// The lines of a canonical text as they lie on their pages.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace ingest {

/// A line with words. Lengths are in points and -1 where the source has no boxes.
struct TextLine {
  std::size_t begin = 0;  ///< bytes of the canonical text, without white space around it
  std::size_t end = 0;
  std::size_t page = 0;  ///< position in the pages of the document
  std::string_view words;
  std::string_view mark;   ///< a list mark that the reading order had put elsewhere
  bool after_gap = false;  ///< an empty line, or nothing, stands before it on its page
  double left = -1;        ///< of the mark, where it has one
  double right = -1;
  double top = -1;
  double bottom = -1;
};

/// The lines in reading order. A list mark alone on its line that has the words of its item beside
/// it on the page is taken to them.
std::vector<TextLine> find_lines(std::string_view text,
                                 const std::vector<document::Page>& pages,
                                 const std::vector<std::size_t>& offsets);

}  // namespace ingest
