// Exact numbers: fractions that never round and never overflow, and decimals as people write them.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace base {

// NOLINTNEXTLINE(modernize-use-using): an extension needs the old form
__extension__ typedef __int128 Int128;

/// An exact fraction in lowest terms with a positive denominator.
///
/// Lives in checked 128-bit integers; a result that does not fit moves to arbitrary precision by
/// itself, and back when it fits again. Division by zero breaks the contract.
class Rational {
 public:
  Rational() = default;

  // NOLINTNEXTLINE(google-explicit-constructor): 3 is a number
  Rational(std::int64_t value) : numerator_(value) {}

  Rational(std::int64_t numerator, std::int64_t denominator);
  static Rational from_int128(Int128 numerator, Int128 denominator);

  Rational(const Rational& other);
  Rational(Rational&& other) noexcept;
  Rational& operator=(const Rational& other);
  Rational& operator=(Rational&& other) noexcept;
  ~Rational();

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  friend Rational operator/(const Rational& a, const Rational& b);
  friend bool operator==(const Rational& a, const Rational& b);
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);

  Rational& operator+=(const Rational& other) { return *this = *this + other; }

  Rational& operator-=(const Rational& other) { return *this = *this - other; }

  [[nodiscard]] bool is_zero() const;
  [[nodiscard]] bool is_integer() const;
  /// The value as a 64-bit integer, where it is one that fits.
  [[nodiscard]] std::optional<std::int64_t> to_integer() const;
  /// Numerator and denominator as 64-bit integers, where both fit.
  [[nodiscard]] std::optional<std::pair<std::int64_t, std::int64_t>> to_fraction() const;
  /// The nearest double; for pictures and statistics, never for results.
  [[nodiscard]] double to_double() const;
  /// "p/q" in lowest terms; a whole number is written "p/1".
  [[nodiscard]] std::string to_string() const;

 private:
  struct Big;

  struct DeleteBig {
    void operator()(Big* big) const;
  };

  explicit Rational(Big&& big);

  Int128 numerator_ = 0;
  Int128 denominator_ = 1;
  std::unique_ptr<Big, DeleteBig> big_;  ///< set only while the value does not fit above
};

enum class RoundingMode { half_up, half_even, down };

/// Reads "3", "-2.60", "+1.5" or a fraction "p/q" exactly; a point is the only decimal sign. Empty
/// for anything else, and for more than 60 digits.
std::optional<Rational> parse_rational(std::string_view text);

/// Writes a number with exactly `digits` decimals and a decimal point. half_up rounds halves away
/// from zero.
std::string format_decimal(const Rational& value,
                           int digits,
                           RoundingMode mode = RoundingMode::half_up);

/// As format_decimal, but trailing zeros (and a trailing point) are cut: 12 digits show 2.5 as
/// "2.5".
std::string format_decimal_trimmed(const Rational& value,
                                   int digits,
                                   RoundingMode mode = RoundingMode::half_up);

/// The value rounded to `digits` decimals, still exact.
Rational round_to(const Rational& value, int digits, RoundingMode mode);

}  // namespace base
