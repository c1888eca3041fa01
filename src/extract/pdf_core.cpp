// Opens a PDF in memory with poppler's core.
#include "extract/pdf_core.hpp"

#include <memory>

#include <poppler/Error.h>
#include <poppler/GlobalParams.h>
#include <poppler/PDFDoc.h>
#include <poppler/Stream.h>

namespace extract {

void look_into_pdf(std::string_view bytes, const std::function<void(PDFDoc&)>& look) {
  if (!globalParams) globalParams = std::make_unique<GlobalParams>();
  setErrorCallback([](ErrorCategory, Goffset, const char*) {});
  auto stream = std::make_unique<MemStream>(
      bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
  PDFDoc pdf(stream.release());  // takes it over
  if (pdf.isOk()) look(pdf);
}

}  // namespace extract
