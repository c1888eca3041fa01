// An office file as LibreOffice prints it, in a confined process and a folder of its own.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"
#include "ingest/read_source.hpp"

namespace ingest {

/// Whether LibreOffice is there.
bool can_print(const ReadingLimits& limits);

/// The PDF of an office file. Errors, kind invalid: "print.timed_out", "print.failed"; kind
/// unavailable: "print.no_office" where LibreOffice is not installed, "print.no_folder" without a
/// temporary folder, "reading.helper_missing".
base::Result<std::string> print_document(std::string_view bytes,
                                         document::Format format,
                                         const ReadingLimits& limits);

}  // namespace ingest
