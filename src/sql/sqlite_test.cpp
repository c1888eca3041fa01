// A database file is owned by one process, stands alone when closed, and is given up when the disk
// fails it.
#include "sql/sqlite.hpp"

#include <atomic>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/temporary_folder.hpp"
#include "sql/place.hpp"

namespace {

std::atomic<bool> disk_fails = false;

int sync_unless_told_to_fail(long call, int descriptor) {
  if (disk_fails) {
    errno = EIO;
    return -1;
  }
  return static_cast<int>(::syscall(call, descriptor));
}

}  // namespace

// These stand before the C library's: the disk fails when a test says so.
extern "C" int fsync(int descriptor) {
  return sync_unless_told_to_fail(SYS_fsync, descriptor);
}

extern "C" int fdatasync(int descriptor) {
  return sync_unless_told_to_fail(SYS_fdatasync, descriptor);
}

namespace {

using sql::open_sqlite;
using sql::SqliteMode;

class SqliteTest : public testing::Test {
 protected:
  std::unique_ptr<sql::Database> open(SqliteMode mode) {
    auto opened = open_sqlite(path, {mode, 7});
    if (!opened) throw std::runtime_error("cannot open: " + opened.error().id);
    return std::move(*opened);
  }

  std::string refusal(SqliteMode mode, std::int32_t application_id = 7) const {
    const auto opened = open_sqlite(path, {mode, application_id});
    return opened ? "opened" : opened.error().id;
  }

  void make() {
    const auto database = open(SqliteMode::create);
    EXPECT_TRUE(database->execute_script("CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (1)"));
  }

  [[nodiscard]] std::ptrdiff_t count_files() const {
    return std::distance(std::filesystem::directory_iterator(folder), {});
  }

  base::TemporaryFolder scratch{"jenjang-sql"};
  std::string folder = scratch.path();
  std::string path = folder + "/a?b#c%20.db";
};

TEST_F(SqliteTest, AClosedFileStandsAlone) {
  make();
  EXPECT_EQ(count_files(), 1);
  {
    const auto database = open(SqliteMode::read_write);
    EXPECT_TRUE(database->execute_script("INSERT INTO t VALUES (2)"));
    EXPECT_TRUE(std::filesystem::exists(path + "-wal"));
    EXPECT_FALSE(std::filesystem::exists(path + "-shm"));
  }
  EXPECT_EQ(count_files(), 1);
  for (const auto mode : {SqliteMode::read_only, SqliteMode::immutable})
    EXPECT_EQ(open(mode)->query("SELECT n FROM t", {})->size(), 2U);
  EXPECT_EQ(count_files(), 1);
}

TEST_F(SqliteTest, WhoWritesOwnsTheFileAloneAndReadersShareIt) {
  make();

  struct Case {
    SqliteMode first;
    SqliteMode second;
    const char* outcome;
  };

  for (const auto& c : std::vector<Case>{
           {SqliteMode::read_write, SqliteMode::read_write, "store.in_use"},
           {SqliteMode::read_write, SqliteMode::read_only, "store.in_use"},
           {SqliteMode::read_only, SqliteMode::read_write, "store.in_use"},
           {SqliteMode::read_only, SqliteMode::read_only, "opened"},
       }) {
    const auto owner = open(c.first);
    EXPECT_EQ(refusal(c.second), c.outcome);
  }
  EXPECT_EQ(refusal(SqliteMode::read_write), "opened");
}

TEST_F(SqliteTest, SafeguardsAreOn) {
  make();
  const auto database = open(SqliteMode::read_write);

  struct Case {
    const char* pragma;
    std::int64_t value;
  };

  for (const auto& c : std::vector<Case>{{"foreign_keys", 1},
                                         {"synchronous", 2},
                                         {"cell_size_check", 1},
                                         {"trusted_schema", 0},
                                         {"busy_timeout", 0}})
    EXPECT_EQ(sql::to_integer(database->query("PRAGMA " + std::string(c.pragma), {})->at(0).at(0)),
              c.value)
        << c.pragma;
  static_cast<void>(database->execute_script("PRAGMA writable_schema=ON"));
  EXPECT_FALSE(database->execute_script("DELETE FROM sqlite_schema"))
      << "the schema is defended even from us";
}

TEST_F(SqliteTest, OtherFilesAreRefusedAndLeftAlone) {
  make();
  EXPECT_EQ(refusal(SqliteMode::create), "store.exists");
  EXPECT_EQ(refusal(SqliteMode::read_write, 8), "store.not_a_workspace");
  EXPECT_EQ(refusal(SqliteMode::read_only, 8), "store.not_a_workspace");
  for (const std::string content : {"", "just text", "SQLite format 3", "SQLite format 3\n"}) {
    path = folder + "/other";
    std::ofstream(path, std::ios::binary) << content;
    EXPECT_EQ(refusal(SqliteMode::read_write), "store.not_a_workspace") << content;
    EXPECT_EQ(refusal(SqliteMode::read_only), "store.not_a_workspace") << content;
    EXPECT_EQ(std::filesystem::file_size(path), content.size());
  }
  path = folder;
  EXPECT_EQ(refusal(SqliteMode::read_write), "store.not_a_workspace");
  path = folder + "/nothing";
  EXPECT_EQ(refusal(SqliteMode::read_write), "store.not_found");
  EXPECT_EQ(refusal(SqliteMode::read_only), "store.not_found");
  path = folder + "/nothing/here";
  EXPECT_EQ(refusal(SqliteMode::create), "store.not_found");
}

TEST_F(SqliteTest, AFailedSyncIsFinal) {
  make();
  {
    const auto database = open(SqliteMode::read_write);
    disk_fails = true;
    const auto lost = database->execute_script("INSERT INTO t VALUES (2)");
    disk_fails = false;
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().kind, base::ErrorKind::unavailable);
    EXPECT_EQ(lost.error().id, "store.sync_failed");
    const auto after = database->query("SELECT n FROM t", {});
    ASSERT_FALSE(after) << "nothing may be claimed after a failed sync";
    EXPECT_EQ(after.error().id, "store.closed_after_failure");
  }
  const auto database = open(SqliteMode::read_write);
  EXPECT_EQ(database->check_structure(), std::vector<std::string>{});
  EXPECT_EQ(sql::to_integer(database->query("SELECT MIN(n) FROM t", {})->at(0).at(0)), 1);
}

