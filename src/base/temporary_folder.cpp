// Lets the system choose a name that nobody else has.
#include "base/temporary_folder.hpp"

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace base {

namespace {

namespace fs = std::filesystem;

// mkdtemp wants the places of the letters that it chooses.
constexpr const char* chosen_letters = "-XXXXXX";

}  // namespace

TemporaryFolder::TemporaryFolder(const std::string& prefix) {
  std::error_code error;
  auto name = (fs::temp_directory_path(error) / (prefix + chosen_letters)).string();
  if (!error && ::mkdtemp(name.data()) != nullptr) path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

}  // namespace base
