// The table of formats: the first reader that recognizes the bytes reads them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/lines.hpp"

namespace extract {

/// A format: how its bytes are recognized, and who reads them and writes their lines.
struct FormatReader {
  std::string_view name;
  bool (*recognizes)(std::string_view bytes);
  std::optional<Failure> (*extract)(std::string_view bytes);
};

/// Reads one document and writes its lines, the end line included. A failure is returned,
/// unwritten.
std::optional<Failure> extract_document(std::string_view bytes);

/// Loads what a reader needs from outside; afterwards no file is opened any more.
void prepare_readers();

}  // namespace extract
