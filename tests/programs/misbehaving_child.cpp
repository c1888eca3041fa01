// A helper that behaves as its name says: crashes, hangs, floods; it stands in for jenjang-extract.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

extern char** environ;

namespace {

void say(const char* words) {
  std::fputs(words, stdout);
}

void echo_input() {
  std::vector<char> buffer(65536);
  for (auto size = read(0, buffer.data(), buffer.size()); size > 0;
       size = read(0, buffer.data(), buffer.size()))
    std::fwrite(buffer.data(), 1, static_cast<std::size_t>(size), stdout);
}

// What a child can see of the place where it was started.
void show_surroundings() {
  for (char** variable = environ; *variable != nullptr; ++variable)
    std::printf("env %s\n", *variable);
  for (int descriptor = 0; descriptor < 64; ++descriptor)
    if (fcntl(descriptor, F_GETFD) >= 0) std::printf("open %d\n", descriptor);
  rlimit core{};
  getrlimit(RLIMIT_CORE, &core);
  std::printf("core %d\n", static_cast<int>(core.rlim_cur));
  std::printf("input is sealed %d\n", write(0, "x", 1) < 0 ? 1 : 0);
}

void flood() {
  for (;;) say("0123456789012345678901234567890123456789012345678901234567890123456789\n");
}

// Also where a sanitizer would catch the signal.
void crash() {
  std::signal(SIGSEGV, SIG_DFL);
  std::raise(SIGSEGV);
}

void spin() {
  volatile bool forever = true;
  while (forever) {
  }
}

// A grandchild that keeps our output open for ever must not keep anyone waiting.
void leave_grandchild() {
  if (fork() == 0)
    for (;;) pause();
  say("gone\n");
}

}  // namespace

int main(int, char** arguments) {
  const std::string path = arguments[0];
  const std::string name = path.substr(path.rfind('/') + 1);
  if (name == "child_that_echoes") echo_input();
  if (name == "child_that_looks_around") show_surroundings();
  if (name == "child_that_crashes") crash();
  if (name.ends_with("_at_one")) {  // with the argument "1" it misbehaves, with others it speaks
    if (std::strcmp(arguments[1], "1") != 0) {
      std::puts(arguments[1]);
    } else {
      if (name == "child_that_crashes_at_one") crash();
      for (;;) pause();
    }
  }
  if (name == "child_that_spins") spin();
  if (name == "child_that_waits")
    for (;;) pause();
  if (name == "child_that_floods") flood();
  if (name == "child_that_forks") leave_grandchild();
  if (name == "child_that_lies")
    say("{\"protocol\":1,\"format\":\"pdf\",\"title\":\"\"}\n{\"page\":1,");
  if (name == "child_that_fails") {
    std::fputs("no paper\n", stderr);
    return 3;
  }
  if (name == "child_that_lacks_a_language") return 4;
  return 0;
}
