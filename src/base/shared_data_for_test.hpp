// Where tests on real input find it: files that lie outside the repository and are named by
// JENJANG_SHARED.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/sample_for_test.hpp"

namespace base {

/// The path of a shared file or folder. A test that asks for one has a name that begins with Real:
/// './dev test' leaves those out, and says so, where there are no shared data. Where one runs, a
/// missing file is a failure, never a test passed over.
inline std::filesystem::path find_shared_data(std::string_view name) {
  const char* folder = std::getenv("JENJANG_SHARED");
  auto path = std::filesystem::path(folder == nullptr ? "" : folder) / name;
  if (folder == nullptr || !std::filesystem::exists(path))
    throw std::runtime_error("no shared data at '" + path.string() +
                             "': set JENJANG_SHARED, or leave out the tests named Real*");
  return path;
}

/// The bytes of a shared file.
inline std::string read_shared_data(std::string_view name) {
  return read_for_test(find_shared_data(name));
}

}  // namespace base
