// A source as read and not yet filed, and the limits under which bytes are read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "assessment/source.hpp"
#include "document/document.hpp"

namespace ingest {

/// Where the helpers that read hostile bytes lie, and how long and how much they may.
struct ReadingLimits {
  std::string extractor_path;  ///< the program jenjang-extract
  int cpu_seconds = 20;
  int wall_seconds = 60;
  std::int64_t memory_bytes = 512LL * 1024 * 1024;
  std::int64_t output_bytes = 256LL * 1024 * 1024;
  std::string ocr_path;  ///< the program jenjang-ocr, which reads one page
  int ocr_cpu_seconds = 30;
  int ocr_wall_seconds = 120;
  int ocr_at_once = 0;     ///< pages read side by side; 0 for one on each processor
  std::string print_path;  ///< the program jenjang-print, which becomes LibreOffice
  int print_wall_seconds = 300;
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

}  // namespace ingest
