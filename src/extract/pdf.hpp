// PDF: words and their boxes from the text layer, page by page. The one door to poppler.
#pragma once

#include <optional>
#include <string_view>

#include "extract/lines.hpp"

namespace extract {

/// %PDF within the first 1024 bytes.
bool recognizes_pdf(std::string_view bytes);

/// Failures: encrypted (a password is needed), damaged, too_large.
std::optional<Failure> extract_pdf(std::string_view bytes);

/// Loads the conversions that poppler needs, while files can still be opened.
void prepare_pdf();

}  // namespace extract
