// What can be known about characters: valid, normalized, folded, counted. The one door to utf8proc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// Whether these bytes are well-formed UTF-8 without NUL.
bool is_valid_utf8(std::string_view bytes);

/// Replaces each malformed byte, and each NUL, by U+FFFD.
std::string repair_utf8(std::string_view bytes);

/// Canonical composition (NFC). Malformed input comes back repaired.
std::string normalize(std::string_view text);

/// Whether line breaks and tabs stay where controls are replaced.
enum class Breaks { kept, replaced };

/// Control characters, and marks that turn the direction of writing, become `instead`: what a
/// terminal would obey and a reader would not see. Malformed input comes back repaired.
std::string replace_controls(std::string_view text, std::string_view instead, Breaks breaks);

/// Folded for comparing and searching: NFKC, case folded, marks and invisible characters removed.
std::string fold(std::string_view text);

/// Number of code points.
std::int64_t count_code_points(std::string_view text);

/// The part of `text` from code point `begin` to `end` (both clamped to the text).
std::string_view slice(std::string_view text, std::int64_t begin, std::int64_t end);

/// The byte offset of each code point, and the size at the end: offsets[n] for n code points.
std::vector<std::size_t> code_point_offsets(std::string_view text);

/// Columns a text takes in a terminal.
int display_width(std::string_view text);

/// The code points of a text; a malformed byte is U+FFFD.
std::u32string to_code_points(std::string_view text);

/// The canonical decomposition of one character: a letter and its marks, or the character itself.
std::u32string decompose(char32_t character);

/// The canonical combining class; 0 for everything that is no combining mark.
int combining_class(char32_t character);

/// Spaces, tabs and line breaks of every script.
bool is_space(char32_t character);

/// Letters, digits and the marks upon them.
bool is_word_character(char32_t character);

/// Whether the character is a letter of a script with case, in upper case.
bool is_upper_case(char32_t character);

/// Appends one character as UTF-8; what is no character becomes U+FFFD.
void append_utf8(std::string& text, char32_t character);

}  // namespace text
