// The parts of an OpenDocument file that every reader needs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "extract/odf_styles.hpp"
#include "extract/office_archive.hpp"

namespace extract {

/// Content and styles, which live as long as this.
struct OdfParts {
  codec::XmlDocument content;
  std::optional<codec::XmlDocument> styles_document;
  std::string title;
  OdfStyles styles;

  /// The element below office:body that holds the content: "text", "spreadsheet", "presentation".
  [[nodiscard]] codec::XmlNode body(std::string_view kind) const {
    return content.root().child("body").child(kind);
  }
};

/// Errors: those of OfficeArchive.
base::Result<OdfParts> read_odf_parts(OfficeArchive& archive, std::string_view main_part);

}  // namespace extract
