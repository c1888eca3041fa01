// Photos and scans of paper: PNG, JPEG, and TIFF with any number of pages. The one door to
// leptonica.
#pragma once

#include <optional>
#include <string_view>

#include "extract/lines.hpp"
#include "extract/picture.hpp"

namespace extract {

/// The first bytes of PNG, JPEG or TIFF.
bool recognizes_picture(std::string_view bytes);

/// Pages without text, which OCR should read. Failures: damaged, too_large.
std::optional<Failure> extract_picture(std::string_view bytes);

/// Unpacks a page, counted from 1, for OCR: upright as the camera says, and evenly lit. Empty where
/// it is damaged or too large.
std::optional<PagePicture> draw_picture_page(std::string_view bytes, int number);

}  // namespace extract
