// Lines that name a unit of a regulation: "BAB II", "Bagian Kesatu", "Pasal 5", "LAMPIRAN I".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/locator.hpp"

namespace ingest {

/// A unit's head as it stands on its line.
struct UnitHead {
  document::UnitKind kind = document::UnitKind::article;
  std::string label;
  int value = 0;           ///< of its number; 0 where it has none
  bool is_roman = false;   ///< "Pasal I" of a regulation that amends another
  bool is_quoted = false;  ///< a quotation mark stands before it
  std::string_view rest;   ///< what stands behind it on the line, such as a title
};

/// The head that a line is. A mention inside a sentence ("Pasal 5 ayat (2) diubah") is none. What
/// OCR makes of digits ("Pasal l1", "Pasal 2O", "Pasal22") is read as it was meant.
std::optional<UnitHead> find_unit_head(std::string_view line);

/// "Menimbang : a. bahwa …", "KESATU : …": a word that opens a part of a regulation's frame.
std::optional<UnitHead> find_frame_head(std::string_view line);

/// Whether the line has letters and all of them are capitals.
bool is_in_capitals(std::string_view line);

}  // namespace ingest
