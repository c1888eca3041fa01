// A claim of coverage always names the whole that it is a part of.
#include "assessment/coverage.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace {

using assessment::Coverage;
using assessment::CoverageKind;

TEST(Coverage, IsReadAsWritten) {
  struct Case {
    const char* share;
    Coverage coverage;
  };

  for (const auto& c : std::vector<Case>{
           {"12/40", {CoverageKind::counted, 12, 40, "bidang"}},
           {"0/1", {CoverageKind::counted, 0, 1, "bidang"}},
           {"40/40", {CoverageKind::counted, 40, 40, "bidang"}},
           {" 3 / 8 ", {CoverageKind::counted, 3, 8, "bidang"}},
           {"some/40", {CoverageKind::some, 0, 40, "bidang"}},
           {"all/1000000", {CoverageKind::all, 0, 1'000'000, "bidang"}},
       }) {
    const auto read = assessment::parse_coverage(c.share, " bidang ");
    ASSERT_TRUE(read) << c.share;
    EXPECT_EQ(*read, c.coverage) << c.share;
  }
}

TEST(Coverage, IsRefusedWhereItSaysNothing) {
  const std::string long_unit(201, 'x');

  struct Case {
    const char* share;
    std::string unit;
    const char* id;
  };

  for (const auto& c : std::vector<Case>{
           {"some", "bidang", "coverage.denominator_missing"},
           {"all", "bidang", "coverage.denominator_missing"},
           {"12", "bidang", "coverage.denominator_missing"},
           {"", "bidang", "coverage.not_a_share"},
           {"/40", "bidang", "coverage.not_a_share"},
           {"most/40", "bidang", "coverage.not_a_share"},
           {"Some/40", "bidang", "coverage.not_a_share"},
           {"12/0", "bidang", "coverage.not_a_share"},
           {"12/", "bidang", "coverage.not_a_share"},
           {"-1/40", "bidang", "coverage.not_a_share"},
           {"1.5/40", "bidang", "coverage.not_a_share"},
           {"12/40/50", "bidang", "coverage.not_a_share"},
           {"12/99999999999", "bidang", "coverage.not_a_share"},
           {"12/1000001", "bidang", "coverage.not_a_share"},
           {"41/40", "bidang", "coverage.more_than_whole"},
           {"12/40", "", "coverage.unit_missing"},
           {"12/40", " \t", "coverage.unit_missing"},
           {"12/40", long_unit, "coverage.unit_too_long"},
       }) {
    const auto read = assessment::parse_coverage(c.share, c.unit);
    ASSERT_FALSE(read) << c.share;
    EXPECT_EQ(read.error().id, c.id) << c.share;
    EXPECT_EQ(read.error().kind, base::ErrorKind::invalid);
  }
}

TEST(Coverage, ComesBackFromItsOwnSpelling) {
  rc::check([] {
    const int total = *rc::gen::inRange(1, 1'000'001);
    const auto kind =
        *rc::gen::element(CoverageKind::some, CoverageKind::all, CoverageKind::counted);
    const int count = kind == CoverageKind::counted ? *rc::gen::inRange(0, total + 1) : 0;
    const Coverage coverage{kind, count, total, "satuan"};
    const auto read = assessment::parse_coverage(assessment::format_share(coverage), "satuan");
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == coverage);
  });
}

}  // namespace
