// The files of a project: the project file itself, and the sources that it names.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "codec/zip.hpp"
#include "exchange/qda_deviation.hpp"

namespace exchange {

class QdaArchive {
 public:
  /// `bytes` and `deviations` must outlive it. Errors (invalid): those of codec::open_zip,
  /// qda.no_project, qda.two_projects (their names), qda.twins (a name that two files bear).
  static base::Result<QdaArchive> open(std::string_view bytes,
                                       const codec::ZipLimits& limits,
                                       QdaDeviations& deviations);

  /// The text of the project file. Errors: those of codec::ZipArchive::read.
  base::Result<std::string> read_project();

  /// The bytes of a source by its path in the project. Empty where the project does not hold it or
  /// it cannot be unpacked, which is noted for `where`. Error (invalid): zip.too_large.
  base::Result<std::optional<std::string>> read_source(const std::string& path,
                                                       const std::string& where);

  /// Notes the files that nothing named.
  void finish();

 private:
  QdaArchive(codec::ZipArchive archive, QdaDeviations& deviations, std::size_t entry_bytes);

  base::Result<void> find_project();
  [[nodiscard]] const codec::ZipEntry* find_entry(std::string_view name) const;

  codec::ZipArchive archive_;
  QdaDeviations* deviations_;
  std::size_t entry_bytes_;
  std::string project_;
  std::map<std::string, const codec::ZipEntry*, std::less<>> entries_;  ///< by lower-case name
  std::set<std::string, std::less<>> used_;                             ///< names as written
};

}  // namespace exchange
