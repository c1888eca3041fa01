// No new privileges, rlimits, Landlock where the kernel has it, and a seccomp list of what is
// allowed.
#include "extract/confine.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace extract {

namespace {

constexpr rlim_t cpu_seconds_max = 600;
constexpr rlim_t memory_bytes_max = rlim_t{2} << 30U;
// What drawing and reading a PDF may need: tables of poppler, and fonts that a file does not bring.
constexpr std::array readable_folders = {
    "/usr/share/poppler", "/usr/share/fonts", "/usr/local/share/fonts"};

// Lowers a limit; whoever started us may have set a stricter one.
bool lower_limit(__rlimit_resource resource, rlim_t most) {
  rlimit limit{};
  if (::getrlimit(resource, &limit) != 0) return false;
  limit.rlim_cur = std::min(limit.rlim_cur, most);
  limit.rlim_max = std::min(limit.rlim_max, most);
  return ::setrlimit(resource, &limit) == 0;
}

bool lower_limits() {
#ifndef __SANITIZE_ADDRESS__  // its shadow memory alone is larger
  if (!lower_limit(RLIMIT_AS, memory_bytes_max)) return false;
#endif
  return lower_limit(RLIMIT_CPU, cpu_seconds_max) && lower_limit(RLIMIT_CORE, 0) &&
         lower_limit(RLIMIT_NOFILE, 64);
}

// Opens what lies below a folder again for a ruleset; a folder that is not there needs none.
void open_folder(int ruleset, const char* folder, std::uint64_t access) {
  const int place = ::open(folder, O_PATH | O_CLOEXEC);
  if (place < 0) return;
  landlock_path_beneath_attr beneath{};
  beneath.allowed_access = access;
  beneath.parent_fd = place;
  ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
  ::close(place);
}

constexpr std::uint64_t all_access =
    (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;  // of its first version
constexpr std::uint64_t read_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

// Landlock: every file is closed but those in these folders. False on a kernel without it.
bool close_file_system(const std::vector<std::pair<const char*, std::uint64_t>>& folders) {
  landlock_ruleset_attr rules{};
  rules.handled_access_fs = all_access;
  const auto ruleset =
      static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0));
  if (ruleset < 0) return false;
  for (const auto& [folder, access] : folders) open_folder(ruleset, folder, access);
  const bool closed = ::syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  ::close(ruleset);
  return closed;
}

bool close_file_system() {
  std::vector<std::pair<const char*, std::uint64_t>> folders;
  folders.reserve(readable_folders.size());
  for (const auto* folder : readable_folders) folders.emplace_back(folder, read_access);
  return close_file_system(folders);
}

// What computing, printing and ending need. Anything else answers EPERM.
constexpr std::array allowed_calls = {
    SCMP_SYS(read),           SCMP_SYS(readv),        SCMP_SYS(pread64),
    SCMP_SYS(write),          SCMP_SYS(writev),       SCMP_SYS(lseek),
    SCMP_SYS(close),          SCMP_SYS(fstat),        SCMP_SYS(newfstatat),
    SCMP_SYS(getdents64),     SCMP_SYS(brk),          SCMP_SYS(mmap),
    SCMP_SYS(munmap),         SCMP_SYS(mremap),       SCMP_SYS(mprotect),
    SCMP_SYS(madvise),        SCMP_SYS(futex),        SCMP_SYS(getrandom),
    SCMP_SYS(clock_gettime),  SCMP_SYS(gettimeofday), SCMP_SYS(time),
    SCMP_SYS(getpid),         SCMP_SYS(gettid),       SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
    SCMP_SYS(getrlimit),      SCMP_SYS(sysinfo),      SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sched_yield),    SCMP_SYS(exit),         SCMP_SYS(exit_group),
    SCMP_SYS(restart_syscall)};

// Opening a file for reading; useful only where Landlock says which.
bool allow_reading(scmp_filter_ctx filter) {
  constexpr auto writing = O_ACCMODE | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY);
  const auto read_only = SCMP_A2(SCMP_CMP_MASKED_EQ, static_cast<scmp_datum_t>(writing), O_RDONLY);
  return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, read_only) == 0;
}

