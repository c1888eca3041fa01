// Markdown: the text stays as its author wrote it, so that a quotation matches; only the title is
// taken out.
#pragma once

#include <optional>
#include <string_view>

#include "extract/lines.hpp"

namespace extract {

/// A text with a heading (#), a table's rule (|---|) or a fence (```) at the head of a line.
bool recognizes_markdown(std::string_view bytes);
std::optional<Failure> extract_markdown(std::string_view bytes);

}  // namespace extract
