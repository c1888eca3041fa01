// How a camera or scanner was held, the one field of EXIF that reading needs; and what a TIFF says
// of its own pages.
#pragma once

#include <string_view>

namespace extract {

/// The orientation, 1 (upright) to 8, as EXIF counts it; 1 where a JPEG does not say.
int find_exif_orientation(std::string_view jpeg);

/// The same of a PNG, whose EXIF head is a chunk.
int find_png_orientation(std::string_view png);

/// The same of a page of a TIFF, counted from 1.
int find_tiff_orientation(std::string_view tiff, int page);

/// How many directories, and so pages, a TIFF has: one more than `most` where it has more. A chain
/// that leads back into itself ends there.
int count_tiff_pages(std::string_view tiff, int most);

/// Whether something that its first `most` pages say of themselves lies beyond the end of the file:
/// a directory, a value, a strip of the picture.
bool is_tiff_cut_short(std::string_view tiff, int most);

/// Quarter turns clockwise that make the picture upright.
constexpr int quarter_turns(int orientation) {
  switch (orientation) {
    case 3:
    case 4:
      return 2;
    case 5:
    case 6:
      return 1;
    case 7:
    case 8:
      return 3;
    default:
      return 0;
  }
}

/// Whether width and height change places.
constexpr bool turns_sideways(int orientation) {
  return quarter_turns(orientation) % 2 == 1;
}

}  // namespace extract
