// Gathers a page from the store.
#include "workflow/read_page.hpp"

namespace workflow {

namespace {

using base::ErrorKind;
using base::fail;

}  // namespace

base::Result<KeptPage> read_page(Workspace& workspace, const std::string& source, int page) {
  const auto found = TRY(workspace.store.find_source(workspace.assessment.id, source));
  if (!found) return fail(ErrorKind::not_found, "source.unknown", {{"source", source}});
  auto pages = TRY(workspace.store.load_pages(found->id));
  for (auto& one : pages) {
    if (one.number != page) continue;
    KeptPage kept;
    kept.page = std::move(one);
    kept.words = TRY(workspace.store.load_words(found->id, page));
    kept.ocr = find_ocr_reading(*found, page);
    kept.other_text = TRY(workspace.store.find_other_layer(found->id, page));
    return kept;
  }
  return fail(ErrorKind::not_found,
              "cite.page_unknown",
              {{"source", source},
               {"page", std::to_string(page)},
               {"pages", std::to_string(pages.size())}});
}

base::Result<std::optional<document::OcrReading>> find_ocr_reading(Workspace& workspace,
                                                                   const std::string& source,
                                                                   int page) {
  const auto found = TRY(workspace.store.find_source(workspace.assessment.id, source));
  if (!found) return std::optional<document::OcrReading>{};
  return find_ocr_reading(*found, page);
}

std::optional<document::OcrReading> find_ocr_reading(const assessment::Source& source, int page) {
  for (const auto& reading : source.ocr_readings)
    if (reading.page == page) return reading;
  return std::nullopt;
}

}  // namespace workflow
