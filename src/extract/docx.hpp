// DOCX: the text of a Word document as it is printed, changes accepted.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "extract/found_text.hpp"
#include "extract/office_archive.hpp"

namespace extract {

/// Reads the document whose main part this is. Notes stand behind their paragraph as "[1] …",
/// headers and footers at the end as "[header] …". Errors: those of OfficeArchive::read.
base::Result<FoundText> read_docx(OfficeArchive& archive, std::string_view main_part);

}  // namespace extract
