// Files that tests read: whole, or not at all.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace base {

/// The bytes of a file; a test that cannot have them fails.
inline std::string read_for_test(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

#ifdef JENJANG_SOURCE_DIR
/// The bytes of one of the small documents of tests/data/reading.
inline std::string load_sample(std::string_view name) {
  return read_for_test(std::filesystem::path(JENJANG_SOURCE_DIR) / "tests/data/reading" / name);
}
#endif

}  // namespace base
