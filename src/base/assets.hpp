// Files that travel inside the program: models, catalogues, migrations, the example.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// An embedded file: its path in the source tree and its bytes, alive as long as the program.
struct Asset {
  std::string_view path;
  std::string_view bytes;
};

/// The embedded file with this path, such as "models/somm/model.yaml".
std::optional<Asset> find_asset(std::string_view path);

/// All embedded files whose path begins with `prefix`, in order of path.
std::vector<Asset> find_assets(std::string_view prefix);

}  // namespace base
