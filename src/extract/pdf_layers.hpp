// How a PDF is made: whether a page is a picture, whether its words can be seen, and whether the
// file would act. Asks poppler's core, which
// alone knows.
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

/// What lies in a PDF beside its words.
struct PdfInside {
  /// Of each page in order. A page without large pictures is not looked at any further: all of it
  /// is zero.
  std::vector<PageLayers> layers;
  bool has_scripts = false;  ///< scripts, or actions that start a program
};

/// What lies in the first `pages` pages; nothing where the document cannot be opened.
PdfInside look_inside(std::string_view bytes, int pages);

}  // namespace extract
