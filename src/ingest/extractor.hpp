// Runs jenjang-extract under limits and turns its lines into an Extraction, trusting none of them.
#pragma once

#include <string_view>

#include "base/child_program.hpp"
#include "base/result.hpp"
#include "document/document.hpp"
#include "ingest/read_source.hpp"

namespace ingest {

/// What the helper found in these bytes. The canonical text is its pages, joined by line breaks.
/// Errors: reading.empty, encrypted, damaged, unknown_format, too_large, timed_out (seconds),
/// crashed (reason), all kind invalid; reading.helper_missing (program, reason), kind unavailable.
base::Result<document::Extraction> extract_document(std::string_view bytes,
                                                    const ReadingLimits& limits);

/// What a helper said before it ended so, under a limit of so many seconds. Errors as above.
base::Result<document::Extraction> read_outcome(const base::ChildOutcome& outcome, int seconds);

/// The lines of the helper's output as an Extraction. Errors: those it names, and reading.crashed
/// (reason) for a line that breaks the protocol.
base::Result<document::Extraction> parse_extraction(std::string_view output);

}  // namespace ingest
