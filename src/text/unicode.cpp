// Valid, normalized, folded, counted: utf8proc asked in our words.
#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include <utf8proc.h>

#include "base/contract.hpp"

namespace text {

namespace {

constexpr char32_t replacement = 0xFFFD;

struct FreeMemory {
  void operator()(void* memory) const { std::free(memory); }  // NOLINT: what utf8proc allocates
};

bool is_ascii_text(std::string_view bytes) {
  return std::ranges::all_of(bytes, [](char byte) { return byte > 0; });
}

bool begins_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

// The code point at the head of `rest` and its length in bytes; U+FFFD and 1 for a malformed byte.
struct Decoded {
  char32_t character = replacement;
  std::size_t length = 1;
  bool valid = false;
};

Decoded decode_first(std::string_view rest) {
  if (rest.front() > 0) return {static_cast<char32_t>(rest.front()), 1, true};
  utf8proc_int32_t character = 0;
  const auto length =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest.data()),
                       static_cast<utf8proc_ssize_t>(std::min<std::size_t>(rest.size(), 4)),
                       &character);
  if (length <= 0 || character <= 0) return {};
  return {static_cast<char32_t>(character), static_cast<std::size_t>(length), true};
}

// The byte offset of the code point that lies `count` code points behind the one at `byte`.
std::size_t skip_code_points(std::string_view text, std::size_t byte, std::int64_t count) {
  for (; count > 0 && byte < text.size(); --count) {
    ++byte;
    while (byte < text.size() && !begins_code_point(text[byte])) ++byte;
  }
  return byte;
}

std::string map_text(std::string_view text, int options) {
  const std::string repaired = is_valid_utf8(text) ? std::string(text) : repair_utf8(text);
  utf8proc_uint8_t* mapped = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(repaired.data()),
                                 static_cast<utf8proc_ssize_t>(repaired.size()),
                                 &mapped,
                                 static_cast<utf8proc_option_t>(options));  // NOLINT: a set of bits
  const std::unique_ptr<utf8proc_uint8_t, FreeMemory> owner(mapped);
  ASSERT(size >= 0);
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

utf8proc_category_t category_of(char32_t character) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(character));
}

bool turns_direction(char32_t character) {
  return character == 0x61C || character == 0x200E || character == 0x200F ||
         (character >= 0x202A && character <= 0x202E) ||
         (character >= 0x2066 && character <= 0x2069);
}

bool is_control(char32_t character) {
  return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x2028 ||
         character == 0x2029 || turns_direction(character);
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto decoded = decode_first(bytes);
    if (!decoded.valid) return false;
    bytes.remove_prefix(decoded.length);
  }
  return true;
}

std::string repair_utf8(std::string_view bytes) {
  std::string repaired;
  repaired.reserve(bytes.size());
  while (!bytes.empty()) {
    const auto decoded = decode_first(bytes);
    if (decoded.valid)
      repaired.append(bytes.substr(0, decoded.length));
    else
      append_utf8(repaired, replacement);
    bytes.remove_prefix(decoded.length);
  }
  return repaired;
}

std::string replace_controls(std::string_view text, std::string_view instead, Breaks breaks) {
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    const auto decoded = decode_first(text);
    text.remove_prefix(decoded.length);
    const bool is_break = decoded.character == U'\n' || decoded.character == U'\t';
    if (is_control(decoded.character) && (!is_break || breaks == Breaks::replaced))
      shown += instead;
    else
      append_utf8(shown, decoded.character);
  }
  return shown;
}

std::string normalize(std::string_view text) {
  if (is_ascii_text(text)) return std::string(text);
  return map_text(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string fold(std::string_view text) {
  if (is_ascii_text(text)) {
    std::string folded(text);
    for (char& byte : folded)
      if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
    return folded;
  }
  return map_text(text,
                  UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD |
                      UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
}

std::int64_t count_code_points(std::string_view text) {
  return std::ranges::count_if(text, begins_code_point);
}

std::string_view slice(std::string_view text, std::int64_t begin, std::int64_t end) {
  const auto from = skip_code_points(text, 0, std::max<std::int64_t>(begin, 0));
  const auto to = skip_code_points(
      text, from, std::max<std::int64_t>(end, 0) - std::max<std::int64_t>(begin, 0));
  return text.substr(from, to - from);
}

std::vector<std::size_t> code_point_offsets(std::string_view text) {
  std::vector<std::size_t> offsets;
  offsets.reserve(text.size() + 1);
  for (std::size_t byte = 0; byte < text.size(); ++byte)
    if (begins_code_point(text[byte])) offsets.push_back(byte);
  offsets.push_back(text.size());
  return offsets;
}

int display_width(std::string_view text) {
  int width = 0;
  for (const char32_t character : to_code_points(text))
    width += utf8proc_charwidth(static_cast<utf8proc_int32_t>(character));
  return width;
}

std::u32string to_code_points(std::string_view text) {
  std::u32string characters;
  characters.reserve(text.size());
  while (!text.empty()) {
    const auto decoded = decode_first(text);
    characters.push_back(decoded.character);
    text.remove_prefix(decoded.length);
  }
  return characters;
}

std::u32string decompose(char32_t character) {
  if (character < 0x80) return {character};
  std::array<utf8proc_int32_t, 16> parts{};
  int last_boundary_class = 0;
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(character),
                                             parts.data(),
                                             static_cast<utf8proc_ssize_t>(parts.size()),
                                             UTF8PROC_DECOMPOSE,
                                             &last_boundary_class);
  if (count <= 0 || count > static_cast<utf8proc_ssize_t>(parts.size())) return {character};
  return {parts.begin(), parts.begin() + count};
}

int combining_class(char32_t character) {
  if (character < 0x300) return 0;
  return utf8proc_get_property(static_cast<utf8proc_int32_t>(character))->combining_class;
}

bool is_space(char32_t character) {
  if (character < 0x80) return character == U' ' || (character >= U'\t' && character <= U'\r');
  if (character == 0x85) return true;
  const auto category = category_of(character);
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

bool is_word_character(char32_t character) {
  const auto category = category_of(character);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

bool is_upper_case(char32_t character) {
  return category_of(character) == UTF8PROC_CATEGORY_LU;
}

void append_utf8(std::string& text, char32_t character) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto value = static_cast<utf8proc_int32_t>(character);
  const auto encoded =
      utf8proc_codepoint_valid(value) ? value : static_cast<utf8proc_int32_t>(replacement);
  const auto length = utf8proc_encode_char(encoded, bytes.data());
  text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

}  // namespace text
