// A page as a picture: what OCR reads, whatever drew it.
#pragma once

#include <string>

namespace extract {

/// A page in grey, one byte a pixel, row by row from the top.
struct PagePicture {
  int width = 0;   ///< pixels
  int height = 0;  ///< pixels
  std::string pixels;
  int resolution = 0;      ///< pixels an inch of the paper
  double page_width = 0;   ///< points
  double page_height = 0;  ///< points
};

/// What OCR reads best for its time; finer pictures gain nothing.
constexpr int ocr_resolution = 200;

/// More pixels than an A2 page has at this resolution are not read.
constexpr double ocr_pixels_max = 20e6;

}  // namespace extract
