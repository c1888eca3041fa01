// What can be known about characters: valid, normalized, folded, counted. The one door to utf8proc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// Whether these bytes are well-formed UTF-8 without NUL.
bool is_valid_utf8(std::string_view bytes);

/// Replaces each malformed byte by U+FFFD.
std::string repair_utf8(std::string_view bytes);

/// Canonical composition (NFC). Malformed input comes back repaired.
std::string normalize(std::string_view text);

/// Folded for comparing and searching: NFKC, case folded, marks removed.
std::string fold(std::string_view text);

/// Number of code points.
std::int64_t count_code_points(std::string_view text);

/// The part of `text` from code point `begin` to `end` (both clamped to the text).
std::string_view slice(std::string_view text, std::int64_t begin, std::int64_t end);

/// The byte offset of each code point, and the size at the end: offsets[n] for n code points.
std::vector<std::size_t> code_point_offsets(std::string_view text);

/// Columns a text takes in a terminal.
int display_width(std::string_view text);

}  // namespace text
