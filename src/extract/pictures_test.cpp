// Pictures are measured by their heads and drawn page by page; bombs and torn files are refused.
#include "extract/pictures.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/sample_for_test.hpp"

namespace {

using base::load_sample;

// A PNG whose head claims so many pixels.
std::string png_of(unsigned width, unsigned height) {
  const auto number = [](unsigned value) {
    return std::string{static_cast<char>(value >> 24U),
                       static_cast<char>(value >> 16U & 255U),
                       static_cast<char>(value >> 8U & 255U),
                       static_cast<char>(value & 255U)};
  };
  return std::string("\x89PNG\r\n\x1A\n") + number(13) + "IHDR" + number(width) + number(height) +
         std::string("\x08\x00\x00\x00\x00", 5) + number(0) + number(0) + "IEND" + number(0);
}

TEST(Pictures, AreDrawnUprightAndForOcr) {
  struct Case {
    std::string name;
    int page;
    double width;  // points
    double height;
  };

  for (const auto& c : std::vector<Case>{
           {"notice.png", 1, 1240 * 0.48, 560 * 0.48},
           {"photo.jpg", 1, 841.89, 380.2},  // its 72 dots an inch are not believed: A4
           {"two-pages.tiff", 1, 1240 * 0.48, 560 * 0.48},
           {"two-pages.tiff", 2, 1240 * 0.48, 500 * 0.48},
       }) {
    const auto picture = extract::draw_picture_page(load_sample(c.name), c.page);
    ASSERT_TRUE(picture) << c.name;
    EXPECT_NEAR(picture->page_width, c.width, 0.5) << c.name;
    EXPECT_NEAR(picture->page_height, c.height, 0.5) << c.name;
    EXPECT_GE(picture->resolution, 149) << c.name;
    EXPECT_LE(picture->resolution, 201) << c.name;
    EXPECT_EQ(picture->pixels.size(),
              static_cast<std::size_t>(picture->width) * static_cast<std::size_t>(picture->height));
    // Paper is white and ink is black, also in the shadow of the photo.
    const auto dark = std::ranges::count_if(
        picture->pixels, [](char pixel) { return static_cast<unsigned char>(pixel) < 100; });
    const double ink = static_cast<double>(dark) / static_cast<double>(picture->pixels.size());
    EXPECT_GT(ink, 0.01) << c.name;
    EXPECT_LT(ink, 0.15) << c.name;
  }
}

TEST(Pictures, HaveNoOtherPages) {
  for (const auto* name : {"notice.png", "photo.jpg", "two-pages.tiff"})
    for (const int page : {-1, 0, 3, 1'000'000})
      EXPECT_FALSE(extract::draw_picture_page(load_sample(name), page)) << name << " " << page;
}

TEST(Pictures, ThatAreBombsOrTornAreRefused) {
  const auto refusal = [](const std::string& bytes) {
    const auto failure = extract::extract_picture(bytes);
    return failure ? failure->id : "";
  };
  for (const auto& [width, height] :
       {std::pair{60'000U, 60'000U}, {1U << 30U, 1U}, {8'000U, 8'000U}}) {
    EXPECT_EQ(refusal(png_of(width, height)), "picture_too_large") << width;
    EXPECT_FALSE(extract::draw_picture_page(png_of(width, height), 1)) << width;
  }
  EXPECT_EQ(refusal("\x89PNG\r\n\x1A\n"), "damaged");
  EXPECT_EQ(refusal("\xFF\xD8\xFF"), "damaged");
  EXPECT_EQ(refusal(std::string("II*\0\x08\0\0\0", 8)), "damaged");
  for (const auto* name : {"notice.png", "photo.jpg", "two-pages.tiff"}) {
    const auto whole = load_sample(name);
    for (std::size_t size = 0; size < whole.size(); size += whole.size() / 9 + 1)
      extract::draw_picture_page(whole.substr(0, size), 1);  // whatever comes of it, it comes
  }
}

TEST(Pictures, AreToldByTheirFirstBytes) {
  EXPECT_TRUE(extract::recognizes_picture(load_sample("notice.png")));
  EXPECT_TRUE(extract::recognizes_picture(load_sample("photo.jpg")));
  EXPECT_TRUE(extract::recognizes_picture(load_sample("two-pages.tiff")));
  for (const auto* bytes : {"", "MM", "IIII", "PNG", "%PDF-1.7", "GIF89a"})
    EXPECT_FALSE(extract::recognizes_picture(bytes)) << bytes;
}

// An uncompressed grey TIFF, white but for its black upper left quarter, with an orientation.
std::string tiff_with(unsigned orientation, unsigned width, unsigned height) {
  const auto number = [](unsigned value, int size) {
    std::string bytes;
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> 8U * unsigned(i) & 255U);
    return bytes;
  };
  std::string directory;
  unsigned count = 0;
  const auto entry = [&](unsigned tag, unsigned value) {
    directory += number(tag, 2) + number(4, 2) + number(1, 4) + number(value, 4);
    ++count;
  };
  constexpr unsigned pixels_at = 200;
  entry(256, width);
  entry(257, height);
  entry(258, 8);          // bits
  entry(259, 1);          // not packed
  entry(262, 1);          // black is zero
  entry(273, pixels_at);  // strip
  entry(274, orientation);
  entry(277, 1);       // samples
  entry(278, height);  // rows of the strip
  entry(279, width * height);
  std::string bytes =
      std::string("II*\0", 4) + number(8, 4) + number(count, 2) + directory + number(0, 4);
  bytes.resize(pixels_at, '\0');
  for (unsigned row = 0; row < height; ++row)
    for (unsigned column = 0; column < width; ++column)
      bytes += row < height / 2 && column < width / 2 ? '\0' : '\xFF';
  return bytes;
}

