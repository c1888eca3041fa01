// What counts as a slip of the finger, and what as another word.
#include "cli/near_miss.hpp"

#include <array>

#include <gtest/gtest.h>

namespace cli {

TEST(NearMiss, ProposesWhatWasProbablyMeant) {
  struct Case {
    std::string_view typed;
    std::string_view nearest;
  };

  constexpr std::array<std::string_view, 4> names = {"evaluate", "--indicator", "--level", "rate"};
  for (const auto& c : {Case{"evalaute", "evaluate"},
                        Case{"--indikator", "--indicator"},
                        Case{"--levl", "--level"},
                        Case{"rat", "rate"},
                        Case{"r", ""},
                        Case{"--quote", ""},
                        Case{"", ""},
                        Case{"serve", ""}})
    EXPECT_EQ(find_near_miss(c.typed, names), c.nearest) << c.typed;
}

}  // namespace cli
