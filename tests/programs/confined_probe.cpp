// Tries what a hijacked reader would try: confined, confined as an office program (with the
// argument "office") or not (with "free"); and says what was refused.
#include <cstdio>
#include <string>

#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "extract/confine.hpp"

namespace {

void tell(const char* attempt, bool done) {
  std::printf("%s %s\n", attempt, done ? "done" : "refused");
}

bool open_socket(int family) {
  const int socket = ::socket(family, SOCK_STREAM, 0);
  if (socket >= 0) ::close(socket);
  return socket >= 0;
}

bool open_file(const std::string& path, int flags) {
  const int file = ::open(path.c_str(), flags, 0600);
  if (file >= 0) ::close(file);
  return file >= 0;
}

bool start_process() {
  const pid_t id = ::fork();
  if (id == 0) ::_exit(0);
  if (id > 0) ::waitpid(id, nullptr, 0);
  return id > 0;
}

}  // namespace

int main(int count, char** arguments) {
  const std::string folder = count > 1 ? arguments[1] : "/tmp";
  const std::string how = count > 2 ? arguments[2] : "";
  if (how.empty() && !extract::confine()) return 7;
  if (how == "office" && !extract::confine_office(folder + "/own")) return 7;
  tell("internet socket", open_socket(AF_INET));
  tell("local socket", open_socket(AF_UNIX));
  tell("write a new file", open_file(folder + "/probe", O_WRONLY | O_CREAT));
  tell("write over a file", open_file(folder + "/victim", O_WRONLY));
  tell("read a file", open_file(folder + "/victim", O_RDONLY));
  tell("remove a file", ::unlink((folder + "/victim").c_str()) == 0);
  tell("start a process", start_process());
  tell("signal the parent", ::kill(::getppid(), 0) == 0);
  std::fflush(stdout);
  char* const nothing[] = {nullptr};
  ::execve("/bin/true", nothing, nothing);
  tell("become another program", false);
  std::fflush(stdout);
  return 0;
}
