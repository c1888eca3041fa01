// The door for documents: extracted, cut into passages, described.
#include "ingest/ingest.hpp"

#include <utility>

#include "base/digest.hpp"
#include "document/format.hpp"
#include "ingest/extractor.hpp"
#include "ingest/passages.hpp"
#include "ingest/record.hpp"
#include "ingest/source_file.hpp"

namespace ingest {

namespace {

std::string stem_of(std::string_view file_name) {
  const auto name = base_name_of(file_name);
  const auto dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

}  // namespace

base::Result<ReadSource> read_document(const std::string& bytes,
                                       std::string_view file_name,
                                       const ReadingLimits& limits) {
  return describe_document(TRY(open_document(bytes, file_name, limits)), bytes, file_name);
}

base::Result<document::Extraction> open_document(const std::string& bytes,
                                                 std::string_view file_name,
                                                 const ReadingLimits& limits) {
  auto extraction = extract_document(bytes, limits);
  if (!extraction) return fail_in_file(extraction.error(), file_name);
  return extraction;
}

ReadSource describe_document(document::Extraction extraction,
                             const std::string& bytes,
                             std::string_view file_name) {
  ReadSource read;
  auto& source = read.source;
  source.code = stem_of(file_name);
  source.kind = assessment::SourceKind::document;
  source.state =
      extraction.needs_ocr ? assessment::SourceState::needs_ocr : assessment::SourceState::readable;
  source.title = extraction.title.empty() ? source.code : extraction.title;
  source.file_name = base_name_of(file_name);
  source.format = document::name_of(extraction.format);
  source.digest = base::sha256(bytes);
  source.text_digest = base::sha256(extraction.text);
  source.size = static_cast<std::int64_t>(bytes.size());
  const auto page_kind = document::page_kind_of(extraction.format);
  if (page_kind != document::PageKind::none) source.page_count = extraction.pages.back().number;
  source.problems = std::move(extraction.problems);
  for (const auto& page : extraction.pages)
    if (page.ocr) source.ocr_readings.push_back(*page.ocr);
  source.record = recognize_record(extraction.text, extraction.pages);
  if (document::summarize(extraction.signatures)) note_electronic(source.record);
  source.signatures = std::move(extraction.signatures);
  read.passages = find_passages(extraction.text, extraction.pages, page_kind);
  read.text = std::move(extraction.text);
  read.pages = std::move(extraction.pages);
  return read;
}

}  // namespace ingest