TEST(Pictures, OfATurnedTiffAreUprightAndSoAreTheirMeasures) {
  struct Case {
    unsigned orientation;
    bool is_sideways;
    bool dark_at_right;
    bool dark_at_bottom;
  };

  for (const auto& c : std::vector<Case>{{1, false, false, false},
                                         {3, false, true, true},
                                         {6, true, true, false},
                                         {8, true, false, true}}) {
    const auto picture = extract::draw_picture_page(tiff_with(c.orientation, 600, 300), 1);
    ASSERT_TRUE(picture) << c.orientation;
    EXPECT_EQ(picture->width < picture->height, c.is_sideways) << c.orientation;
    EXPECT_EQ(picture->page_width < picture->page_height, c.is_sideways) << c.orientation;
    const auto at = [&](int column, int row) {
      return static_cast<unsigned char>(
          picture->pixels.at(static_cast<std::size_t>(row * picture->width + column)));
    };
    const int column = picture->width / 4 + (c.dark_at_right ? picture->width / 2 : 0);
    const int row = picture->height / 4 + (c.dark_at_bottom ? picture->height / 2 : 0);
    EXPECT_LT(at(column, row), at(picture->width - column, row)) << c.orientation;
    EXPECT_LT(at(column, row), at(column, picture->height - row)) << c.orientation;
  }
}

TEST(Pictures, ArePaintedWithMarksThatStayInside) {
  extract::PagePicture page;
  page.width = 40;
  page.height = 20;
  page.page_width = 80;  // two points a pixel
  page.page_height = 40;
  page.pixels.assign(800, '\xFF');
  page.pixels[0] = '\0';
  const auto plain = extract::paint_png(page, {});
  const auto marked = extract::paint_png(page, {{20, 10, 40, 20}});
  EXPECT_TRUE(plain.starts_with("\x89PNG\r\n\x1A\n"));
  EXPECT_NE(plain, marked);
  EXPECT_EQ(extract::paint_png(page, {{20, 10, 40, 20}, {20, 10, 40, 20}}), marked);
  for (const auto& box :
       std::vector<document::Box>{{100, 0, 200, 40}, {-9, -9, -1, -1}, {30, 30, 10, 10}})
    EXPECT_EQ(extract::paint_png(page, {box}), plain);
  EXPECT_EQ(extract::paint_png(page, {{-1e300, -5, 1e300, 50}}),
            extract::paint_png(page, {{0, 0, 80, 40}}));
  // What was painted is a picture of the same size.
  const auto again = extract::draw_picture_page(marked, 1);
  ASSERT_TRUE(again);
  EXPECT_NEAR(again->page_width / again->page_height, 2, 0.01);
}

}  // namespace
