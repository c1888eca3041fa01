// Walks a JPEG's segments or a PNG's chunks to the EXIF head, and a TIFF's directories to one
// entry.
#include "extract/exif.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <set>

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
  std::set<std::uint32_t> seen;
  auto directory = numbers.at(4, 4);
  while (directory && *directory != 0 && std::ssize(seen) <= most && seen.insert(*directory).second)
    directory = find_next(numbers, *directory);
  return static_cast<int>(std::ssize(seen));
}

int find_tiff_orientation(std::string_view tiff, int page) {
  return read_orientation(tiff, page);
}

}  // namespace extract
