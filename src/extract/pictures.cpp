// Measures pictures by their heads alone; unpacks one page only to draw it for OCR.
#include "extract/pictures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <memory>

#include <leptonica/allheaders.h>

#include "extract/exif.hpp"

namespace extract {

namespace {

constexpr int pages_max = 1'000;
constexpr double pixels_max = 60e6;  // what is unpacked at all; larger than phones make
constexpr double points_an_inch = 72;

struct PixEnd {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};

using Picture = std::unique_ptr<Pix, PixEnd>;

// A picture as its head describes it.
struct Measures {
  int width = 0;
  int height = 0;
  int resolution = 0;  // as the file says; often made up
};

const l_uint8* to_units(std::string_view bytes) {
  return reinterpret_cast<const l_uint8*>(bytes.data());  // NOLINT(*reinterpret-cast)
}

document::Format find_picture_format(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return document::Format::png;
  if (bytes.starts_with("\xFF\xD8\xFF")) return document::Format::jpeg;
  const bool tiff = bytes.starts_with(std::string_view("II*\0", 4)) ||
                    bytes.starts_with(std::string_view("MM\0*", 4));
  return tiff ? document::Format::tiff : document::Format::unknown;
}

int read_resolution(std::string_view bytes, document::Format format) {
  // The bytes are only read: "r" says so.
  const std::unique_ptr<FILE, int (*)(FILE*)> file(
      ::fmemopen(const_cast<char*>(bytes.data()), bytes.size(), "r"), &std::fclose);  // NOLINT
  l_int32 right = 0;
  l_int32 down = 0;
  if (!file) return 0;
  const bool failed = format == document::Format::png
                          ? fgetPngResolution(file.get(), &right, &down) != 0
                          : fgetJpegResolution(file.get(), &right, &down) != 0;
  return failed ? 0 : right;
}

int find_orientation(std::string_view bytes, document::Format format, int number) {
  if (format == document::Format::png) return find_png_orientation(bytes);
  if (format == document::Format::tiff) return find_tiff_orientation(bytes, number);
  return find_exif_orientation(bytes);
}

// Whether the mark stands near the end where every whole file of the format has it.
bool is_cut_short(std::string_view bytes, document::Format format) {
  constexpr std::size_t tail_size = 4096;  // cameras write something of their own behind it
  if (format == document::Format::tiff) return is_tiff_cut_short(bytes, pages_max);
  const std::string_view mark = format == document::Format::png ? "IEND" : "\xFF\xD9";
  const auto tail = bytes.substr(bytes.size() - std::min(bytes.size(), tail_size));
  return tail.find(mark) == std::string_view::npos;
}

// Empty where there is no such page, or its head makes no sense.
std::optional<Measures> measure(std::string_view bytes, document::Format format, int number) {
  Measures found;
  l_int32 kind = 0;
  if (format == document::Format::tiff) {
    if (readHeaderMemTiff(to_units(bytes),
                          bytes.size(),
                          number - 1,
                          &found.width,
                          &found.height,
                          nullptr,
                          nullptr,
                          &found.resolution,
                          nullptr,
                          nullptr) != 0)
      return std::nullopt;
  } else {
    if (number != 1 || pixReadHeaderMem(to_units(bytes),
                                        bytes.size(),
                                        &kind,
                                        &found.width,
                                        &found.height,
                                        nullptr,
                                        nullptr,
                                        nullptr) != 0)
      return std::nullopt;
    found.resolution = read_resolution(bytes, format);
  }
  if (turns_sideways(find_orientation(bytes, format, number))) std::swap(found.width, found.height);
  if (found.width < 1 || found.height < 1) return std::nullopt;
  return found;
}

// Pixels an inch of the paper. Cameras write any number; then the paper is taken for A4.
double find_resolution(const Measures& measures) {
  constexpr double a4_inches = 297 / 25.4;
  constexpr int told_min = 100;  // 72 and 96 stand in files for "nobody knows"
  constexpr double inches_min = 3;
  constexpr double inches_max = 24;
  const double longest = std::max(measures.width, measures.height);
  const bool told = measures.resolution >= told_min &&
                    longest / measures.resolution >= inches_min &&
                    longest / measures.resolution <= inches_max;
  return told ? measures.resolution : longest / a4_inches;
}

// A page as it was unpacked: smaller by a whole number where its format allows that.
struct Unpacked {
  Picture picture;
  int reduction = 1;
};

// A large photo is unpacked in half, quarter or eighth size, which saves most of time and memory.
int find_reduction(double resolution) {
  int reduction = 1;
  while (reduction < 8 && resolution / (2.0 * reduction) >= ocr_resolution) reduction *= 2;
  return reduction;
}

Unpacked unpack(std::string_view bytes, document::Format format, int number, double resolution) {
  if (format == document::Format::tiff)  // turned upright by leptonica
    return {Picture(pixReadMemTiff(to_units(bytes), bytes.size(), number - 1))};
  if (format == document::Format::png)
    return {Picture(pixReadMemPng(to_units(bytes), bytes.size()))};
  const int reduction = find_reduction(resolution);
  return {Picture(pixReadMemJpeg(
              to_units(bytes), bytes.size(), 0, reduction, nullptr, L_JPEG_CONTINUE_WITH_BAD_DATA)),
          reduction};
}

// Mirrored pictures do not come from cameras: only the turns count.
Picture turn_upright(Picture picture, int orientation) {
  const int quarters = quarter_turns(orientation);
  return quarters == 0 ? std::move(picture) : Picture(pixRotateOrth(picture.get(), quarters));
}

// Grey and, unless it is black and white already, evenly lit: shadows of a hand go.
Picture to_grey(const Picture& picture) {
  constexpr int colors_with_alpha = 4;
  constexpr l_uint32 white = 0xFFFFFF00;
  const bool is_lit = pixGetDepth(picture.get()) == 1;
  const bool shines_through = pixGetSpp(picture.get()) == colors_with_alpha;
  const Picture opaque(shines_through ? pixAlphaBlendUniform(picture.get(), white)
                                      : pixClone(picture.get()));
  if (!opaque) return nullptr;
  Picture grey(pixConvertTo8(opaque.get(), 0));
  if (!grey || is_lit) return grey;
  Picture even(pixBackgroundNormSimple(grey.get(), nullptr, nullptr));
  return even ? std::move(even) : std::move(grey);
}

// To the resolution that OCR likes, unless it is near enough.
Picture scale_for_ocr(Picture picture, double resolution) {
  constexpr double near_enough = 1.25;
  const double scale = ocr_resolution / resolution;
  if (scale < near_enough && scale > 1 / near_enough) return picture;
  const auto factor = static_cast<l_float32>(std::min(scale, 4.0));
  return Picture(pixScale(picture.get(), factor, factor));
}

PagePicture copy_pixels(Pix& grey, double page_width, double page_height) {
  PagePicture picture;
  picture.width = pixGetWidth(&grey);
  picture.height = pixGetHeight(&grey);
  picture.page_width = page_width;
  picture.page_height = page_height;
  picture.resolution =
      static_cast<int>(std::lround(picture.width * points_an_inch / std::max(1.0, page_width)));
  picture.pixels.reserve(static_cast<std::size_t>(picture.width) *
                         static_cast<std::size_t>(picture.height));
  for (int row = 0; row < picture.height; ++row) {
    // Leptonica keeps four pixels in a word, the first in its highest byte.
    l_uint32* line = pixGetData(&grey) + static_cast<std::ptrdiff_t>(row) * pixGetWpl(&grey);
    for (int column = 0; column < picture.width; ++column)
      picture.pixels += static_cast<char>(GET_DATA_BYTE(line, column));
  }
  return picture;
}

constexpr int shades = 128;  // of paper, and as many of marked paper

// A palette whose second half is the first one seen through a yellow marker.
PixColormap* make_palette() {
  constexpr int depth = 8;
  constexpr int through_yellow = 3;  // blue light that comes back, as a part of all
  auto* palette = pixcmapCreate(depth);
  for (int i = 0; i < 2 * shades; ++i) {
    const int grey = i % shades * 255 / (shades - 1);
    pixcmapAddColor(palette, grey, grey, i < shades ? grey : grey / through_yellow);
  }
  return palette;
}

// Whole pixels between 0 and the picture's edge.
int to_pixel(double points, double scale, int size) {
  return static_cast<int>(std::lround(std::clamp(points * scale, 0.0, static_cast<double>(size))));
}

void mark(Pix& painted, const document::Box& box, double right, double down) {
  const int width = pixGetWidth(&painted);
  const int height = pixGetHeight(&painted);
  for (int row = to_pixel(box.top, down, height); row < to_pixel(box.bottom, down, height); ++row) {
    l_uint32* line = pixGetData(&painted) + static_cast<std::ptrdiff_t>(row) * pixGetWpl(&painted);
    for (int i = to_pixel(box.left, right, width); i < to_pixel(box.right, right, width); ++i)
      SET_DATA_BYTE(line, i, GET_DATA_BYTE(line, i) | shades);
  }
}

}  // namespace

bool recognizes_picture(std::string_view bytes) {
  return find_picture_format(bytes) != document::Format::unknown;
}

std::optional<Failure> extract_picture(std::string_view bytes) {
  setMsgSeverity(L_SEVERITY_NONE);
  const auto format = find_picture_format(bytes);
  if (format == document::Format::tiff && count_tiff_pages(bytes, pages_max) > pages_max)
    return Failure{"too_large"};
  int number = 0;
  while (const auto measures = measure(bytes, format, number + 1)) {
    if (++number > pages_max) return Failure{"too_large"};
    if (static_cast<double>(measures->width) * measures->height > pixels_max)
      return Failure{"picture_too_large"};
    if (number == 1) write_head(format, {});
    const double scale = points_an_inch / find_resolution(*measures);
    PageText page;
    page.page.number = number;
    page.page.width = measures->width * scale;
    page.page.height = measures->height * scale;
    page.page.ocr_use = document::OcrUse::missing;
    write_page(page);
    write_problem("reading.page_without_text", number);
  }
  if (number == 0) return Failure{"damaged"};
  if (is_cut_short(bytes, format)) write_problem("reading.cut_short", std::nullopt);
  write_end(true);
  return std::nullopt;
}

std::optional<PagePicture> draw_picture_page(std::string_view bytes, int number) {
  setMsgSeverity(L_SEVERITY_NONE);
  const auto format = find_picture_format(bytes);
  const auto measures = number < 1 ? std::nullopt : measure(bytes, format, number);
  if (!measures || static_cast<double>(measures->width) * measures->height > pixels_max)
    return std::nullopt;
  const double resolution = find_resolution(*measures);
  auto [picture, reduction] = unpack(bytes, format, number, resolution);
  if (picture) picture = to_grey(picture);
  if (picture && format != document::Format::tiff)
    picture = turn_upright(std::move(picture), find_orientation(bytes, format, number));
  if (picture) picture = scale_for_ocr(std::move(picture), resolution / reduction);
  if (!picture || pixGetDepth(picture.get()) != 8) return std::nullopt;
  if (static_cast<double>(pixGetWidth(picture.get())) * pixGetHeight(picture.get()) >
      ocr_pixels_max)
    return std::nullopt;
  return copy_pixels(*picture,
                     measures->width * points_an_inch / resolution,
                     measures->height * points_an_inch / resolution);
}

std::string paint_png(const PagePicture& picture, const std::vector<document::Box>& marks) {
  setMsgSeverity(L_SEVERITY_NONE);
  constexpr int depth = 8;
  const Picture painted(pixCreate(picture.width, picture.height, depth));
  if (!painted || pixSetColormap(painted.get(), make_palette()) != 0) return {};
  std::size_t place = 0;
  for (int row = 0; row < picture.height; ++row) {
    l_uint32* line =
        pixGetData(painted.get()) + static_cast<std::ptrdiff_t>(row) * pixGetWpl(painted.get());
    for (int column = 0; column < picture.width; ++column, ++place)
      SET_DATA_BYTE(line, column, static_cast<unsigned char>(picture.pixels[place]) / 2);
  }
  for (const auto& box : marks)
    mark(*painted,
         box,
         picture.width / std::max(1.0, picture.page_width),
         picture.height / std::max(1.0, picture.page_height));
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  if (pixWriteMemPng(&bytes, &size, painted.get(), 0) != 0) return {};
  std::string png(reinterpret_cast<const char*>(bytes), size);  // NOLINT(*reinterpret-cast)
  lept_free(bytes);
  return png;
}

}  // namespace extract
