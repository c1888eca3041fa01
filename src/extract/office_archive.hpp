// The parts of an office file: an archive of XML whose parts name each other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "codec/xml.hpp"
#include "codec/zip.hpp"

namespace extract {

/// How one part names another: "rId3", "worksheet", "xl/worksheets/sheet1.xml".
struct Relationship {
  std::string id;
  std::string type;    ///< the last word of the type's address
  std::string target;  ///< the part's name in the archive; empty for what lies outside
};

class OfficeArchive {
 public:
  /// `bytes` must outlive it. Errors: those of codec::open_zip.
  static base::Result<OfficeArchive> open(std::string_view bytes);

  [[nodiscard]] bool has(std::string_view part) const;

  [[nodiscard]] const codec::ZipArchive& archive() const { return archive_; }

  /// Unpacks and parses a part. Errors: those of codec::ZipArchive::read and codec::parse_xml.
  base::Result<codec::XmlDocument> read(std::string_view part);

  base::Result<std::string> read_bytes(std::string_view part);

  /// The relationships of a part ("" for the whole package); none where it has no such list.
  base::Result<std::vector<Relationship>> read_relationships(std::string_view part);

  /// The title in the document's properties (OOXML); empty where there is none.
  base::Result<std::string> read_core_title();

 private:
  explicit OfficeArchive(codec::ZipArchive archive) : archive_(std::move(archive)) {}

  codec::ZipArchive archive_;
};

/// The target of the relationship with this id or of the first of this type; empty where absent.
std::string find_by_id(const std::vector<Relationship>& relationships, std::string_view id);
std::string find_by_type(const std::vector<Relationship>& relationships, std::string_view type);

/// A part's name from a reference in another part: relative to that part's folder, or from "/".
std::string resolve_part(std::string_view from, std::string_view reference);

}  // namespace extract
