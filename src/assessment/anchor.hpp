// Where quoted words stand: shared by citations and by the codings of free codes.
#pragma once

#include <string>

#include "document/document.hpp"

namespace assessment {

/// The very words of a source and the place where they stand.
struct Anchor {
  std::string source_code;
  int page = 0;  ///< 0 for a source without pages
  document::Range range;
  document::Locator locator;  ///< the unit that holds the words; empty where none is known
  std::string quote;          ///< the page's own words
  std::string prefix;         ///< a few words before the quote, to find it again
  std::string suffix;
};

}  // namespace assessment
