// How a camera was held when it took a JPEG: the one field of EXIF that reading needs.
#pragma once

#include <string_view>

namespace extract {

/// The orientation, 1 (upright) to 8, as EXIF counts it; 1 where a JPEG does not say.
int find_exif_orientation(std::string_view jpeg);

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
