// Walks a JPEG's segments or a PNG's chunks to the EXIF head, and a TIFF's directories to one
// entry.
#include "extract/exif.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <set>
#include <vector>

namespace extract {

namespace {

// Numbers at places that may lie beyond the end; then there is none.
struct Numbers {
  std::string_view bytes;
  bool big_endian = true;

  [[nodiscard]] std::optional<std::uint32_t> at(std::size_t place, std::size_t size) const {
    if (place > bytes.size() || bytes.size() - place < size) return std::nullopt;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const auto from = big_endian ? place + i : place + size - 1 - i;
      number = number << 8U | static_cast<unsigned char>(bytes[from]);
    }
    return number;
  }
};

constexpr std::size_t entry_size = 12;  // of a directory of TIFF

// Where a directory says that the next one lies.
std::optional<std::uint32_t> find_next(const Numbers& numbers, std::uint32_t directory) {
  const auto count = numbers.at(directory, 2);
  if (!count) return std::nullopt;
  return numbers.at(directory + 2 + *count * entry_size, 4);
}

// The directory of a page, counted from 1: each names the next one.
std::optional<std::uint32_t> find_directory(const Numbers& numbers, int page) {
  auto directory = numbers.at(4, 4);
  for (int i = 1; i < page && directory; ++i) directory = find_next(numbers, *directory);
  return directory;
}

// The TIFF structure, which EXIF is too: a directory's entry "orientation".
int read_orientation(std::string_view tiff, int page) {
  constexpr std::uint32_t orientation_tag = 0x0112;
  const Numbers numbers{tiff, tiff.starts_with("MM")};
  const auto directory = find_directory(numbers, page);
  const auto count = directory ? numbers.at(*directory, 2) : std::nullopt;
  for (std::size_t i = 0; count && i < *count; ++i) {
    const auto entry = *directory + 2 + i * entry_size;
    if (numbers.at(entry, 2) != orientation_tag) continue;
    const auto value = numbers.at(entry + 8, 2);
    return value && *value >= 1 && *value <= 8 ? static_cast<int>(*value) : 1;
  }
  return 1;
}

// The pages' directories in their order; at most one more than `most`. A chain that leads back into
// itself ends there.
std::vector<std::uint32_t> list_directories(const Numbers& numbers, int most) {
  std::vector<std::uint32_t> list;
  std::set<std::uint32_t> seen;
  auto directory = numbers.at(4, 4);
  while (directory && *directory != 0 && std::ssize(list) <= most &&
         seen.insert(*directory).second) {
    list.push_back(*directory);
    directory = find_next(numbers, *directory);
  }
  return list;
}

// An entry of a directory: so many values of one size, in it or at another place.
struct Values {
  const Numbers& numbers;
  std::size_t entry;

  [[nodiscard]] std::size_t size_of_one() const {
    constexpr std::array<std::size_t, 13> sizes = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};
    const auto type = numbers.at(entry + 2, 2).value_or(0);
    return type < sizes.size() ? sizes.at(type) : 0;
  }

  [[nodiscard]] std::size_t count() const { return numbers.at(entry + 4, 4).value_or(0); }

  [[nodiscard]] std::size_t place() const {
    return size_of_one() * count() <= 4 ? entry + 8 : numbers.at(entry + 8, 4).value_or(0);
  }

  [[nodiscard]] bool is_inside() const {
    return place() + size_of_one() * count() <= numbers.bytes.size();
  }

  [[nodiscard]] std::size_t at(std::size_t i) const {
    const auto size = size_of_one();
    return size == 2 || size == 4 ? numbers.at(place() + i * size, size).value_or(0) : 0;
  }
};

// Whether all strips or tiles of a page, each at its place and of its size, lie in the file.
bool holds_strips(const Numbers& numbers, const Values& places, const Values& sizes) {
  constexpr std::size_t strips_max = 10'000;  // of a page; what lies behind them is not looked at
  const auto count = std::min({places.count(), sizes.count(), strips_max});
  for (std::size_t i = 0; i < count; ++i)
    if (places.at(i) + sizes.at(i) > numbers.bytes.size()) return false;
  return true;
}

bool holds_page(const Numbers& numbers, std::uint32_t directory) {
  if (!find_next(numbers, directory)) return false;
  std::optional<Values> places;
  for (std::size_t i = 0; i < *numbers.at(directory, 2); ++i) {
    const Values values{numbers, directory + 2 + i * entry_size};
    const auto tag = numbers.at(values.entry, 2);
    if (!values.is_inside()) return false;
    const bool says_sizes = tag == 0x0117U || tag == 0x0145U;
    if (says_sizes && places && !holds_strips(numbers, *places, values)) return false;
    if (tag == 0x0111U || tag == 0x0144U) places.emplace(values);
  }
  return true;
}

}  // namespace

int find_exif_orientation(std::string_view jpeg) {
  constexpr std::string_view mark("Exif\0\0", 6);
  constexpr std::uint32_t exif_segment = 0xFFE1;
  constexpr std::uint32_t scan_segment = 0xFFDA;  // the picture itself: no heads follow
  const Numbers numbers{jpeg};
  for (std::size_t place = 2;;) {
    const auto kind = numbers.at(place, 2);
    const auto size = numbers.at(place + 2, 2);
    if (!kind || !size || *size < 2 || *kind < 0xFF00 || *kind == scan_segment) return 1;
    const auto segment = jpeg.substr(place + 4, *size - 2);
    if (*kind == exif_segment && segment.starts_with(mark))
      return read_orientation(segment.substr(mark.size()), 1);
    place += 2 + *size;
  }
}

int find_png_orientation(std::string_view png) {
  constexpr std::size_t signature_size = 8;
  constexpr std::size_t frame_size = 12;  // of a chunk: its length, its name and its checksum
  const Numbers numbers{png};
  for (std::size_t place = signature_size;;) {
    const auto size = numbers.at(place, 4);
    if (!size || png.size() - place < frame_size) return 1;
    const auto name = png.substr(place + 4, 4);
    if (name == "IDAT" || name == "IEND") return 1;
    if (name == "eXIf") return read_orientation(png.substr(place + 8, *size), 1);
    place += frame_size + *size;
    if (place > png.size()) return 1;
  }
}

int count_tiff_pages(std::string_view tiff, int most) {
  const Numbers numbers{tiff, tiff.starts_with("MM")};
  return static_cast<int>(list_directories(numbers, most).size());
}

bool is_tiff_cut_short(std::string_view tiff, int most) {
  const Numbers numbers{tiff, tiff.starts_with("MM")};
  const auto directories = list_directories(numbers, most);
  return !std::ranges::all_of(directories, [&](auto one) { return holds_page(numbers, one); });
}

int find_tiff_orientation(std::string_view tiff, int page) {
  return read_orientation(tiff, page);
}

}  // namespace extract
