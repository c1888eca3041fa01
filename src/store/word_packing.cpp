// Packs words by their differences, which are small, and refuses bytes that do not add up.
#include "store/word_packing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace store {

namespace {

constexpr char layout_version = 1;
constexpr double hundredths = 100;
/// Far beyond any page; keeps differences from overflowing.
constexpr std::int64_t coordinate_max = std::int64_t{1} << 40;
constexpr std::int64_t difference_max = std::int64_t{1} << 50;

std::int64_t to_hundredths(double points) {
  if (std::isnan(points)) return 0;
  const double bound = static_cast<double>(coordinate_max);
  return std::llround(std::clamp(points * hundredths, -bound, bound));
}

double to_points(std::int64_t value) {
  return static_cast<double>(value) / hundredths;
}

void append_number(std::string& packed, std::int64_t value) {
  auto rest = (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
  while (rest >= 0x80) {
    packed += static_cast<char>((rest & 0x7fU) | 0x80U);
    rest >>= 7U;
  }
  packed += static_cast<char>(rest);
}

/// Takes a number off the front; empty where there is none or it is out of all proportion.
std::optional<std::int64_t> take_number(std::string_view& packed) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 56 && !packed.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(packed.front());
    packed.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
    if (byte >= 0x80) continue;
    const auto number =
        static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
    if (std::abs(number) > difference_max) return std::nullopt;
    return number;
  }
  return std::nullopt;
}

}  // namespace

std::string pack_words(const std::vector<document::Word>& words) {
  std::string packed(1, layout_version);
  std::int64_t end = 0;
  std::int64_t right = 0;
  std::int64_t top = 0;
  for (const auto& word : words) {
    const std::int64_t left = to_hundredths(word.box.left);
    append_number(packed, word.range.begin - end);
    append_number(packed, word.range.end - word.range.begin);
    append_number(packed, left - right);
    append_number(packed, to_hundredths(word.box.top) - top);
    end = word.range.end;
    right = to_hundredths(word.box.right);
    top = to_hundredths(word.box.top);
    append_number(packed, right - left);
    append_number(packed, to_hundredths(word.box.bottom) - top);
  }
  return packed;
}

std::optional<std::vector<document::Word>> unpack_words(std::string_view packed) {
  if (packed.empty() || packed.front() != layout_version) return std::nullopt;
  packed.remove_prefix(1);
  std::vector<document::Word> words;
  std::int64_t end = 0;
  std::int64_t right = 0;
  std::int64_t top = 0;
  while (!packed.empty()) {
    std::array<std::int64_t, 6> numbers{};
    for (auto& number : numbers) {
      const auto taken = take_number(packed);
      if (!taken) return std::nullopt;
      number = *taken;
    }
    const std::int64_t begin = end + numbers[0];
    const std::int64_t left = right + numbers[2];
    end = begin + numbers[1];
    top += numbers[3];
    right = left + numbers[4];
    const std::int64_t bottom = top + numbers[5];
    if (std::max({std::abs(end), std::abs(right), std::abs(top)}) > difference_max)
      return std::nullopt;
    words.push_back(
        {{begin, end}, {to_points(left), to_points(top), to_points(right), to_points(bottom)}});
  }
  return words;
}

}  // namespace store
