// Initials of given names.
#include "text/initials.hpp"

#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace {

TEST(Initials, AreTheFirstLettersOfEachPart) {
  struct Case {
    std::string_view given;
    std::string_view initials;
  };

  for (const auto& c : std::vector<Case>{
           {"Dana Indra", "D. I."},
           {"Jean-Paul", "J.-P."},
           {"J.R.R.", "J. R. R."},
           {"J.-P.", "J.-P."},
           {"  Ömer   Faruk ", "Ö. F."},
           {"M", "M."},
           {"A. - B", "A.-B."},
           {"", ""},
           {"- .", ""},
       })
    EXPECT_EQ(text::format_initials(c.given), c.initials) << c.given;
}

}  // namespace
