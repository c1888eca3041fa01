// What a reader should know of words that come from a scan.
#pragma once

#include <string>

#include "document/document.hpp"
#include "text/message.hpp"

namespace report {

/// "OCR, keyakinan 94 %" for a page read by OCR; for a scan whose own text layer was kept, that.
std::string say_ocr(const text::Catalog& catalog, const document::OcrReading& reading);

/// A share or a confidence as whole percent; never 100 for less.
std::string format_percent(double share);

}  // namespace report
