// Hands the three acts of care to the store.
#include "workflow/keep_workspace.hpp"

#include "store/backup.hpp"
#include "store/store.hpp"

namespace workflow {

base::Result<void> back_up(const std::string& workspace, const std::string& backup) {
  auto store = TRY(store::Store::open(workspace, store::OpenMode::read_only));
  return store.backup_to(backup);
}

base::Result<void> restore(const std::string& backup, const std::string& workspace) {
  return store::restore(backup, workspace);
}

base::Result<std::vector<std::pair<std::string, std::string>>> verify(
    const std::string& workspace) {
  auto store = TRY(store::Store::open(workspace, store::OpenMode::read_only));
  const auto damages = TRY(store.verify());
  std::vector<std::pair<std::string, std::string>> found;
  found.reserve(damages.size());
  for (const auto& damage : damages) found.emplace_back(damage.id, damage.subject);
  return found;
}

}  // namespace workflow
