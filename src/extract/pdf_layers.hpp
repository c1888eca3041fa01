// How a PDF's pages are made: whether a page is a picture, and whether its words can be seen.
// Asks poppler's core, which alone knows.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace extract {

/// What is drawn on a page, as far as it tells a scan from a printed text.
struct PageLayers {
  bool is_picture = false;            ///< pictures cover nearly the whole page
  std::ptrdiff_t hidden_letters = 0;  ///< drawn invisibly, or covered by such a picture
  std::ptrdiff_t shown_letters = 0;
};

/// The layers of the first `pages` pages in order. A page without large pictures is not looked at
/// any further: all of it is zero. Empty where the document cannot be opened.
std::vector<PageLayers> find_layers(std::string_view bytes, int pages);

}  // namespace extract
