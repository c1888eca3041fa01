// Files that are recognized and not read: each has a sentence that says what to do.
#pragma once

#include <optional>
#include <string_view>

#include "extract/lines.hpp"

namespace extract {

/// Office files from before 2007, locked office files, and RTF.
bool recognizes_foreign(std::string_view bytes);

/// Failures: encrypted, old_word, old_excel, old_powerpoint, old_office, rtf.
std::optional<Failure> extract_foreign(std::string_view bytes);

}  // namespace extract
