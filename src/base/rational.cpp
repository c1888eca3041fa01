// Fractions in checked 128-bit integers, with arbitrary precision as the fallback.
#include "base/rational.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <boost/multiprecision/cpp_int.hpp>

#include "base/contract.hpp"

namespace base {

namespace mp = boost::multiprecision;

struct Rational::Big {
  mp::cpp_rational value;
};

namespace {

constexpr int digits_max = 60;

Int128 magnitude(Int128 value) {
  return value < 0 ? -value : value;
}

Int128 greatest_common_divisor(Int128 a, Int128 b) {
  a = magnitude(a);
  b = magnitude(b);
  constexpr auto limit = static_cast<Int128>(INT64_MAX);
  while (b != 0) {
    if (a <= limit && b <= limit) {
      auto small_a = static_cast<std::uint64_t>(a);
      auto small_b = static_cast<std::uint64_t>(b);
      while (small_b != 0) {
        const auto rest = small_a % small_b;
        small_a = small_b;
        small_b = rest;
      }
      return static_cast<Int128>(small_a);
    }
    const Int128 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

mp::cpp_int to_big(Int128 value) {
  return mp::cpp_int(value);
}

std::optional<Int128> to_int128(const mp::cpp_int& value) {
  static const mp::cpp_int limit = (mp::cpp_int(1) << 126);
  if (value > limit || value < -limit) return std::nullopt;
  return static_cast<Int128>(value);
}

bool fits(Int128 value) {
  constexpr auto limit = static_cast<Int128>(1) << 126;
  return value < limit && value > -limit;
}

}  // namespace

void Rational::DeleteBig::operator()(Big* big) const {
  // NOLINTNEXTLINE(cppcoreguidelines-owning-memory): the deleter of a type that the header hides
  delete big;
}

Rational::Rational(Big&& big) {
  const auto numerator = to_int128(mp::numerator(big.value));
  const auto denominator = to_int128(mp::denominator(big.value));
  if (numerator && denominator) {
    numerator_ = *numerator;
    denominator_ = *denominator;
    return;
  }
  big_ = std::unique_ptr<Big, DeleteBig>(new Big(std::move(big)));
}

Rational::Rational(std::int64_t numerator, std::int64_t denominator)
    : Rational(from_int128(numerator, denominator)) {}

Rational Rational::from_int128(Int128 numerator, Int128 denominator) {
  ASSERT(denominator != 0);
  if (!fits(numerator) || !fits(denominator))
    return Rational(Big{mp::cpp_rational(to_big(numerator), to_big(denominator))});
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const Int128 divisor = greatest_common_divisor(numerator, denominator);
  Rational result;
  result.numerator_ = divisor > 1 ? numerator / divisor : numerator;
  result.denominator_ = divisor > 1 ? denominator / divisor : denominator;
  return result;
}

Rational::Rational(const Rational& other)
    : numerator_(other.numerator_),
      denominator_(other.denominator_),
      big_(other.big_ ? std::unique_ptr<Big, DeleteBig>(new Big(*other.big_)) : nullptr) {}

Rational::Rational(Rational&& other) noexcept = default;

Rational& Rational::operator=(const Rational& other) {
  if (this == &other) return *this;
  numerator_ = other.numerator_;
  denominator_ = other.denominator_;
  big_ = other.big_ ? std::unique_ptr<Big, DeleteBig>(new Big(*other.big_)) : nullptr;
  return *this;
}

Rational& Rational::operator=(Rational&& other) noexcept = default;
Rational::~Rational() = default;

// The four operations try 128 bits first; on overflow they are repeated in arbitrary precision.
#define BIG(x) \
  ((x).big_ ? (x).big_->value : mp::cpp_rational(to_big((x).numerator_), to_big((x).denominator_)))

Rational operator+(const Rational& a, const Rational& b) {
  if (!a.big_ && !b.big_) {
    if (a.denominator_ == b.denominator_) {
      Int128 sum = 0;
      if (!__builtin_add_overflow(a.numerator_, b.numerator_, &sum))
        return Rational::from_int128(sum, a.denominator_);
    }
    Int128 left = 0;
    Int128 right = 0;
    Int128 sum = 0;
    Int128 denominator = 0;
    if (!__builtin_mul_overflow(a.numerator_, b.denominator_, &left) &&
        !__builtin_mul_overflow(b.numerator_, a.denominator_, &right) &&
        !__builtin_add_overflow(left, right, &sum) &&
        !__builtin_mul_overflow(a.denominator_, b.denominator_, &denominator))
      return Rational::from_int128(sum, denominator);
  }
  return Rational(Rational::Big{BIG(a) + BIG(b)});
}

Rational operator*(const Rational& a, const Rational& b) {
  if (!a.big_ && !b.big_) {
    Int128 numerator = 0;
    Int128 denominator = 0;
    if (!__builtin_mul_overflow(a.numerator_, b.numerator_, &numerator) &&
        !__builtin_mul_overflow(a.denominator_, b.denominator_, &denominator))
      return Rational::from_int128(numerator, denominator);
  }
  return Rational(Rational::Big{BIG(a) * BIG(b)});
}

Rational operator-(const Rational& a, const Rational& b) {
  return a + Rational(-1) * b;
}

Rational operator/(const Rational& a, const Rational& b) {
  ASSERT(!b.is_zero());
  if (!a.big_ && !b.big_) {
    Int128 numerator = 0;
    Int128 denominator = 0;
    if (!__builtin_mul_overflow(a.numerator_, b.denominator_, &numerator) &&
        !__builtin_mul_overflow(a.denominator_, b.numerator_, &denominator))
      return Rational::from_int128(numerator, denominator);
  }
  return Rational(Rational::Big{BIG(a) / BIG(b)});
}

bool operator==(const Rational& a, const Rational& b) {
  if (!a.big_ && !b.big_) return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
  return BIG(a) == BIG(b);
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  if (!a.big_ && !b.big_) {
    if (a.denominator_ == b.denominator_) return a.numerator_ <=> b.numerator_;
    Int128 left = 0;
    Int128 right = 0;
    if (!__builtin_mul_overflow(a.numerator_, b.denominator_, &left) &&
        !__builtin_mul_overflow(b.numerator_, a.denominator_, &right))
      return left <=> right;
  }
  const mp::cpp_rational left = BIG(a);
  const mp::cpp_rational right = BIG(b);
  if (left < right) return std::strong_ordering::less;
  return left == right ? std::strong_ordering::equal : std::strong_ordering::greater;
}

bool Rational::is_zero() const {
  return !big_ && numerator_ == 0;
}

bool Rational::is_integer() const {
  return big_ ? mp::denominator(big_->value) == 1 : denominator_ == 1;
}

std::optional<std::int64_t> Rational::to_integer() const {
  if (big_ || denominator_ != 1) return std::nullopt;
  if (numerator_ > INT64_MAX || numerator_ < INT64_MIN) return std::nullopt;
  return static_cast<std::int64_t>(numerator_);
}

std::optional<std::pair<std::int64_t, std::int64_t>> Rational::to_fraction() const {
  if (big_ || numerator_ > INT64_MAX || numerator_ < INT64_MIN || denominator_ > INT64_MAX)
    return std::nullopt;
  return std::pair{static_cast<std::int64_t>(numerator_), static_cast<std::int64_t>(denominator_)};
}

double Rational::to_double() const {
  if (const auto fraction = to_fraction(); fraction &&
                                           magnitude(fraction->first) < (Int128{1} << 53) &&
                                           fraction->second < (std::int64_t{1} << 53))
    return static_cast<double>(fraction->first) / static_cast<double>(fraction->second);
  return static_cast<double>(BIG(*this));
}

std::string Rational::to_string() const {
  const mp::cpp_rational value = BIG(*this);
  return mp::numerator(value).str() + "/" + mp::denominator(value).str();
}

std::optional<Rational> parse_rational(std::string_view text) {
  const auto slash = text.find('/');
  if (slash != std::string_view::npos) {
    const auto numerator = parse_rational(text.substr(0, slash));
    const auto denominator = parse_rational(text.substr(slash + 1));
    if (!numerator || !denominator || !numerator->is_integer() || !denominator->is_integer())
      return std::nullopt;
    if (*denominator <= Rational(0)) return std::nullopt;
    return *numerator / *denominator;
  }
  if (text.size() > digits_max) return std::nullopt;
  const bool negative = !text.empty() && text.front() == '-';
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  const auto point = text.find('.');
  const auto whole = text.substr(0, point);
  const auto decimals =
      point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  if (whole.empty() || (point != std::string_view::npos && decimals.empty())) return std::nullopt;
  Rational result(0);
  Rational power(1);
  for (const char c : whole) {
    if (c < '0' || c > '9') return std::nullopt;
    result = result * Rational(10) + Rational(c - '0');
  }
  for (const char c : decimals) {
    if (c < '0' || c > '9') return std::nullopt;
    result = result * Rational(10) + Rational(c - '0');
    power = power * Rational(10);
  }
  result = result / power;
  return negative ? Rational(0) - result : result;
}

namespace {

Rational power_of_ten(int digits) {
  Rational power(1);
  for (int i = 0; i < digits; ++i) power = power * Rational(10);
  return power;
}

/// |value| * 10^digits as a whole number in text, rounded by the mode.
mp::cpp_int scaled_and_rounded(const mp::cpp_rational& scaled, RoundingMode mode) {
  const mp::cpp_int numerator = mp::numerator(scaled);
  const mp::cpp_int denominator = mp::denominator(scaled);
  mp::cpp_int quotient;
  mp::cpp_int remainder;
  mp::divide_qr(numerator, denominator, quotient, remainder);
  if (mode == RoundingMode::down) return quotient;
  const mp::cpp_int twice = remainder * 2;
  if (twice > denominator) return quotient + 1;
  if (twice < denominator) return quotient;
  if (mode == RoundingMode::half_up) return quotient + 1;
  return (quotient & 1) == 0 ? quotient : mp::cpp_int(quotient + 1);
}

mp::cpp_rational parse_fraction(const std::string& fraction) {
  const auto slash = fraction.find('/');
  return {mp::cpp_int(fraction.substr(0, slash)), mp::cpp_int(fraction.substr(slash + 1))};
}

/// The usual case without arbitrary precision: a non-negative fraction whose scaled form fits 128
/// bits.
std::optional<std::string> scaled_fast(const Rational& value, int digits, RoundingMode mode) {
  const auto fraction = value.to_fraction();
  if (!fraction || digits > 15) return std::nullopt;
  Int128 scale = 1;
  for (int i = 0; i < digits; ++i) scale *= 10;
  Int128 numerator = 0;
  if (__builtin_mul_overflow(static_cast<Int128>(fraction->first), scale, &numerator))
    return std::nullopt;
  const Int128 denominator = fraction->second;
  Int128 quotient = numerator / denominator;
  const Int128 twice = (numerator % denominator) * 2;
  const bool tie = twice == denominator;
  const bool up =
      twice > denominator || (tie && (mode == RoundingMode::half_up || quotient % 2 != 0));
  if (mode != RoundingMode::down && up) ++quotient;
  std::array<char, 48> digits_backwards{};
  std::size_t count = 0;
  do {
    digits_backwards[count++] = static_cast<char>('0' + static_cast<int>(quotient % 10));
    quotient /= 10;
  } while (quotient > 0);
  return std::string(digits_backwards.rend() - static_cast<std::ptrdiff_t>(count),
                     digits_backwards.rend());
}

}  // namespace

std::string format_decimal(const Rational& value, int digits, RoundingMode mode) {
  const bool negative = value < Rational(0);
  std::string text;
  if (auto fast = negative ? std::nullopt : scaled_fast(value, digits, mode)) {
    text = *std::move(fast);
  } else {
    const Rational scaled = (negative ? Rational(0) - value : value) * power_of_ten(digits);
    text = scaled_and_rounded(parse_fraction(scaled.to_string()), mode).str();
  }
  const auto decimals = static_cast<std::size_t>(digits);
  if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
  if (digits > 0) text.insert(text.size() - decimals, ".");
  const bool is_zero = text.find_first_not_of("0.") == std::string::npos;
  return negative && !is_zero ? "-" + text : text;
}

std::string format_decimal_trimmed(const Rational& value, int digits, RoundingMode mode) {
  std::string text = format_decimal(value, digits, mode);
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

Rational round_to(const Rational& value, int digits, RoundingMode mode) {
  if (digits <= 40) {
    if (auto exact = parse_rational(format_decimal(value, digits, mode))) return *exact;
  }
  return value;
}

#undef BIG

}  // namespace base
