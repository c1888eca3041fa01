// Looks embedded files up in the table that the build writes from the list of files.
#include "base/assets.hpp"

#include <cstdint>

extern "C" {
/// One row of the table that cmake/embed_files.cmake writes: path, first byte, one past the last.
struct EmbeddedFile {
  const char* path;
  const char* begin;
  const char* end;
};

extern const EmbeddedFile jenjang_embedded_files[];
extern const std::uint64_t jenjang_embedded_file_count;
}

namespace base {

namespace {

Asset to_asset(const EmbeddedFile& file) {
  return {file.path, std::string_view(file.begin, static_cast<std::size_t>(file.end - file.begin))};
}

}  // namespace

std::optional<Asset> find_asset(std::string_view path) {
  for (std::uint64_t i = 0; i < jenjang_embedded_file_count; ++i)
    if (path == jenjang_embedded_files[i].path) return to_asset(jenjang_embedded_files[i]);
  return std::nullopt;
}

std::vector<Asset> find_assets(std::string_view prefix) {
  std::vector<Asset> found;
  for (std::uint64_t i = 0; i < jenjang_embedded_file_count; ++i)
    if (std::string_view(jenjang_embedded_files[i].path).starts_with(prefix))
      found.push_back(to_asset(jenjang_embedded_files[i]));
  return found;
}

}  // namespace base
