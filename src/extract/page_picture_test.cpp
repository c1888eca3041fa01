// Boxes are read as they are written, and nothing else is taken for one.
#include "extract/page_picture.hpp"

#include <string>

#include <gtest/gtest.h>

namespace {

using document::Box;

TEST(PagePicture, ReadsBoxes) {
  using Boxes = std::vector<Box>;
  EXPECT_EQ(extract::parse_boxes(""), Boxes{});
  EXPECT_EQ(extract::parse_boxes("1,2.5,-3,4e1"), (Boxes{{1, 2.5, -3, 40}}));
  EXPECT_EQ(extract::parse_boxes("1,2,3,4;5,6,7,8"), (Boxes{{1, 2, 3, 4}, {5, 6, 7, 8}}));
}

TEST(PagePicture, TakesNothingElseForBoxes) {
  for (const auto* words : {"1",
                            "1,2,3",
                            "1,2,3,4;",
                            ";",
                            "1,2,3,4,5",
                            "a,b,c,d",
                            "1,2,3,nan",
                            "1,2,inf,4",
                            "1, 2,3,4"})
    EXPECT_FALSE(extract::parse_boxes(words)) << words;
  std::string many = "0,0,1,1";
  for (int i = 0; i < 10'000; ++i) many += ";0,0,1,1";
  EXPECT_FALSE(extract::parse_boxes(many));
}

TEST(PagePicture, IsOfDocumentsWithPagesOnly) {
  EXPECT_FALSE(extract::draw_page("halo", 1));
  EXPECT_FALSE(extract::draw_page("", 1));
}

}  // namespace
