// A page as it is kept: its text, where its words stand, and how its text came to be.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

/// Ranges of words count in the canonical text of the whole source, as those of citations do.
struct KeptPage {
  store::PageText page;
  std::vector<document::Word> words;
  std::optional<document::OcrReading> ocr;
  std::optional<std::string> other_text;  ///< of the layer that is not canonical
};

/// Errors: not_found "source.unknown", "cite.page_unknown".
base::Result<KeptPage> read_page(Workspace& workspace, const std::string& source, int page);

/// What OCR made of the page on which a passage or a citation stands; empty for printed text.
base::Result<std::optional<document::OcrReading>> find_ocr_reading(Workspace& workspace,
                                                                   const std::string& source,
                                                                   int page);

/// The reading of a page among those of its source.
std::optional<document::OcrReading> find_ocr_reading(const assessment::Source& source, int page);

}  // namespace workflow