// A process may abort itself, and hurt nobody else.
bool allow_aborting(scmp_filter_ctx filter) {
  const auto self = SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid()));
  return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, self) == 0;
}

bool filter_calls(bool files_are_closed) {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (filter == nullptr) return false;
  bool complete = allow_aborting(filter) && (!files_are_closed || allow_reading(filter));
  for (const int call : allowed_calls)
    complete = complete && seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
  const bool loaded = complete && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return loaded;
}

// What a printing program must not do, whatever its document says: reach a network or another
// program, start a process, or look into one.
constexpr std::array forbidden_calls = {SCMP_SYS(connect),
                                        SCMP_SYS(sendto),
                                        SCMP_SYS(socketpair),
                                        SCMP_SYS(fork),
                                        SCMP_SYS(vfork),
                                        SCMP_SYS(ptrace),
                                        SCMP_SYS(process_vm_readv),
                                        SCMP_SYS(process_vm_writev),
                                        SCMP_SYS(mount),
                                        SCMP_SYS(umount2),
                                        SCMP_SYS(unshare),
                                        SCMP_SYS(setns),
                                        SCMP_SYS(bpf),
                                        SCMP_SYS(perf_event_open),
                                        SCMP_SYS(keyctl),
                                        SCMP_SYS(io_uring_setup),
                                        SCMP_SYS(userfaultfd),
                                        SCMP_SYS(pivot_root),
                                        SCMP_SYS(open_by_handle_at),
                                        SCMP_SYS(kill),
                                        SCMP_SYS(tkill)};

// LibreOffice ends where it cannot listen for a second start of itself: it is told that it does.
bool pretend_to_listen(scmp_filter_ctx filter) {
  const auto other = SCMP_A0(SCMP_CMP_NE, static_cast<scmp_datum_t>(AF_UNIX));
  return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 1, other) == 0 &&
         seccomp_rule_add(filter, SCMP_ACT_ERRNO(0), SCMP_SYS(bind), 0) == 0 &&
         seccomp_rule_add(filter, SCMP_ACT_ERRNO(0), SCMP_SYS(listen), 0) == 0;
}

// Threads are clones that share their memory's owner; clone3 hides its flags and is said to be
// unknown, upon which the C library takes clone.
bool allow_threads_only(scmp_filter_ctx filter) {
  const auto no_thread = SCMP_A0(SCMP_CMP_MASKED_EQ, static_cast<scmp_datum_t>(CLONE_THREAD), 0);
  return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1, no_thread) == 0 &&
         seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
}

bool keep_signals_at_home(scmp_filter_ctx filter) {
  const auto other = SCMP_A0(SCMP_CMP_NE, static_cast<scmp_datum_t>(::getpid()));
  return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(tgkill), 1, other) == 0;
}

bool forbid_calls() {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  if (filter == nullptr) return false;
  bool complete =
      allow_threads_only(filter) && pretend_to_listen(filter) && keep_signals_at_home(filter);
  for (const int call : forbidden_calls)
    complete = complete && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0) == 0;
  const bool loaded = complete && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return loaded;
}

}  // namespace

bool confine() {
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
  if (!lower_limits()) return false;
  return filter_calls(close_file_system());
}

bool confine_office(const std::string& folder) {
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
  constexpr auto run_access = read_access | LANDLOCK_ACCESS_FS_EXECUTE;
  constexpr auto device_access = read_access | LANDLOCK_ACCESS_FS_WRITE_FILE;
  close_file_system({{folder.c_str(), all_access},
                     {"/usr", run_access},
                     {"/lib", run_access},
                     {"/lib64", run_access},
                     {"/opt/libreoffice", run_access},
                     {"/etc", read_access},
                     {"/var/lib/libreoffice", read_access},
                     {"/var/spool/libreoffice", read_access},
                     {"/var/cache/fontconfig", read_access},
                     {"/proc", read_access},
                     {"/dev", device_access}});
  return forbid_calls();
}

}  // namespace extract
