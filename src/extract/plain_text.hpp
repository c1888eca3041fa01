// Plain text in the encodings that offices have: UTF-8, UTF-16, Windows-1252, ISO-8859-1.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lines.hpp"
#include "extract/text_encoding.hpp"

namespace extract {

/// A text as canonical as a text gets: UTF-8, NFC, LF, no mark, no control characters.
struct DecodedText {
  std::string text;
  std::string encoding;  ///< that of the bytes, as EncodedText has it
  Certainty certainty = Certainty::stated;
};

/// Empty where the bytes are no text: a NUL, or many control characters.
/// `declared`: the encoding that the file itself names, may be empty.
std::optional<DecodedText> decode_text(std::string_view bytes, std::string_view declared = {});

/// Says which encoding was assumed; nothing where it is stated.
void add_encoding_note(const DecodedText& decoded, std::vector<document::Problem>& problems);

/// Writes a text without pages as one page with number 0.
std::optional<Failure> write_text(const DecodedText& decoded,
                                  document::Format format,
                                  std::string_view title);

bool recognizes_plain_text(std::string_view bytes);
std::optional<Failure> extract_plain_text(std::string_view bytes);

}  // namespace extract
