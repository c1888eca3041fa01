// libFuzzer on office files: the input is the main part of a Word document, or a whole archive.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "codec/zip.hpp"
#include "extract/lines.hpp"
#include "extract/office_document.hpp"

namespace {

constexpr const char* types =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override)"
    R"( PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument)"
    R"(.wordprocessingml.document.main+xml"/></Types>)";
constexpr const char* relationships =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Target="word/document.xml" Type="http://schemas.openxmlformats.org)"
    R"(/officeDocument/2006/relationships/officeDocument"/></Relationships>)";

void read(const std::string& bytes) {
  if (extract::recognizes_archive(bytes)) extract::extract_archive(bytes);
  extract::flush_lines();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(data, data + size);
  if (codec::is_zip(input)) {
    read(input);
    return 0;
  }
  const std::vector<codec::ZipItem> parts = {{"[Content_Types].xml", types, false},
                                             {"_rels/.rels", relationships, false},
                                             {"word/document.xml", input, false}};
  if (const auto bytes = codec::write_zip(parts)) read(*bytes);
  return 0;
}
