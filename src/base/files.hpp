// Files as bytes: read whole within a limit, written whole or not at all.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace base {

/// The bytes of a file. Errors: not_found "file.not_found", forbidden "file.not_readable", invalid
/// "file.too_large", invalid "file.is_folder".
Result<std::string> read_file(const std::string& path, std::int64_t bytes_max);

/// Writes a file under a temporary name beside it, flushes it to the disk and then gives it its
/// name, so that the name never stands for a half-written file. A pipe, a device or /dev/stdout
/// takes the bytes itself and is never replaced. Errors: forbidden "file.not_writable", unavailable
/// "file.disk_full", not_found "file.folder_missing".
Result<void> write_file(const std::string& path, std::string_view bytes);

}  // namespace base
