// The encodings of texts: which one the bytes are in, and their way to UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace extract {

/// How sure the encoding of a text is.
enum class Certainty {
  stated,   ///< by a mark or a declaration, or the bytes are valid UTF-8
  cut_off,  ///< as stated, but the last character is not whole: the file was cut
  guessed,  ///< it fits the bytes
  doubtful  ///< another one is likelier, which is not known here: letters may be wrong
};

/// A text in UTF-8 and what it was read from.
struct EncodedText {
  std::string text;
  std::string encoding;  ///< "UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1252", "ISO-8859-15"; where
                         ///< it is doubtful, the one that is likelier
  Certainty certainty = Certainty::stated;
};

/// Tells the encoding by its mark, by `declared` (a name in the file itself, may be empty), by the
/// bytes. ISO-8859-1 is read as Windows-1252, as browsers do: it differs in no letter. Empty where
/// the bytes are no text: they hold NULs and are no UTF-16.
std::optional<EncodedText> decode_bytes(std::string_view bytes, std::string_view declared = {});

}  // namespace extract
