// Plain text in the encodings that offices have: UTF-8, UTF-16 with a mark, Windows-1252.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/lines.hpp"

namespace extract {

/// A text as canonical as a text gets: UTF-8, NFC, LF, no mark, no control characters.
struct DecodedText {
  std::string text;
  bool is_guess = false;  ///< the bytes were no UTF; Windows-1252 was assumed
};

/// Empty where the bytes are no text: a NUL, or many control characters.
std::optional<DecodedText> decode_text(std::string_view bytes);

/// Writes a text without pages as one page with number 0.
std::optional<Failure> write_text(const DecodedText& decoded,
                                  document::Format format,
                                  std::string_view title);

bool recognizes_plain_text(std::string_view bytes);
std::optional<Failure> extract_plain_text(std::string_view bytes);

}  // namespace extract
