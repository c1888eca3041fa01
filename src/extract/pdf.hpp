// PDF: words and their boxes from the text layer, page by page. The one door to poppler.
#pragma once

#include <optional>
#include <string_view>

#include "extract/lines.hpp"
#include "extract/picture.hpp"

namespace extract {

/// %PDF within the first 1024 bytes.
bool recognizes_pdf(std::string_view bytes);

/// Failures: encrypted (a password is needed), damaged, too_large.
std::optional<Failure> extract_pdf(std::string_view bytes);

/// Draws a page, counted from 1, for OCR. Empty where there is none, or it is too large to draw.
std::optional<PagePicture> draw_pdf_page(std::string_view bytes, int number);

/// Loads the conversions that poppler needs, while files can still be opened.
void prepare_pdf();

/// Loads what finds a font on this machine for a file that brings none, while files can still be
/// opened: for those who draw.
void prepare_drawing();

}  // namespace extract
