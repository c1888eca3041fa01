// Parses content, styles and title.
#include "extract/odf_parts.hpp"

#include <utility>
#include <vector>

#include "extract/block_text.hpp"

namespace extract {

base::Result<OdfParts> read_odf_parts(OfficeArchive& archive, std::string_view main_part) {
  auto content = TRY(archive.read(main_part));
  std::optional<codec::XmlDocument> styles;
  std::vector<codec::XmlNode> roots = {content.root()};
  if (archive.has("styles.xml")) {
    styles = TRY(archive.read("styles.xml"));
    roots.push_back(styles->root());
  }
  std::string title;
  if (archive.has("meta.xml")) {
    const auto meta = TRY(archive.read("meta.xml"));
    title = flatten(meta.root().child("meta").child("title").all_text());
  }
  OdfStyles found(roots);
  return OdfParts{std::move(content), std::move(styles), std::move(title), std::move(found)};
}

}  // namespace extract
