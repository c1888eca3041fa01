// Files that are a PDF and an archive at once: what they say depends on who opens them.
#pragma once

#include <optional>
#include <string_view>

#include "extract/lines.hpp"

namespace extract {

/// An archive with the mark of a PDF where PDF readers look for it, or a PDF that ends as an
/// archive does.
bool recognizes_polyglot(std::string_view bytes);

/// The failure two_documents: no citation from such a file can be checked by another reader.
std::optional<Failure> extract_polyglot(std::string_view bytes);

}  // namespace extract
