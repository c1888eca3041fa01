// The turn that a camera wrote down, found or safely missed.
#include "extract/exif.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

std::string two_bytes(unsigned number) {
  return {static_cast<char>(number >> 8U), static_cast<char>(number & 255U)};
}

std::string segment(std::string_view kind, const std::string& content) {
  return "\xFF" + std::string(kind) + two_bytes(static_cast<unsigned>(content.size()) + 2) +
         content;
}

// A JPEG's beginning with an EXIF head whose directory has one other entry before the orientation.
std::string jpeg_with(unsigned orientation, bool big_endian) {
  const auto number = [&](unsigned value, std::size_t size) {
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i)
      bytes += static_cast<char>(value >> 8U * (big_endian ? size - 1 - i : i) & 255U);
    return bytes;
  };
  const auto entry = [&](unsigned tag, unsigned value) {
    return number(tag, 2) + number(3, 2) + number(1, 4) + number(value, 2) + number(0, 2);
  };
  const std::string tiff = (big_endian ? "MM" : "II") + number(42, 2) + number(8, 4) +
                           number(2, 2) + entry(0x0100, 6) + entry(0x0112, orientation) +
                           number(0, 4);
  return "\xFF\xD8" + segment("\xE0", "JFIF") + segment("\xE1", std::string("Exif\0\0", 6) + tiff) +
         "\xFF\xDA";
}

TEST(Exif, TellsHowTheCameraWasHeld) {
  for (unsigned orientation = 1; orientation <= 8; ++orientation)
    for (const bool big_endian : {true, false})
      EXPECT_EQ(extract::find_exif_orientation(jpeg_with(orientation, big_endian)),
                static_cast<int>(orientation));
}

TEST(Exif, TakesAnythingElseForUpright) {
  const auto whole = jpeg_with(6, true);
  for (const auto& jpeg : std::vector<std::string>{"",
                                                   "\xFF\xD8",
                                                   jpeg_with(0, true),
                                                   jpeg_with(9, false),
                                                   "\xFF\xD8" + segment("\xDA", whole)})
    EXPECT_EQ(extract::find_exif_orientation(jpeg), 1);
  for (std::size_t size = 0; size < whole.size() - 10; ++size)
    EXPECT_EQ(extract::find_exif_orientation(whole.substr(0, size)), 1) << size;
}

// The EXIF head alone, as a PNG holds it, behind two other chunks.
std::string png_with(unsigned orientation) {
  const auto jpeg = jpeg_with(orientation, true);
  const auto tiff = jpeg.substr(jpeg.find("MM"), 8 + 2 + 24 + 4);
  const auto chunk = [](std::string_view name, const std::string& content) {
    return std::string(2, '\0') + two_bytes(static_cast<unsigned>(content.size())) +
           std::string(name) + content + "sum!";
  };
  return "\x89PNG\r\n\x1A\n" + chunk("IHDR", std::string(13, '\0')) + chunk("gAMA", "0000") +
         chunk("eXIf", tiff) + chunk("IDAT", "") + chunk("IEND", "");
}

TEST(Exif, IsReadFromPngToo) {
  for (unsigned orientation = 1; orientation <= 8; ++orientation)
    EXPECT_EQ(extract::find_png_orientation(png_with(orientation)), static_cast<int>(orientation));
  const auto whole = png_with(6);
  for (std::size_t size = 0; size < 80; ++size)
    EXPECT_EQ(extract::find_png_orientation(whole.substr(0, size)), 1) << size;
  EXPECT_EQ(extract::find_png_orientation(std::string(9, '\xFF')), 1);
}

TEST(Exif, IsReadFromEachPageOfATiff) {
  // Two directories of one entry each: the second is turned.
  const auto directory = [](char orientation, char next) {
    return std::string("\1\0\x12\1\3\0\1\0\0\0", 10) + orientation + std::string(3, '\0') + next +
           std::string(3, '\0');
  };
  const auto tiff = std::string("II*\0\x08\0\0\0", 8) + directory(1, 26) + directory(6, 0);
  EXPECT_EQ(extract::find_tiff_orientation(tiff, 1), 1);
  EXPECT_EQ(extract::find_tiff_orientation(tiff, 2), 6);
  EXPECT_EQ(extract::find_tiff_orientation(tiff, 3), 1);
  EXPECT_EQ(extract::find_tiff_orientation(tiff.substr(0, 30), 2), 1);
  EXPECT_EQ(extract::count_tiff_pages(tiff, 9), 2);
  EXPECT_EQ(extract::count_tiff_pages(tiff, 1), 2) << "more than one";
  const auto loop = std::string("II*\0\x08\0\0\0", 8) + directory(1, 26) + directory(6, 8);
  EXPECT_EQ(extract::count_tiff_pages(loop, 9), 2);
  EXPECT_EQ(extract::count_tiff_pages("II*", 9), 0);
  EXPECT_FALSE(extract::is_tiff_cut_short(tiff, 9));
  EXPECT_TRUE(extract::is_tiff_cut_short(tiff.substr(0, tiff.size() - 1), 9)) << "a directory";
  EXPECT_TRUE(extract::is_tiff_cut_short(tiff.substr(0, 30), 9)) << "the second page";
}

TEST(Exif, TurnsThePictureTheOtherWayRound) {
  EXPECT_EQ(extract::quarter_turns(1), 0);
  EXPECT_EQ(extract::quarter_turns(3), 2);
  EXPECT_EQ(extract::quarter_turns(6), 1);
  EXPECT_EQ(extract::quarter_turns(8), 3);
  EXPECT_TRUE(extract::turns_sideways(6));
  EXPECT_FALSE(extract::turns_sideways(3));
}

}  // namespace
