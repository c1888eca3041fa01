// Looks at the place of a database file before it is opened, and explains refusals of the operating
// system.
#include "sql/place.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>

#include <fcntl.h>
#include <unistd.h>

namespace sql {

using base::ErrorKind;

base::Result<void> check_place(const std::string& path, Expected expected) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::none)
    return fail_to_open(error.value(), {{"file", path}});
  const bool exists = std::filesystem::exists(status);
  if (expected == Expected::nothing) {
    if (exists) return base::fail(ErrorKind::conflict, "store.exists", {{"file", path}});
    return {};
  }
  if (!exists) return base::fail(ErrorKind::not_found, "store.not_found", {{"file", path}});
  if (!std::filesystem::is_regular_file(status))
    return base::fail(ErrorKind::unsupported, "store.not_a_workspace", {{"file", path}});
  return {};
}

base::Result<void> create_empty(const std::string& path) {
  constexpr mode_t readable_by_all = 0644;
  const int descriptor =
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, readable_by_all);
  if (descriptor < 0 && errno == EEXIST)
    return base::fail(ErrorKind::conflict, "store.exists", {{"file", path}});
  if (descriptor < 0) return fail_to_open(errno, {{"file", path}});
  ::close(descriptor);
  return {};
}

void remove_with_leftovers(const std::string& path) {
  std::error_code ignored;
  for (const char* ending : {"", "-wal", "-shm", "-journal"})
    std::filesystem::remove(path + ending, ignored);
}

bool has_leftovers(const std::string& path) {
  return is_at_least(path + "-wal", 1) || is_at_least(path + "-journal", 1);
}

bool is_at_least(const std::string& path, std::int64_t bytes) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  return !error && static_cast<std::int64_t>(size) >= bytes;
}

tl::unexpected<base::Error> fail_to_open(int system_error, std::vector<base::Parameter> where) {
  switch (system_error) {
    case ENOENT:
    case ENOTDIR:
      return base::fail(ErrorKind::not_found, "store.not_found", std::move(where));
    case EACCES:
    case EPERM:
    case EROFS:
      return base::fail(ErrorKind::forbidden, "store.read_only", std::move(where));
    default:
      break;
  }
  if (is_out_of_room(system_error))
    return base::fail(ErrorKind::unavailable, "store.disk_full", std::move(where));
  where.emplace_back("detail", std::strerror(system_error));
  return base::fail(ErrorKind::unavailable, "store.cannot_open", std::move(where));
}

bool is_out_of_room(int system_error) {
  return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

std::string percent_encode(const std::string& path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char byte : path) {
    if (byte == '%' || byte == '?' || byte == '#') {
      const auto code = static_cast<unsigned char>(byte);
      encoded += {'%', digits[code >> 4U], digits[code & 15U]};
    } else {
      encoded += byte;
    }
  }
  return encoded;
}

}  // namespace sql
