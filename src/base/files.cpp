// Reads with one buffer, writes with a temporary name, fsync and rename.
#include "base/files.hpp"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace base {

namespace {

/// An open descriptor, closed when it goes out of scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}

  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;

  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  [[nodiscard]] int get() const { return number_; }

 private:
  int number_;
};

Error describe_error(const std::string& path, int number, bool writing) {
  const Parameter file{"file", path};
  switch (number) {
    case ENOENT:
    case ENOTDIR:
      return writing ? Error{ErrorKind::not_found, "file.folder_missing", {file}}
                     : Error{ErrorKind::not_found, "file.not_found", {file}};
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return {ErrorKind::unavailable, "file.disk_full", {file}};
    case EISDIR:
      return {ErrorKind::invalid, "file.is_folder", {file}};
    default:
      return {ErrorKind::forbidden,
              writing ? "file.not_writable" : "file.not_readable",
              {file, {"problem", std::strerror(number)}}};
  }
}

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// The descriptor that names such as /dev/stdout and /dev/fd/3 stand for.
std::optional<int> find_descriptor(std::string_view path) {
  if (path == "/dev/stdout") return STDOUT_FILENO;
  if (path == "/dev/stderr") return STDERR_FILENO;
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
    if (!path.starts_with(folder)) continue;
    int number = 0;
    const auto digits = path.substr(folder.size());
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error == std::errc() && end == digits.data() + digits.size()) return number;
  }
  return std::nullopt;
}

/// Pipes and devices take bytes one after the other; nothing may be renamed over them.
bool is_stream(const std::string& path) {
  struct stat status{};
  return find_descriptor(path) || (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) &&
                                   !S_ISDIR(status.st_mode));
}

Result<void> write_stream(const std::string& path, std::string_view bytes) {
  const auto number = find_descriptor(path);
  const Descriptor stream(number ? ::dup(*number) : ::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (stream.get() < 0 || !write_all(stream.get(), bytes))
    return pass_on(describe_error(path, errno, true));
  return {};
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::int64_t bytes_max) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return pass_on(describe_error(path, errno, false));
  struct stat status{};
  if (::fstat(file.get(), &status) != 0) return pass_on(describe_error(path, errno, false));
  if (S_ISDIR(status.st_mode)) return pass_on(describe_error(path, EISDIR, false));
  std::string bytes;
  if (S_ISREG(status.st_mode)) bytes.reserve(static_cast<std::size_t>(status.st_size));
  std::array<char, 1U << 16U> buffer{};
  while (true) {
    const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return pass_on(describe_error(path, errno, false));
    if (count == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
    if (static_cast<std::int64_t>(bytes.size()) > bytes_max)
      return fail(ErrorKind::invalid,
                  "file.too_large",
                  {{"file", path}, {"limit", std::to_string(bytes_max >> 20)}});
  }
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
  if (is_stream(path)) return write_stream(path, bytes);
  struct stat status{};
  if (::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode))
    return pass_on(describe_error(path, EISDIR, true));
  const std::string temporary = path + ".tmp-" + std::to_string(::getpid());
  const Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (file.get() < 0) return pass_on(describe_error(path, errno, true));
  const bool written = write_all(file.get(), bytes) && ::fsync(file.get()) == 0;
  if (!written || ::rename(temporary.c_str(), path.c_str()) != 0) {
    Error error = describe_error(path, errno, true);
    ::unlink(temporary.c_str());
    return pass_on(std::move(error));
  }
  const Descriptor folder(::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.get() >= 0) ::fsync(folder.get());
  return {};
}

}  // namespace base
