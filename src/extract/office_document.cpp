// Asks an archive for its type and hands it to the reader of that type.
#include "extract/office_document.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/docx.hpp"
#include "extract/found_text.hpp"
#include "extract/odf.hpp"
#include "extract/office_archive.hpp"
#include "extract/pptx.hpp"
#include "extract/xlsx.hpp"

namespace extract {

namespace {

using base::fail;
using Read = base::Result<FoundText> (*)(OfficeArchive& archive, std::string_view main_part);

struct OfficeReader {
  std::string_view mark;  ///< a word of the type that the archive states
  Read read;
};

constexpr std::string_view types_part = "[Content_Types].xml";

constexpr std::array readers = {
    OfficeReader{"wordprocessingml.", read_docx},
    OfficeReader{"ms-word.document.macroEnabled", read_docx},
    OfficeReader{"ms-word.template.macroEnabled", read_docx},
    OfficeReader{"spreadsheetml.", read_xlsx},
    OfficeReader{"ms-excel.sheet.macroEnabled", read_xlsx},
    OfficeReader{"ms-excel.template.macroEnabled", read_xlsx},
    OfficeReader{"presentationml.", read_pptx},
    OfficeReader{"ms-powerpoint.", read_pptx},
    OfficeReader{"opendocument.text", read_odt},
    OfficeReader{"opendocument.spreadsheet", read_ods},
    OfficeReader{"opendocument.presentation", read_odp},
};

// Macros are parts that Office would run.
bool names_macros(const codec::ZipArchive& archive) {
  return std::ranges::any_of(archive.entries(), [](const codec::ZipEntry& entry) {
    return entry.name.ends_with("vbaProject.bin") || entry.name.starts_with("Basic/") ||
           entry.name.starts_with("Scripts/") || entry.name.starts_with("xl/macrosheets/");
  });
}

// Office goes by a part's type, whatever its name.
bool declares_macros(codec::XmlNode types) {
  for (const auto node : types.children())
    for (const std::string_view mark : {"vbaProject", "macrosheet"})
      if (node.attribute("ContentType").find(mark) != std::string_view::npos) return true;
  return false;
}

base::Result<bool> has_macros(OfficeArchive& archive) {
  if (names_macros(archive.archive())) return true;
  if (!archive.has(types_part)) return false;
  return declares_macros(TRY(archive.read(types_part)).root());
}

// The type of a part, as [Content_Types].xml has it.
std::string find_type(codec::XmlNode types, const std::string& part) {
  std::string by_default;
  const auto extension = part.substr(part.rfind('.') + 1);
  for (const auto node : types.children()) {
    if (node.name() == "Override" && resolve_part("", node.attribute("PartName")) == part)
      return std::string(node.attribute("ContentType"));
    if (node.name() == "Default" && node.attribute("Extension") == extension)
      by_default = node.attribute("ContentType");
  }
  return by_default;
}

tl::unexpected<base::Error> fail_as(const char* id) {
  return fail(base::ErrorKind::invalid, id);
}

base::Result<FoundText> read_with(OfficeArchive& archive,
                                  std::string_view type,
                                  std::string_view main_part) {
  for (const auto& reader : readers)
    if (type.find(reader.mark) != std::string_view::npos) return reader.read(archive, main_part);
  if (type.find("sheet.binary") != std::string_view::npos) return fail_as("reading.excel_binary");
  if (type.find("epub") != std::string_view::npos) return fail_as("reading.epub");
  return fail_as("reading.archive");
}

base::Result<FoundText> read_package(OfficeArchive& archive) {
  const auto main_part = find_by_type(TRY(archive.read_relationships("")), "officeDocument");
  if (main_part.empty() || !archive.has(types_part)) return fail_as("reading.archive");
  const auto types = TRY(archive.read(types_part));
  return read_with(archive, find_type(types.root(), main_part), main_part);
}

base::Result<FoundText> read_open_document(OfficeArchive& archive) {
  const std::string type =
      TRY(archive.has("mimetype") ? archive.read_bytes("mimetype") : read_odf_type(archive));
  if (TRY(is_encrypted_odf(archive))) return fail_as("reading.encrypted");
  return read_with(archive, type, "content.xml");
}

base::Result<FoundText> read_archive(std::string_view bytes) {
  auto archive = TRY(OfficeArchive::open(bytes));
  const bool is_package = archive.has(types_part);
  auto found = TRY(is_package ? read_package(archive) : read_open_document(archive));
  if (TRY(has_macros(archive)))
    found.problems.insert(found.problems.begin(), {"reading.macros", std::nullopt, {}});
  if (archive.archive().has_twins())
    found.problems.push_back({"reading.twin_parts", std::nullopt, {}});
  return found;
}

}  // namespace

bool recognizes_archive(std::string_view bytes) {
  return codec::is_zip(bytes);
}

std::optional<Failure> extract_archive(std::string_view bytes) {
  return write_found(read_archive(bytes));
}

}  // namespace extract
