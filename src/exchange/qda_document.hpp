// The project file while it is written: checked attributes, and the files that go beside it.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "codec/xml.hpp"
#include "codec/zip.hpp"
#include "exchange/qda_project.hpp"

namespace exchange {

/// Remembers the first thing that the schema would refuse and goes on; `release` tells of it.
class QdaDocument {
 public:
  void open(std::string_view element) { xml_.open(element); }

  void close() { xml_.close(); }

  /// Attributes; an empty value is left out, `named` writes it all the same.
  void attribute(std::string_view name, std::string_view value);
  void named(std::string_view name, std::string_view value);
  void number(std::string_view name, std::int64_t value);
  void guid(std::string_view name, std::string_view value);
  void moment(std::string_view name, std::string_view value);
  void color(std::string_view value);

  /// guid, name and who made it when, as attributes; the description is `description`.
  void item(const QdaItem& item);

  /// An element with a text; left out where it is empty.
  void description(std::string_view text);
  void element(std::string_view name, std::string_view text);

  /// One element with a targetGUID for each.
  void references(std::string_view name, const std::vector<std::string>& targets);

  /// Puts a file beside the project file and returns its path, "internal://GUID.ending".
  std::string add_file(const std::string& guid, std::string_view ending, std::string bytes);

  void refuse(std::string_view where, std::string_view problem);

  /// The archive. Errors: qda.not_writable, those of codec::write_zip.
  base::Result<std::string> release();

 private:
  codec::XmlWriter xml_;
  std::vector<codec::ZipItem> files_;
  std::set<std::string> names_;
  std::optional<base::Error> refused_;
};

/// A text as XML can hold it: UTF-8 without the two characters that no document may hold.
std::string to_xml_text(std::string_view text);

}  // namespace exchange
