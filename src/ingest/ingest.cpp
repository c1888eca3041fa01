// The door for documents: extracted, cut into passages, described.
#include "ingest/ingest.hpp"

#include <utility>

#include "base/digest.hpp"
#include "ingest/extractor.hpp"
#include "ingest/passages.hpp"
#include "text/unicode.hpp"

namespace ingest {

namespace {

std::string_view base_name_of(std::string_view file_name) {
  return file_name.substr(file_name.find_last_of("/\\") + 1);
}

std::string stem_of(std::string_view file_name) {
  const auto name = base_name_of(file_name);
  const auto dot = name.rfind('.');
  return text::normalize(dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot));
}

std::string name_of(document::Format format) {
  switch (format) {
    case document::Format::pdf:
      return "pdf";
    case document::Format::plain_text:
      return "plain_text";
    case document::Format::markdown:
      return "markdown";
    case document::Format::unknown:
      break;
  }
  return "unknown";
}

}  // namespace

base::Result<ReadSource> read_document(const std::string& bytes,
                                       std::string_view file_name,
                                       const ReadingLimits& limits) {
  auto extraction = extract_document(bytes, limits);
  if (!extraction) {
    auto error = extraction.error();
    error.parameters.emplace(error.parameters.begin(), "file", base_name_of(file_name));
    return base::pass_on(std::move(error));
  }
  ReadSource read;
  auto& source = read.source;
  source.code = stem_of(file_name);
  source.kind = assessment::SourceKind::document;
  source.state = extraction->needs_ocr ? assessment::SourceState::needs_ocr
                                       : assessment::SourceState::readable;
  source.title = extraction->title.empty() ? source.code : extraction->title;
  source.file_name = base_name_of(file_name);
  source.format = name_of(extraction->format);
  source.digest = base::sha256(bytes);
  source.text_digest = base::sha256(extraction->text);
  source.size = static_cast<std::int64_t>(bytes.size());
  if (extraction->format == document::Format::pdf)
    source.page_count = extraction->pages.back().number;
  source.problems = std::move(extraction->problems);
  read.passages = find_passages(extraction->text, extraction->pages);
  read.text = std::move(extraction->text);
  read.pages = std::move(extraction->pages);
  return read;
}

}  // namespace ingest
