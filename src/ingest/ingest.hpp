// What comes in: bytes of a document, a bibliography or an observation sheet become sources with
// passages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/source.hpp"
#include "base/result.hpp"
#include "document/document.hpp"

namespace ingest {

/// Where the helper that reads hostile bytes lies, and how long and how much it may.
struct ReadingLimits {
  std::string extractor_path;  ///< the program jenjang-extract
  int cpu_seconds = 20;
  int wall_seconds = 60;
  std::int64_t memory_bytes = 512LL * 1024 * 1024;
  std::int64_t output_bytes = 256LL * 1024 * 1024;
};

/// A source as read, not yet filed: no id, no time.
struct ReadSource {
  assessment::Source source;
  /// What is to be filed of a reference or an observation: its own part of the file, as
  /// `source.digest` says. Empty for a document, which is filed whole.
  std::string bytes;
  std::string text;
  std::vector<document::Page> pages;
  std::vector<document::Passage> passages;
};

/// Reads one document (PDF, plain text, Markdown; kind told by content). The code is the file's
/// stem. Errors are kind invalid with ids reading.*: empty, encrypted, truncated or damaged,
/// crashed, timed_out, too_large, unknown_format. A scan without text is no error: its state is
/// needs_ocr.
base::Result<ReadSource> read_document(const std::string& bytes,
                                       std::string_view file_name,
                                       const ReadingLimits& limits);

/// Reads a BibTeX file: one source per entry, code = key, text = its citation line (and abstract
/// where there is one).
base::Result<std::vector<ReadSource>> read_references(const std::string& bytes,
                                                      std::string_view file_name);

/// Reads an observation file: a YAML list of code, date, place, observer, method, subject, text,
/// photos.
base::Result<std::vector<ReadSource>> read_observations(const std::string& bytes,
                                                        std::string_view file_name);

}  // namespace ingest
