// What a picture of a page is asked for, and where its marks lie.
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"

namespace workflow {

struct DrawRequest {
  std::string source;
  int page = 0;
  std::string quote;  ///< marked wherever it stands; empty for all citations of the page
};

struct DrawnPage {
  std::string png;
  int marked = 0;  ///< quotes
};

/// The boxes of the words that share a letter with one of the ranges; words of one range that
/// follow each other on a line are one box, the space between them included.
std::vector<document::Box> find_marks(const std::vector<document::Word>& words,
                                      const std::vector<document::Range>& ranges);

}  // namespace workflow
