// A workspace file is owned by one writer, is never half made, and refuses what it is not.
#include "store/workspace_file.hpp"

#include <array>
#include <csignal>
#include <functional>

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/workspace_for_test.hpp"

namespace {

using store::must;
using store::OpenMode;
using store::outcome_of;
using store::Store;

class WorkspaceFileTest : public testing::Test {
 protected:
  std::string open_outcome(OpenMode mode) { return outcome_of(Store::open(path, mode)); }

  store::TemporaryFolder folder;
  std::string path = folder / "dinas.jenjang";
};

/// What a child process found: its line of text. It ends without running anything of ours.
std::string in_child(const std::function<std::string()>& work) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return "no pipe";
  const pid_t child = ::fork();
  if (child == 0) {
    const std::string line = work();
    const auto written = ::write(ends[1], line.data(), line.size());
    ::_exit(written < 0 ? 1 : 0);
  }
  ::close(ends[1]);
  std::array<char, 256> line{};
  const auto size = ::read(ends[0], line.data(), line.size());
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  return {line.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
}

/// As `in_child`, as somebody whom permissions bind: tests may run as root.
std::string as_nobody(const std::function<std::string()>& work) {
  return in_child([&]() -> std::string {
    constexpr uid_t nobody = 65534;
    if (::geteuid() == 0 &&
        (::setresgid(nobody, nobody, nobody) != 0 || ::setresuid(nobody, nobody, nobody) != 0))
      return "cannot become nobody";
    return work();
  });
}

TEST_F(WorkspaceFileTest, SecondOpeningIsAConflictAlsoFromAnotherProcess) {
  const Store owner = store::make_workspace(path);
  EXPECT_EQ(open_outcome(OpenMode::read_write), "store.in_use");
  EXPECT_EQ(open_outcome(OpenMode::read_only), "store.in_use");
  EXPECT_EQ(open_outcome(OpenMode::create), "store.exists");
  EXPECT_EQ(in_child([&] { return open_outcome(OpenMode::read_write); }), "store.in_use");
  EXPECT_EQ(in_child([&] { return open_outcome(OpenMode::read_only); }), "store.in_use");
}

TEST_F(WorkspaceFileTest, TheLockAndTheWorkOfAKilledOwnerAreSortedOut) {
  {
    const Store closed = store::make_workspace(path);
  }
  const auto die_with_a_rating = [&]() -> std::string {
    auto owner = must(Store::open(path, OpenMode::read_write));
    must(owner.add_ratings("A1", {store::small_rating("cici", base::Rational(2))}));
    ::raise(SIGKILL);
    return "";
  };
  EXPECT_EQ(in_child(die_with_a_rating), "");
  EXPECT_EQ(folder.list(), (std::vector<std::string>{"dinas.jenjang", "dinas.jenjang-wal"}));
  Store reader = must(Store::open(path, OpenMode::read_only));
  EXPECT_EQ(must(reader.load_dossier("A1")).ratings.size(), 3U) << "acknowledged means kept";
  EXPECT_EQ(folder.list(), std::vector<std::string>{"dinas.jenjang"});
}

TEST_F(WorkspaceFileTest, OfTwoThatComeTogetherOneGetsIt) {
  {
    const Store closed = store::make_workspace(path);
  }
  constexpr int rounds = 20;
  for (int round = 0; round < rounds; ++round) {
    // Both children wait for the pipe to close, try at once, and keep what they got until both have
    // tried.
    std::array<int, 2> start{};
    std::array<int, 2> tried{};
    ASSERT_EQ(::pipe(start.data()) + ::pipe(tried.data()), 0);
    std::array<pid_t, 2> children{};
    for (auto& child : children) {
      child = ::fork();
      if (child != 0) continue;
      ::close(start[1]);
      ::close(tried[0]);
      char byte = 0;
      static_cast<void>(!::read(start[0], &byte, 1));
      const auto opened = Store::open(path, OpenMode::read_write);
      const char got = opened ? 'y' : opened.error().id == "store.in_use" ? 'n' : '?';
      static_cast<void>(!::write(tried[1], &got, 1));
      ::pause();
    }
    ::close(start[0]);
    ::close(start[1]);
    ::close(tried[1]);
    std::string answers(2, ' ');
    for (char& answer : answers) static_cast<void>(!::read(tried[0], &answer, 1));
    ::close(tried[0]);
    for (const pid_t child : children) {
      ::kill(child, SIGKILL);
      ::waitpid(child, nullptr, 0);
    }
    std::sort(answers.begin(), answers.end());
    EXPECT_EQ(answers, "ny");
    must(Store::open(path, OpenMode::read_write));  // sorts out what the killed one left
  }
}

TEST_F(WorkspaceFileTest, RefusesWhatItIsNot) {
  {
    const Store closed = store::make_workspace(path);
  }
  const std::string whole = store::read_whole(path);

  struct Case {
    const char* name;
    std::string bytes;
    const char* id;
  };

  for (const auto& c : std::vector<Case>{
           {"empty", "", "store.not_a_workspace"},
           {"text", "Ini catatan biasa.\n", "store.not_a_workspace"},
           {"long text", std::string(100'000, 'x'), "store.not_a_workspace"},
           {"half a header", whole.substr(0, 10), "store.not_a_workspace"},
           {"a header alone", whole.substr(0, 100), "store.damaged"},
           {"one page", whole.substr(0, 4096), "store.damaged"},
           {"half", whole.substr(0, whole.size() / 2), "store.damaged"},
           {"without its end", whole.substr(0, whole.size() - 1), "store.damaged"},
       }) {
    store::write_whole(path, c.bytes);
    for (const auto mode : {OpenMode::read_write, OpenMode::read_only})
      EXPECT_EQ(open_outcome(mode), c.id) << c.name;
    EXPECT_TRUE(store::read_whole(path) == c.bytes) << c.name << " was written to";
  }
}

TEST_F(WorkspaceFileTest, TellsForeignAndNewerDatabasesApart) {
  {
    const auto foreign = must(sql::open_sqlite(path, {sql::SqliteMode::create, 0}));
    must(foreign->execute_script("CREATE TABLE notes (text TEXT)"));
  }
  const std::string foreign_bytes = store::read_whole(path);
  EXPECT_EQ(open_outcome(OpenMode::read_write), "store.not_a_workspace");
  EXPECT_EQ(open_outcome(OpenMode::read_only), "store.not_a_workspace");
  EXPECT_TRUE(store::read_whole(path) == foreign_bytes);
  std::filesystem::remove(path);

  {
    const Store closed = store::make_workspace(path);
  }
  const std::string known = std::to_string(store::newest_version());
  store::tamper(path, "PRAGMA user_version = 99");
  for (const auto mode : {OpenMode::read_write, OpenMode::read_only}) {
    const auto newer = Store::open(path, mode);
    ASSERT_FALSE(newer);
    EXPECT_EQ(newer.error(),
              (base::Error{base::ErrorKind::unsupported,
                           "store.newer_version",
                           {{"file", path}, {"found", "99"}, {"known", known}}}));
  }
  store::tamper(path, "PRAGMA user_version = 0");
  EXPECT_EQ(open_outcome(OpenMode::read_only), "store.older_version");
}

TEST_F(WorkspaceFileTest, NamesWhatIsNotThere) {
  EXPECT_EQ(open_outcome(OpenMode::read_write), "store.not_found");
  EXPECT_EQ(open_outcome(OpenMode::read_only), "store.not_found");
  path = folder.path();
  EXPECT_EQ(open_outcome(OpenMode::read_write), "store.not_a_workspace");
  EXPECT_EQ(open_outcome(OpenMode::create), "store.exists");
  path = folder / "no/such/folder.jenjang";
  EXPECT_EQ(open_outcome(OpenMode::create), "store.not_found");
  path = ":memory:";
  EXPECT_EQ(open_outcome(OpenMode::read_write), "store.not_found");
  EXPECT_TRUE(folder.list().empty());
}

TEST_F(WorkspaceFileTest, AReadOnlyFolderCanBeReadAndIsNotWritten) {
  {
    const Store closed = store::make_workspace(path);
  }
  ASSERT_EQ(::chmod(path.c_str(), 0644), 0);
  ASSERT_EQ(::chmod(folder.path().c_str(), 0555), 0);
  EXPECT_EQ(as_nobody([&]() -> std::string {
              auto reader = Store::open(path, OpenMode::read_only);
              if (!reader) return reader.error().id;
              return std::to_string(must(reader->load_dossier("A1")).ratings.size());
            }),
            "2");
  EXPECT_EQ(as_nobody([&] { return open_outcome(OpenMode::read_write); }), "store.read_only");
  ASSERT_EQ(::chmod(path.c_str(), 0666), 0);
  EXPECT_EQ(as_nobody([&] { return open_outcome(OpenMode::read_write); }), "store.read_only")
      << "a file that may be written in a folder that may not";
  const std::string other = folder / "lain.jenjang";
  EXPECT_EQ(as_nobody([&] { return outcome_of(Store::open(other, OpenMode::create)); }),
            "store.read_only");
  ASSERT_EQ(::chmod(path.c_str(), 0600), 0);
  if (::geteuid() == 0) {
    EXPECT_EQ(as_nobody([&] { return open_outcome(OpenMode::read_only); }), "store.read_only");
  }
  ASSERT_EQ(::chmod(folder.path().c_str(), 0755), 0);
  EXPECT_EQ(folder.list(), std::vector<std::string>{"dinas.jenjang"});
}

TEST_F(WorkspaceFileTest, ACrashedWorkspaceInAReadOnlyFolderSaysWhatIsMissing) {
  {
    const Store closed = store::make_workspace(path);
  }
  in_child([&]() -> std::string {
    auto owner = must(Store::open(path, OpenMode::read_write));
    must(owner.add_ratings("A1", {store::small_rating("cici", base::Rational(2))}));
    ::raise(SIGKILL);
    return "";
  });
  ASSERT_EQ(::chmod(folder.path().c_str(), 0555), 0);
  const auto read = [&] { return open_outcome(OpenMode::read_only); };
  EXPECT_EQ(as_nobody(read), "store.needs_mending");
  ASSERT_EQ(::chmod(folder.path().c_str(), 0755), 0);
  std::filesystem::remove(path + "-wal");
  ASSERT_EQ(::chmod(folder.path().c_str(), 0555), 0);
  EXPECT_EQ(as_nobody(read), "ok") << "without a log the file alone is read";
  ASSERT_EQ(::chmod(folder.path().c_str(), 0755), 0);
}

/// Files grow no further than this in the child, as on a full disk.
void limit_file_size(rlim_t bytes) {
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit = {bytes, bytes};
  ::setrlimit(RLIMIT_FSIZE, &limit);
}

TEST_F(WorkspaceFileTest, WithoutRoomNothingHalfMadeIsLeft) {
  for (const rlim_t room : {0U, 4096U, 20'000U, 60'000U})
    EXPECT_EQ(in_child([&] {
                limit_file_size(room);
                return open_outcome(OpenMode::create);
              }),
              "store.disk_full")
        << room;
  EXPECT_TRUE(folder.list().empty());
}

/// Adds sources until one does not fit, then says what happened and what a reader finds afterwards.
std::string fill_up(const std::string& path) {
  auto owner = must(Store::open(path, OpenMode::read_write));
  for (int i = 0; i < 100; ++i) {
    auto big = store::small_source("besar-" + std::to_string(i));
    big.bytes.append(200'000, 'b');
    big.source.digest = base::sha256(big.bytes);
    const auto saved = store::save(owner, big);
    if (saved) continue;
    const auto known = must(owner.load_sources("A1")).size();
    return saved.error().id + (known == static_cast<std::size_t>(i) + 1 ? " kept" : " lost");
  }
  return "never full";
}

TEST_F(WorkspaceFileTest, WithoutRoomForASourceTheOthersAreKept) {
  {
    const Store closed = store::make_workspace(path);
  }
  EXPECT_EQ(in_child([&] {
              limit_file_size(2'000'000);
              return fill_up(path);
            }),
            "store.disk_full kept");
  Store store = must(Store::open(path, OpenMode::read_write));
  EXPECT_GT(must(store.load_sources("A1")).size(), 1U);
  EXPECT_EQ(must(store.verify()), std::vector<store::Damage>{});
}

/// A file system in memory that goes away by itself.
class SmallDisk {
 public:
  explicit SmallDisk(std::string place) : place_(std::move(place)) {
    std::filesystem::create_directory(place_);
    is_there_ = ::mount("tmpfs", place_.c_str(), "tmpfs", 0, "size=2m") == 0;
  }

  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  SmallDisk(SmallDisk&&) = delete;
  SmallDisk& operator=(SmallDisk&&) = delete;

  ~SmallDisk() {
    if (is_there_) ::umount2(place_.c_str(), MNT_DETACH);
  }

  [[nodiscard]] bool is_there() const { return is_there_; }

  void grow() const { ::mount("tmpfs", place_.c_str(), "tmpfs", MS_REMOUNT, "size=16m"); }

 private:
  std::string place_;
  bool is_there_ = false;
};

TEST_F(WorkspaceFileTest, AFullDiskIsSaidAndHarmsNothing) {
  const std::string disk = folder / "disk";
  const SmallDisk small(disk);
  // Only root may mount; elsewhere the two tests above stand for a full disk.
  if (!small.is_there()) return;
  path = disk + "/dinas.jenjang";
  {
    const Store closed = store::make_workspace(path);
  }
  EXPECT_EQ(fill_up(path), "store.disk_full kept");
  {
    auto store = Store::open(path, OpenMode::read_only);
    EXPECT_TRUE(store) << store.error().id;
    if (store) {
      EXPECT_EQ(must(store->verify()), std::vector<store::Damage>{});
    }
  }
  const std::string other = disk + "/lain.jenjang";
  store::write_whole(disk + "/filler", std::string(4'000'000, 'x'));
  EXPECT_EQ(outcome_of(Store::open(other, OpenMode::create)), "store.disk_full");
  std::filesystem::remove(disk + "/filler");
  small.grow();
  must(Store::open(path, OpenMode::read_write));  // with room again, the log is folded in
  std::vector<std::string> left;
  for (const auto& entry : std::filesystem::directory_iterator(disk))
    left.push_back(entry.path().filename().string());
  EXPECT_EQ(left, std::vector<std::string>{"dinas.jenjang"});
}

}  // namespace
