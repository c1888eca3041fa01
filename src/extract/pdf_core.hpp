// A PDF as poppler's core has it, for what poppler-cpp does not tell.
#pragma once

#include <functional>
#include <string_view>

class PDFDoc;

namespace extract {

/// Hands the opened document to `look`, which must keep nothing of it; not called where the bytes
/// are no PDF that poppler can open. What poppler has to say of it is kept silent.
void look_into_pdf(std::string_view bytes, const std::function<void(PDFDoc&)>& look);

}  // namespace extract
