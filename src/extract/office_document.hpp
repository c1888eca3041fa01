// Office files: archives that are told apart by what they say of themselves.
#pragma once

#include <optional>
#include <string_view>

#include "extract/lines.hpp"

namespace extract {

/// Any ZIP archive.
bool recognizes_archive(std::string_view bytes);

/// Reads the document that the archive holds. Failures: encrypted, damaged, unsafe, too_large,
/// unpacks_too_large, empty; epub, excel_binary, archive for what is recognized and not read.
std::optional<Failure> extract_archive(std::string_view bytes);

}  // namespace extract
