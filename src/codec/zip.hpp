// Zip archives in memory: read under limits, written the same way each time. The one door to
// libzip.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace codec {

/// How much an archive may hold. What is unpacked is counted as it comes, whatever the headers say.
struct ZipLimits {
  std::size_t entries = 2'000;
  std::size_t entry_bytes = std::size_t{64} << 20U;   ///< of one entry, unpacked
  std::size_t total_bytes = std::size_t{256} << 20U;  ///< of all that is unpacked
  std::size_t ratio = 100;  ///< unpacked to packed, beyond the first 64 KiB
  std::size_t name_bytes = 255;
};

/// An entry as the archive's directory names it; the size is what it says, not what is true.
struct ZipEntry {
  std::string name;
  std::size_t size = 0;
  bool is_encrypted = false;
};

/// An archive that is read entry by entry. Folders are no entries.
class ZipArchive {
 public:
  ZipArchive(ZipArchive&&) noexcept;
  ZipArchive& operator=(ZipArchive&&) noexcept;
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;
  ~ZipArchive();

  [[nodiscard]] const std::vector<ZipEntry>& entries() const;

  /// Whether two entries bear one name, letters of either case taken as the same: which of them is
  /// meant is then open.
  [[nodiscard]] bool has_twins() const;

  /// The entry of this name (the first of twins); empty where there is none.
  [[nodiscard]] const ZipEntry* find(std::string_view name) const;

  /// Unpacks an entry. Errors (kind invalid): zip.no_entry, zip.encrypted, zip.damaged (a wrong
  /// checksum or size, an unknown method), zip.too_large, each with its name.
  base::Result<std::string> read(std::string_view name);

 private:
  struct Opened;
  explicit ZipArchive(std::unique_ptr<Opened> opened);
  friend base::Result<ZipArchive> open_zip(std::string_view bytes, const ZipLimits& limits);

  std::unique_ptr<Opened> opened_;
};

/// Opens an archive; `bytes` must outlive it. Errors (kind invalid): zip.damaged (problem),
/// zip.too_large (more entries or more of anything than the limits), zip.bad_name (a name that
/// leads out of a folder, is absolute, too long or holds control characters), zip.overlap (entries
/// share their bytes).
base::Result<ZipArchive> open_zip(std::string_view bytes, const ZipLimits& limits = {});

/// Whether the bytes begin as an archive does.
bool is_zip(std::string_view bytes);

/// What goes into an archive. `packed` is false for what must lie there as it is.
struct ZipItem {
  std::string name;
  std::string bytes;
  bool packed = true;
};

/// Writes an archive in the order given, all entries dated 1980-01-01 12:00: the same items give
/// the same bytes. Errors (kind invalid): zip.bad_name; zip.not_written (problem) from the library.
base::Result<std::string> write_zip(std::span<const ZipItem> items);

}  // namespace codec
