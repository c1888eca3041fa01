// Looks up the words that a person gave.
#include "cli/arguments.hpp"

#include <cstdlib>

namespace cli {

std::string Words::word(std::string_view name) const {
  const auto found = given_.find(name);
  return found == given_.end() || found->second.empty() ? "" : found->second.front();
}

std::vector<std::string> Words::words(std::string_view name) const {
  const auto found = given_.find(name);
  return found == given_.end() ? std::vector<std::string>{} : found->second;
}

std::optional<int> Words::number(std::string_view name) const {
  if (!has(name)) return std::nullopt;
  return std::atoi(word(name).c_str());
}

}  // namespace cli
