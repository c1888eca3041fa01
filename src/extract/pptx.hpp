// Reads PowerPoint presentations: every slide a page.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "extract/found_text.hpp"
#include "extract/office_archive.hpp"

namespace extract {

/// The slides in the order of the presentation, hidden ones too: the title, then boxes, tables and
/// diagrams as they lie in the file, then the speaker's notes, each paragraph behind "[notes]".
/// `main_part` is the presentation. Errors: those of OfficeArchive; reading.too_large.
base::Result<FoundText> read_pptx(OfficeArchive& archive, std::string_view main_part);

}  // namespace extract
