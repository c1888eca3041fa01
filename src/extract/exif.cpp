// Walks a JPEG's segments to its EXIF head, and that head's first directory to one entry.
#include "extract/exif.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

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

// The TIFF structure inside EXIF: its first directory's entry "orientation".
int read_orientation(std::string_view tiff) {
  constexpr std::uint32_t orientation_tag = 0x0112;
  constexpr std::size_t entry_size = 12;
  const Numbers numbers{tiff, tiff.starts_with("MM")};
  const auto directory = numbers.at(4, 4);
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
      return read_orientation(segment.substr(mark.size()));
    place += 2 + *size;
  }
}

}  // namespace extract