TEST_F(SqliteTest, ACopyIsWholeAndNeverOverwrites) {
  make();
  const auto database = open(SqliteMode::read_write);
  EXPECT_TRUE(database->execute_script("INSERT INTO t VALUES (2)"));
  const std::string copy = folder + "/copy.db";
  EXPECT_TRUE(sql::copy_sqlite(*database, copy));
  const auto again = sql::copy_sqlite(*database, copy);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().id, "store.exists");
  path = copy;
  EXPECT_EQ(open(SqliteMode::read_only)->query("SELECT n FROM t", {})->size(), 2U);
}

TEST_F(SqliteTest, ACopyThatFailsLeavesNothing) {
  make();
  const auto database = open(SqliteMode::read_write);
  disk_fails = true;
  const auto failed = sql::copy_sqlite(*database, folder + "/copy.db");
  disk_fails = false;
  EXPECT_FALSE(failed);
  EXPECT_EQ(count_files(), 2) << "the database and its log";
}

TEST(Place, RefusalsOfTheSystemHaveAKind) {
  struct Case {
    int system_error;
    base::ErrorKind kind;
    const char* id;
  };

  for (const auto& c : std::vector<Case>{
           {ENOENT, base::ErrorKind::not_found, "store.not_found"},
           {EACCES, base::ErrorKind::forbidden, "store.read_only"},
           {EROFS, base::ErrorKind::forbidden, "store.read_only"},
           {ENOSPC, base::ErrorKind::unavailable, "store.disk_full"},
           {EDQUOT, base::ErrorKind::unavailable, "store.disk_full"},
           {EMFILE, base::ErrorKind::unavailable, "store.cannot_open"},
       }) {
    const base::Error error = sql::fail_to_open(c.system_error, {{"file", "x"}}).value();
    EXPECT_EQ(error.kind, c.kind) << c.id;
    EXPECT_EQ(error.id, c.id);
  }
}

}  // namespace
