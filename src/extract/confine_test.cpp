// What the confined process can no longer do; the same attempts succeed without the confinement.
#include "extract/confine.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/child_program.hpp"

namespace {

std::string probe(const std::vector<std::string>& more) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("confine-test-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder / "own");
  std::ofstream(folder / "victim") << "secret";
  std::vector<std::string> arguments{folder.string()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const auto outcome = base::run_child_program(
      std::string(JENJANG_TEST_PROGRAMS) + "/confined_probe", arguments, "");
  std::filesystem::remove_all(folder);
  return outcome ? outcome->output : outcome.error().id;
}

TEST(Confine, RefusesNetworkFilesAndProcesses) {
  EXPECT_EQ(probe({}),
            "internet socket refused\nlocal socket refused\nwrite a new file refused\nwrite over a "
            "file refused\n"
            "read a file refused\nremove a file refused\nstart a process refused\nsignal the "
            "parent refused\n"
            "become another program refused\n");
}

TEST(Confine, IsWhatRefuses) {
  EXPECT_EQ(
      probe({"free"}),
      "internet socket done\nlocal socket done\nwrite a new file done\nwrite over a file done\n"
      "read a file done\nremove a file done\nstart a process done\nsignal the parent done\n");
}

// What is outside the program's own folder is Landlock's to refuse: where the kernel lacks it, the
// rest must hold all the same.
TEST(Confine, LeavesAnOfficeProgramItsFolderAndThreads) {
  const bool has_landlock =
      ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0;
  const std::string files = has_landlock ? " refused\n" : " done\n";
  EXPECT_EQ(probe({"office"}),
            "internet socket refused\nlocal socket done\nwrite a new file" + files +
                "write over a file" + files + "read a file" + files + "remove a file" + files +
                "start a process refused\nsignal the parent refused\n");
}

}  // namespace
