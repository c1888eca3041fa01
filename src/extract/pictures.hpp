// Photos and scans of paper: PNG, JPEG, and TIFF with any number of pages. The one door to
// leptonica.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lines.hpp"
#include "extract/picture.hpp"

namespace extract {

/// The first bytes of PNG, JPEG or TIFF.
bool recognizes_picture(std::string_view bytes);

/// Pages without text, which OCR should read. Failures: damaged, too_large,
/// picture_too_large.
std::optional<Failure> extract_picture(std::string_view bytes);

/// Unpacks a page, counted from 1, for OCR: upright as the camera says, and evenly lit. Empty where
/// it is damaged or too large.
std::optional<PagePicture> draw_picture_page(std::string_view bytes, int number);

/// The page as a PNG, grey, with these boxes (in points) as if a yellow marker had gone over them.
/// What lies beyond the page's edge is not painted. Empty where memory fails.
std::string paint_png(const PagePicture& picture, const std::vector<document::Box>& marks);

}  // namespace extract
