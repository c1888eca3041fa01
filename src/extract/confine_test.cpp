// What the confined process can no longer do; the same attempts succeed without the confinement.
#include "extract/confine.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "base/child_program.hpp"

namespace {

std::string probe(const std::vector<std::string>& more) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("confine-test-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
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

}  // namespace
