// Restores a workspace from a backup that proves to be whole.
#include "store/backup.hpp"

#include "sql/place.hpp"
#include "store/store.hpp"

namespace store {

base::Result<void> restore(const std::string& backup, const std::string& workspace) {
  TRY(sql::check_place(workspace, sql::Expected::nothing));
  Store source = TRY(Store::open(backup, OpenMode::read_only));
  const auto damages = TRY(source.verify());
  if (!damages.empty())
    return base::fail(base::ErrorKind::unsupported,
                      "store.damaged_backup",
                      {{"file", backup},
                       {"count", std::to_string(damages.size())},
                       {"subject", damages.front().subject}});
  return source.backup_to(workspace);
}

}  // namespace store
