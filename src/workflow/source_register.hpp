// Which codes, files and works are filed already, while further ones come in.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "assessment/source.hpp"

namespace workflow {

/// Codes, digests and DOIs that are taken; kept up to date by `take` for each source that is filed.
class SourceRegister {
 public:
  explicit SourceRegister(const std::vector<assessment::Source>& sources);

  void take(const assessment::Source& source);

  /// The code of a source of the same kind with the same bytes; for one of several entries in a
  /// file its own code decides.
  [[nodiscard]] std::optional<std::string> find_same(const assessment::Source& source) const;

  /// The code of the document with these bytes.
  [[nodiscard]] std::optional<std::string> find_document(const std::string& digest) const;

  /// The code of the reference with the same DOI.
  [[nodiscard]] std::optional<std::string> find_work(const assessment::Source& source) const;

  /// The revision of a source that comes next: its code, and the code of the one that it revises;
  /// empty for a code that is free.
  [[nodiscard]] std::optional<std::pair<std::string, std::string>> find_revision(
      const std::string& code) const;

  /// The code itself, or with -2, -3 … where it is taken.
  [[nodiscard]] std::string make_unique(const std::string& code) const;

 private:
  std::set<std::string> codes_;
  std::map<std::string, std::string> code_of_doi_;
  std::vector<std::tuple<std::string, assessment::SourceKind, std::string>> filed_;
};

}  // namespace workflow
