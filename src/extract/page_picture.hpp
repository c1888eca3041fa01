// One page of any document that has pages on paper, as a picture; and the marks to paint on it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "extract/picture.hpp"

namespace extract {

/// The page, counted from 1. Empty where there is no such page, or it cannot be drawn.
std::optional<PagePicture> draw_page(std::string_view bytes, int number);

/// Boxes in points as "left,top,right,bottom" with a semicolon between two; none for "". Empty
/// where it says anything else, or more than 10,000.
std::optional<std::vector<document::Box>> parse_boxes(std::string_view words);

}  // namespace extract
