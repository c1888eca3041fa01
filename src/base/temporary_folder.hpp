// A folder under the system's temporary one that is gone at the end of its scope.
#pragma once

#include <string>

namespace base {

class TemporaryFolder {
 public:
  /// Makes the folder; `path()` is empty where that cannot be done.
  explicit TemporaryFolder(const std::string& prefix);

  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  TemporaryFolder(TemporaryFolder&&) = delete;
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;

  /// Removes it with all that it holds.
  ~TemporaryFolder();

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace base
