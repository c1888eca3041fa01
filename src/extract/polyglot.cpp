// Looks at the first bytes for a PDF and at the last for the directory of an archive.
#include "extract/polyglot.hpp"

#include <algorithm>

#include "codec/zip.hpp"

namespace extract {

namespace {

constexpr std::string_view pdf_mark = "%PDF-";
constexpr std::string_view directory_end = "PK\x05\x06";

bool begins_as_pdf(std::string_view bytes) {
  constexpr std::size_t bytes_searched = 1'024;  // PDF 1.7, appendix H.3, note 13
  return bytes.substr(0, bytes_searched).find(pdf_mark) != std::string_view::npos;
}

// The record that ends an archive: 22 bytes and a comment of the length that it states.
bool ends_as_archive(std::string_view bytes) {
  constexpr std::size_t record_bytes = 22;
  constexpr std::size_t comment_bytes_max = 65'535;
  const auto tail =
      bytes.substr(bytes.size() - std::min(bytes.size(), record_bytes + comment_bytes_max));
  for (auto at = tail.rfind(directory_end); at != std::string_view::npos && at > 0;
       at = tail.rfind(directory_end, at - 1)) {
    if (tail.size() - at < record_bytes) continue;
    const auto low = static_cast<unsigned char>(tail[at + 20]);
    const auto high = static_cast<unsigned char>(tail[at + 21]);
    if (at + record_bytes + low + (std::size_t{high} << 8U) == tail.size()) return true;
  }
  return false;
}

}  // namespace

bool recognizes_polyglot(std::string_view bytes) {
  return begins_as_pdf(bytes) && (codec::is_zip(bytes) || ends_as_archive(bytes));
}

std::optional<Failure> extract_polyglot(std::string_view /*bytes*/) {
  return Failure{"two_documents"};
}

}  // namespace extract
