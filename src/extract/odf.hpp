// Reads OpenDocument texts, workbooks and presentations.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "extract/found_text.hpp"
#include "extract/office_archive.hpp"

namespace extract {

/// Each takes the part with the content. Errors: those of OfficeArchive; reading.too_large.

/// A text as it is printed, without pages: numbers of lists and headings, tables, notes behind
/// their paragraph, headers and footers at the end. Tracked changes are taken as accepted.
base::Result<FoundText> read_odt(OfficeArchive& archive, std::string_view main_part);

/// A workbook as read_xlsx has it; cells show the words that the program saved with them.
base::Result<FoundText> read_ods(OfficeArchive& archive, std::string_view main_part);

/// A presentation as read_pptx has it.
base::Result<FoundText> read_odp(OfficeArchive& archive, std::string_view main_part);

/// Whether the archive says of a part that it is encrypted. Errors: those of OfficeArchive.
base::Result<bool> is_encrypted_odf(OfficeArchive& archive);

/// The type that an archive without an entry "mimetype" states in its manifest; empty for none.
base::Result<std::string> read_odf_type(OfficeArchive& archive);

}  // namespace extract
