// A backup is whole, is made while the workspace is open, and comes back only if nothing in it is
// damaged.
#include "store/backup.hpp"

#include "store/workspace_for_test.hpp"

namespace {

using store::must;
using store::OpenMode;
using store::outcome_of;
using store::Store;

class BackupTest : public testing::Test {
 protected:
  store::TemporaryFolder folder;
  std::string path = folder / "dinas.jenjang";
  std::string copy = folder / "cadangan.jenjang";
  std::string restored = folder / "pulih.jenjang";
};

TEST_F(BackupTest, AnOpenWorkspaceIsCopiedAndRestored) {
  Store store = store::make_workspace(path);
  must(store.backup_to(copy));
  must(store.add_ratings("A1", {store::small_rating("later", base::Rational(1))}));
  EXPECT_EQ(folder.list(),
            (std::vector<std::string>{"cadangan.jenjang", "dinas.jenjang", "dinas.jenjang-wal"}));
  must(store::restore(copy, restored));
  Store back = must(Store::open(restored, OpenMode::read_write));
  EXPECT_EQ(must(back.load_dossier("A1")).ratings.size(), 2U);
  EXPECT_EQ(must(back.load_bytes("source-kebijakan")), store::small_source().bytes);
  EXPECT_EQ(must(store::search(back, "rencana", 10)).size(), 1U);
  EXPECT_EQ(must(back.verify()), std::vector<store::Damage>{});
}

TEST_F(BackupTest, NothingIsOverwritten) {
  Store store = store::make_workspace(path);
  must(store.backup_to(copy));
  const std::string bytes = store::read_whole(copy);
  EXPECT_EQ(outcome_of(store.backup_to(copy)), "store.exists");
  EXPECT_EQ(outcome_of(store.backup_to(path)), "store.exists");
  EXPECT_EQ(outcome_of(store::restore(copy, path)), "store.exists");
  EXPECT_TRUE(store::read_whole(copy) == bytes);
  EXPECT_EQ(outcome_of(store.backup_to(folder / "no/folder")), "store.not_found");
}

TEST_F(BackupTest, ADamagedBackupIsNotRestored) {
  must(store::make_workspace(path).backup_to(copy));
  store::tamper(copy, "UPDATE ratings SET value = '4/1' WHERE sequence = 1");
  const auto refused = store::restore(copy, restored);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().id, "store.damaged_backup");
  EXPECT_EQ(refused.error().kind, base::ErrorKind::unsupported);
  EXPECT_EQ(outcome_of(store::restore(folder / "nothing", restored)), "store.not_found");
  EXPECT_EQ(folder.list(), (std::vector<std::string>{"cadangan.jenjang", "dinas.jenjang"}));
}

}  // namespace
