// To add a format: its file beside this one, and its row here.
#include "extract/formats.hpp"

#include <array>

#include "extract/foreign.hpp"
#include "extract/html.hpp"
#include "extract/markdown.hpp"
#include "extract/office_document.hpp"
#include "extract/pdf.hpp"
#include "extract/pictures.hpp"
#include "extract/plain_text.hpp"
#include "extract/polyglot.hpp"

namespace extract {

namespace {

constexpr std::array readers = {
    FormatReader{"two documents in one", recognizes_polyglot, extract_polyglot},
    FormatReader{"office file", recognizes_archive, extract_archive},
    FormatReader{"old or locked office file", recognizes_foreign, extract_foreign},
    FormatReader{"pdf", recognizes_pdf, extract_pdf},
    FormatReader{"picture", recognizes_picture, extract_picture},
    FormatReader{"html", recognizes_html, extract_html},
    FormatReader{"markdown", recognizes_markdown, extract_markdown},
    FormatReader{"plain text", recognizes_plain_text, extract_plain_text},
};

}  // namespace

std::optional<Failure> extract_document(std::string_view bytes) {
  if (bytes.empty()) return Failure{"empty"};
  for (const auto& reader : readers)
    if (reader.recognizes(bytes)) return reader.extract(bytes);
  return Failure{"unknown_format"};
}

void prepare_readers() {
  prepare_pdf();
}

}  // namespace extract
