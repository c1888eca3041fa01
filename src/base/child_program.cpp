// Starts children between fork and exec with nothing but system calls, then listens until their
// end.
#include "base/child_program.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <limits>
#include <list>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace base {

namespace {

// A file descriptor that is closed at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}

  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}

  Descriptor& operator=(Descriptor&& other) noexcept {
    reset(other.release());
    return *this;
  }

  ~Descriptor() { reset(); }

  [[nodiscard]] int get() const { return number_; }

  [[nodiscard]] bool is_open() const { return number_ >= 0; }

  int release() { return std::exchange(number_, -1); }

  void reset(int number = -1) {
    if (number_ >= 0) ::close(number_);
    number_ = number;
  }

 private:
  int number_;
};

struct Pipe {
  Descriptor read;
  Descriptor write;

  bool open() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    read.reset(ends[0]);
    write.reset(ends[1]);
    return true;
  }
};

std::int64_t read_monotonic_milliseconds() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

// The input as a file in memory that nobody can change any more.
Descriptor open_input(std::string_view input) {
  Descriptor file(::memfd_create("input", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  while (file.is_open() && !input.empty()) {
    const auto written = ::write(file.get(), input.data(), input.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return Descriptor();
    input.remove_prefix(static_cast<std::size_t>(written));
  }
  if (!file.is_open()) return file;
  ::fcntl(file.get(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL);
  ::lseek(file.get(), 0, SEEK_SET);
  return file;
}

// Everything the child needs, laid out before the fork: after it only system calls are safe.
struct Launch {
  const char* program = nullptr;
  std::vector<char*> arguments;
  std::array<char*, 2> environment{};
  std::array<int, 4> descriptors{};  // become 0, 1, 2 and the pipe that tells of a failed start
  ChildLimits limits;
  pid_t parent = 0;
};

void set_limit(__rlimit_resource resource, std::int64_t soft, std::int64_t hard) {
  const rlimit limit{static_cast<rlim_t>(soft), static_cast<rlim_t>(hard)};
  ::setrlimit(resource, &limit);
}

void set_limits(const ChildLimits& limits) {
  set_limit(RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 1);
  set_limit(RLIMIT_FSIZE, limits.file_bytes, limits.file_bytes);
  set_limit(RLIMIT_CORE, 0, 0);
  set_limit(RLIMIT_NOFILE, limits.open_files, limits.open_files);
#ifndef __SANITIZE_ADDRESS__  // its shadow memory alone is larger than any limit
  if (limits.memory_bytes > 0) set_limit(RLIMIT_AS, limits.memory_bytes, limits.memory_bytes);
#endif
}

// Moves the descriptors to 0…3; first out of the way, so that none is written over.
bool place_descriptors(std::array<int, 4>& descriptors) {
  constexpr int out_of_the_way = 10;
  for (int& descriptor : descriptors) {
    descriptor = ::fcntl(descriptor, F_DUPFD_CLOEXEC, out_of_the_way);
    if (descriptor < 0) return false;
  }
  for (int i = 0; i < 4; ++i) {
    const bool last = i == 3;
    if (::dup3(descriptors.at(static_cast<std::size_t>(i)), i, last ? O_CLOEXEC : 0) < 0)
      return false;
  }
  return ::close_range(4, ~0U, 0) == 0;
}

void restore_signals() {
  struct sigaction standard{};
  standard.sa_handler = SIG_DFL;
  for (int signal = 1; signal < NSIG; ++signal) ::sigaction(signal, &standard, nullptr);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

[[noreturn]] void become_program(Launch& launch) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != launch.parent) ::_exit(127);
  const bool placed = place_descriptors(launch.descriptors);
  restore_signals();
  if (placed) {
    set_limits(launch.limits);
    ::execve(launch.program, launch.arguments.data(), launch.environment.data());
  }
  const int reason = errno;
  [[maybe_unused]] const auto told =
      ::write(placed ? 3 : launch.descriptors[3], &reason, sizeof reason);
  ::_exit(127);
}

// A running child. It does not outlive this object.
struct Child {
  pid_t id = -1;
  Descriptor handle;
  Descriptor output;
  Descriptor errors;

  Child() = default;
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  Child(Child&&) = delete;
  Child& operator=(Child&&) = delete;

  ~Child() {
    if (id > 0) end();
  }

  // Kills whatever is left of its group and takes the status.
  int end() {
    ::kill(-id, SIGKILL);
    ::kill(id, SIGKILL);
    int status = 0;
    while (::waitpid(id, &status, 0) < 0 && errno == EINTR) {
    }
    id = -1;
    return status;
  }
};

tl::unexpected<Error> fail_to_start(const std::string& program, int reason) {
  return fail(ErrorKind::unavailable,
              "child.not_started",
              {{"program", program}, {"reason", std::strerror(reason)}});
}

// Signals wait during the fork, so that no handler of ours runs in the child.
pid_t fork_quietly(Launch& launch) {
  sigset_t all;
  sigset_t before;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  const pid_t id = ::fork();
  if (id == 0) become_program(launch);
  const int reason = errno;
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  errno = reason;
  return id;
}

Result<void> start(Child& child,
                   const std::string& program,
                   const std::vector<std::string>& arguments,
                   std::string_view input,
                   const ChildLimits& limits) {
  Pipe output;
  Pipe errors;
  Pipe failure;
  const Descriptor in = open_input(input);
  if (!in.is_open() || !output.open() || !errors.open() || !failure.open())
    return fail_to_start(program, errno);
  std::vector<std::string> words{program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::string language = "LANG=C.UTF-8";
  Launch launch{program.c_str(), {}, {language.data(), nullptr}, {}, limits, ::getpid()};
  for (auto& word : words) launch.arguments.push_back(word.data());
  launch.arguments.push_back(nullptr);
  launch.descriptors = {in.get(), output.write.get(), errors.write.get(), failure.write.get()};
  child.id = fork_quietly(launch);
  if (child.id < 0) return fail_to_start(program, errno);
  ::setpgid(child.id, child.id);
  failure.write.reset();
  output.write.reset();
  errors.write.reset();
  int reason = 0;
  ssize_t told = 0;
  while ((told = ::read(failure.read.get(), &reason, sizeof reason)) < 0 && errno == EINTR) {
  }
  if (told == sizeof reason) return fail_to_start(program, reason);
  child.handle.reset(static_cast<int>(::syscall(SYS_pidfd_open, child.id, 0)));
  if (!child.handle.is_open()) return fail_to_start(program, errno);
  child.output = std::move(output.read);
  child.errors = std::move(errors.read);
  for (const int descriptor : {child.output.get(), child.errors.get()})
    ::fcntl(descriptor, F_SETFL, O_NONBLOCK);
  return {};
}

// Reads once what is there; closes the descriptor at the end of its stream.
std::string_view read_some(Descriptor& from, std::array<char, 65536>& buffer) {
  if (!from.is_open()) return {};
  const auto size = ::read(from.get(), buffer.data(), buffer.size());
  if (size > 0) return {buffer.data(), static_cast<std::size_t>(size)};
  if (size == 0 || (errno != EAGAIN && errno != EINTR)) from.reset();
  return {};
}

// Takes everything that can be read now. False when it is more than the child may say.
bool collect(Child& child, const ChildLimits& limits, ChildOutcome& outcome) {
  constexpr std::size_t tail_bytes = 4096;
  static thread_local std::array<char, 65536> buffer;
  for (auto part = read_some(child.output, buffer); !part.empty();
       part = read_some(child.output, buffer)) {
    const auto room = static_cast<std::size_t>(limits.output_bytes) - outcome.output.size();
    outcome.output += part.substr(0, room);
    if (part.size() > room) return false;
  }
  const auto part = read_some(child.errors, buffer);
  outcome.error_tail += part;
  if (outcome.error_tail.size() > tail_bytes)
    outcome.error_tail.erase(0, outcome.error_tail.size() - tail_bytes);
  return true;
}

// A child at work, and what it has said so far.
struct Run {
  std::size_t number = 0;
  Child child;
  ChildOutcome outcome;
  std::int64_t deadline = 0;
  bool is_over = false;
};

// Waits until any of them says something, ends, or has had its time.
void listen(std::list<Run>& runs, const ChildLimits& limits) {
  std::vector<pollfd> waits;
  std::int64_t deadline = std::numeric_limits<std::int64_t>::max();
  for (const auto& run : runs) {
    for (const auto* descriptor : {&run.child.handle, &run.child.output, &run.child.errors})
      waits.push_back({descriptor->get(), POLLIN, 0});
    deadline = std::min(deadline, run.deadline);
  }
  const auto left = std::max<std::int64_t>(0, deadline - read_monotonic_milliseconds());
  ::poll(waits.data(), waits.size(), static_cast<int>(left));
  const auto now = read_monotonic_milliseconds();
  auto wait = waits.begin();
  for (auto& run : runs) {
    const bool ended = (wait->revents & POLLIN) != 0;
    wait += 3;
    run.outcome.too_much_output = !collect(run.child, limits, run.outcome);
    run.outcome.timed_out = !ended && now >= run.deadline;
    run.is_over = ended || run.outcome.timed_out || run.outcome.too_much_output;
  }
}

ChildOutcome finish(Run& run) {
  const int status = run.child.end();
  auto& outcome = run.outcome;
  if (WIFSIGNALED(status)) outcome.signal = WTERMSIG(status);
  if (WIFEXITED(status)) outcome.exit_code = WEXITSTATUS(status);
  if (outcome.signal == SIGXCPU) outcome.timed_out = true;
  return std::move(outcome);
}

}  // namespace

Result<ChildOutcome> run_child_program(const std::string& program,
                                       const std::vector<std::string>& arguments,
                                       std::string_view input,
                                       const ChildLimits& limits) {
  ChildOutcome outcome;
  const auto take = [&](std::size_t /*number*/, ChildOutcome ended) { outcome = std::move(ended); };
  TRY(run_child_programs(program, {{arguments}, 1, take}, input, limits));
  return outcome;
}

Result<void> run_child_programs(const std::string& program,
                                const ParallelRuns& runs,
                                std::string_view input,
                                const ChildLimits& limits) {
  std::list<Run> running;
  std::size_t next = 0;
  while (next < runs.arguments.size() || !running.empty()) {
    while (next < runs.arguments.size() && std::ssize(running) < std::max(1, runs.at_once)) {
      auto& run = running.emplace_back();
      run.number = next++;
      TRY(start(run.child, program, runs.arguments[run.number], input, limits));
      run.deadline = read_monotonic_milliseconds() + limits.wall_milliseconds;
    }
    listen(running, limits);
    for (auto run = running.begin(); run != running.end();) {
      if (run->is_over) runs.take(run->number, finish(*run));
      run = run->is_over ? running.erase(run) : std::next(run);
    }
  }
  return {};
}

}  // namespace base
