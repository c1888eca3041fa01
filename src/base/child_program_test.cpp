// A child under limits: what it gets, what it cannot, and that it always ends.
#include "base/child_program.hpp"

#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace {

base::ChildOutcome run(const std::string& name,
                       std::string_view input,
                       const base::ChildLimits& limits = {}) {
  const auto outcome = base::run_child_program(
      std::string(JENJANG_TEST_PROGRAMS) + "/child_that_" + name, {}, input, limits);
  EXPECT_TRUE(outcome.has_value()) << name;
  return outcome.value_or(base::ChildOutcome{});
}

TEST(ChildProgram, GetsItsInputAndGivesItsOutput) {
  const std::string large(3'000'000, 'x');
  for (const std::string& input : {std::string(), std::string("a\0b", 3), large}) {
    const auto outcome = run("echoes", input);
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_EQ(outcome.signal, 0);
    EXPECT_TRUE(outcome.output == input);
  }
}

TEST(ChildProgram, SeesNothingOfOurSurroundings) {
  ::setenv("JENJANG_TEST_SECRET", "1", 1);
  const int ours = ::fcntl(STDIN_FILENO, F_DUPFD, 20);  // without O_CLOEXEC: exec would hand it on
  EXPECT_EQ(run("looks_around", "in").output,
            "env LANG=C.UTF-8\nopen 0\nopen 1\nopen 2\ncore 0\ninput is sealed 1\n");
  ::close(ours);
}

TEST(ChildProgram, TellsHowItEnded) {
  const auto failed = run("fails", "");
  EXPECT_EQ(failed.exit_code, 3);
  EXPECT_EQ(failed.error_tail, "no paper\n");
  EXPECT_EQ(run("crashes", "").signal, SIGSEGV);
}

TEST(ChildProgram, IsStoppedWhenItTakesTooLongOrSaysTooMuch) {
  const auto waiting = run("waits", "", {.wall_milliseconds = 100});
  EXPECT_TRUE(waiting.timed_out);
  EXPECT_EQ(waiting.signal, SIGKILL);
  const auto spinning = run("spins", "", {.cpu_seconds = 1});
  EXPECT_TRUE(spinning.timed_out);
  const auto flooding = run("floods", "", {.output_bytes = 100'000});
  EXPECT_TRUE(flooding.too_much_output);
  EXPECT_EQ(flooding.output.size(), 100'000U);
}

TEST(ChildProgram, DoesNotWaitForAGrandchild) {
  const auto outcome = run("forks", "", {.wall_milliseconds = 30'000});
  EXPECT_FALSE(outcome.timed_out);
  EXPECT_EQ(outcome.output, "gone\n");
}

TEST(ChildProgram, SaysWhyItDidNotStart) {
  const auto outcome = base::run_child_program("/nowhere/at-all", {}, "", {});
  ASSERT_FALSE(outcome.has_value());
  EXPECT_EQ(outcome.error().kind, base::ErrorKind::unavailable);
  EXPECT_EQ(outcome.error().id, "child.not_started");
}

std::string path_of(const std::string& name) {
  return std::string(JENJANG_TEST_PROGRAMS) + "/child_that_" + name;
}

TEST(ChildPrograms, RunSideBySideUpToALimitAndEachIsTold) {
  const std::vector<std::vector<std::string>> arguments(7, {"apa saja"});
  for (const int at_once : {0, 1, 3, 20}) {
    std::vector<int> told(arguments.size());
    const auto take = [&](std::size_t number, const base::ChildOutcome& outcome) {
      ++told.at(number);
      EXPECT_EQ(outcome.output, "dokumen");
      EXPECT_EQ(outcome.exit_code, 0);
    };
    const auto ran =
        base::run_child_programs(path_of("echoes"), {arguments, at_once, take}, "dokumen", {});
    EXPECT_TRUE(ran.has_value());
    EXPECT_EQ(told, std::vector<int>(arguments.size(), 1)) << at_once;
  }
}

TEST(ChildPrograms, GoOnWhileOneOfThemTakesItsTime) {
  std::vector<std::size_t> told;
  const auto take = [&](std::size_t number, const base::ChildOutcome& outcome) {
    EXPECT_EQ(outcome.timed_out, number == 1);
    told.push_back(number);
  };
  const base::ParallelRuns runs{{{"0"}, {"1"}, {"2"}, {"3"}}, 2, take};
  EXPECT_TRUE(
      base::run_child_programs(path_of("waits_at_one"), runs, "", {.wall_milliseconds = 1'500}));
  EXPECT_EQ(told, (std::vector<std::size_t>{0, 2, 3, 1}));
}

TEST(ChildPrograms, OfWhichOneFailsLeaveTheOthersAlone) {
  std::vector<std::string> said(3);
  const auto take = [&](std::size_t number, const base::ChildOutcome& outcome) {
    said.at(number) = outcome.output + (outcome.signal == SIGSEGV ? "crashed" : "");
  };
  EXPECT_TRUE(
      base::run_child_programs(path_of("crashes_at_one"), {{{"0"}, {"1"}, {"2"}}, 2, take}, ""));
  EXPECT_EQ(said, (std::vector<std::string>{"0\n", "crashed", "2\n"}));
}

TEST(ChildPrograms, SayWhyTheyDidNotStart) {
  const auto take = [](std::size_t /*number*/, const base::ChildOutcome& /*outcome*/) { FAIL(); };
  const auto ran = base::run_child_programs("/nowhere/at-all", {{{}, {}}, 2, take}, "");
  ASSERT_FALSE(ran.has_value());
  EXPECT_EQ(ran.error().id, "child.not_started");
}

}  // namespace
