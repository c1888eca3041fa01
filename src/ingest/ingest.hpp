// What comes in: bytes of a document, a bibliography or an observation sheet become sources with
// passages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "ingest/read_source.hpp"

namespace ingest {

/// Reads one document (PDF, a picture of paper, plain text, Markdown; kind told by content) without
/// OCR. The code is the file's
/// stem. Errors are kind invalid with ids reading.*: empty, encrypted, truncated or damaged,
/// crashed, timed_out, too_large, unknown_format. A scan without text is no error: its state is
/// needs_ocr.
base::Result<ReadSource> read_document(const std::string& bytes,
                                       std::string_view file_name,
                                       const ReadingLimits& limits);

/// The two halves of it; `read_by_ocr` (ingest/ocr.hpp) may stand between them.
base::Result<document::Extraction> open_document(const std::string& bytes,
                                                 std::string_view file_name,
                                                 const ReadingLimits& limits);
ReadSource describe_document(document::Extraction extraction,
                             const std::string& bytes,
                             std::string_view file_name);

/// Reads BibTeX, RIS or CSL-JSON, told by content: one source per entry, code = key (or the first
/// name and the year), text = its citation line (and abstract where there is one).
base::Result<std::vector<ReadSource>> read_references(const std::string& bytes,
                                                      std::string_view file_name);

/// Reads observations: a YAML list, a table with a row each, or submissions of a form as CSV or
/// JSON. Names of photos are kept as written; their files are not looked at here.
base::Result<std::vector<ReadSource>> read_observations(const std::string& bytes,
                                                        std::string_view file_name);

}  // namespace ingest
