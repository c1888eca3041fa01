// Exact numbers: the four operations agree with arbitrary precision, decimals round as the policy
// says.
#include "base/rational.hpp"

#include <boost/multiprecision/cpp_int.hpp>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace {

using base::parse_rational;
using base::Rational;
using base::RoundingMode;

TEST(Rational, StaysInLowestTerms) {
  EXPECT_EQ(Rational(6, 4).to_string(), "3/2");
  EXPECT_EQ(Rational(6, -4).to_string(), "-3/2");
  EXPECT_EQ((Rational(1, 3) + Rational(2, 3)).to_string(), "1/1");
  EXPECT_EQ(Rational(0, 7), Rational(0));
}

TEST(Rational, MovesToArbitraryPrecisionInsteadOfOverflowing) {
  Rational power(1);
  for (int i = 0; i < 100; ++i) power = power * Rational(10);
  EXPECT_EQ(power.to_string(), "1" + std::string(100, '0') + "/1");
  Rational back = power;
  for (int i = 0; i < 99; ++i) back = back / Rational(10);
  EXPECT_EQ(back, Rational(10));
  EXPECT_GT(power, Rational(INT64_MAX));
  EXPECT_EQ(power - power, Rational(0));
}

TEST(Rational, AgreesWithArbitraryPrecision) {
  namespace mp = boost::multiprecision;
  rc::check("sum, product, quotient and order",
            [](std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d) {
              RC_PRE(b != 0 && d != 0);
              const Rational x(a, b);
              const Rational y(c, d);
              const mp::cpp_rational big_x =
                  mp::cpp_rational(mp::cpp_int(a)) / mp::cpp_rational(mp::cpp_int(b));
              const mp::cpp_rational big_y =
                  mp::cpp_rational(mp::cpp_int(c)) / mp::cpp_rational(mp::cpp_int(d));
              const auto text = [](const mp::cpp_rational& value) {
                return mp::numerator(value).str() + "/" + mp::denominator(value).str();
              };
              RC_ASSERT((x + y).to_string() == text(big_x + big_y));
              RC_ASSERT((x - y).to_string() == text(big_x - big_y));
              RC_ASSERT((x * y).to_string() == text(big_x * big_y));
              if (c != 0) RC_ASSERT((x / y).to_string() == text(big_x / big_y));
              RC_ASSERT((x < y) == (big_x < big_y));
              RC_ASSERT((x == y) == (big_x == big_y));
            });
}

TEST(ParseRational, ReadsDecimalsAndFractionsExactly) {
  EXPECT_EQ(*parse_rational("2.60"), Rational(13, 5));
  EXPECT_EQ(*parse_rational("-0.5"), Rational(-1, 2));
  EXPECT_EQ(*parse_rational("7/3"), Rational(7, 3));
  EXPECT_EQ(*parse_rational("+4"), Rational(4));
  for (const char* bad :
       {"", ".", "1.", ".5", "1,5", "1e3", "0x1", " 1", "1/0", "1/2/3", "--1", "1/-2", "-"})
    EXPECT_FALSE(parse_rational(bad)) << bad;
}

TEST(FormatDecimal, RoundsAsThePolicySays) {
  struct Case {
    const char* value;
    int digits;
    RoundingMode mode;
    const char* shown;
  };

  for (const auto& c : {
           Case{"2.594", 2, RoundingMode::half_up, "2.59"},
           Case{"2.595", 2, RoundingMode::half_up, "2.60"},
           Case{"2.585", 2, RoundingMode::half_even, "2.58"},
           Case{"2.575", 2, RoundingMode::half_even, "2.58"},
           Case{"2.599", 2, RoundingMode::down, "2.59"},
           Case{"-2.595", 2, RoundingMode::half_up, "-2.60"},
           Case{"-0.001", 2, RoundingMode::half_up, "0.00"},
           Case{"3", 2, RoundingMode::half_up, "3.00"},
           Case{"0.005", 2, RoundingMode::half_up, "0.01"},
           Case{"12/7", 0, RoundingMode::half_up, "2"},
           Case{"1/3", 30, RoundingMode::half_up, "0.333333333333333333333333333333"},
       })
    EXPECT_EQ(base::format_decimal(*parse_rational(c.value), c.digits, c.mode), c.shown) << c.value;
}

TEST(FormatDecimal, TrimsZerosButKeepsWholeNumbers) {
  EXPECT_EQ(base::format_decimal_trimmed(Rational(5, 2), 12), "2.5");
  EXPECT_EQ(base::format_decimal_trimmed(Rational(100), 12), "100");
  EXPECT_EQ(base::format_decimal_trimmed(Rational(24, 11), 12), "2.181818181818");
}

TEST(FormatDecimal, OfAParsedDecimalIsTheDecimal) {
  rc::check("parse and format are inverse", [](std::int32_t cents) {
    const std::string text = base::format_decimal(Rational(cents, 100), 2);
    RC_ASSERT(*parse_rational(text) == Rational(cents, 100));
  });
}

}  // namespace
