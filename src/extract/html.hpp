// HTML pages as a browser shows them: words in blocks, lists and tables, nothing that is hidden.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "extract/found_text.hpp"
#include "extract/lines.hpp"

namespace extract {

/// A text that begins, behind marks and comments, with <!doctype html>, <html>, <head> or <body>.
bool recognizes_html(std::string_view bytes);

/// The words of the body. Encoding: a mark, UTF-8, the page's own <meta>, a guess. Rows of a table
/// are lines; a table that holds tables is layout, its cells are blocks. Errors: reading.unsafe for
/// a tree deeper than any page's; reading.too_large.
base::Result<FoundText> read_html(std::string_view bytes);

std::optional<Failure> extract_html(std::string_view bytes);

}  // namespace extract
