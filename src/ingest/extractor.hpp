// Runs jenjang-extract under limits and turns its lines into an Extraction, trusting none of them.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"
#include "ingest/read_source.hpp"

namespace ingest {

/// What the helper found in these bytes. The canonical text is its pages, joined by line breaks.
/// Errors: reading.empty, encrypted, damaged, unknown_format, too_large, timed_out (seconds),
/// crashed (reason), all kind invalid; reading.helper_missing (program, reason), kind unavailable.
base::Result<document::Extraction> extract_document(std::string_view bytes,
                                                    const ReadingLimits& limits);

/// The lines of the helper's output as an Extraction. Errors: those it names, and reading.crashed
/// (reason) for a line that breaks the protocol.
base::Result<document::Extraction> parse_extraction(std::string_view output);

}  // namespace ingest
