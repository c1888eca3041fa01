// Creates, opens and copies workspace files so that a name never stands for half a workspace.
#include "store/workspace_file.hpp"

#include <cerrno>
#include <filesystem>
#include <functional>

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "sql/place.hpp"
#include "sql/sqlite.hpp"
#include "store/schema.hpp"

namespace store {

namespace {

using base::ErrorKind;
using OpenFile = std::unique_ptr<sql::Database>;

base::Result<OpenFile> open_file(const std::string& path, sql::SqliteMode mode) {
  return sql::open_sqlite(path, {mode, application_id, newest_version()});
}

/// Makes what was written to a file or folder outlive a power cut.
base::Result<void> sync_to_disk(const std::string& path, const std::string& file) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return sql::fail_to_open(errno, {{"file", file}});
  const bool synced = ::fsync(descriptor) == 0;
  ::close(descriptor);
  if (synced) return {};
  return base::fail(ErrorKind::unavailable,
                    "store.sync_failed",
                    {{"file", file}, {"detail", std::filesystem::path(path).filename().string()}});
}

/// Gives a finished file its name, never over another file.
base::Result<void> give_name(const std::string& finished, const std::string& path) {
  if (::renameat2(AT_FDCWD, finished.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) == 0)
    return {};
  if (errno == EEXIST) return base::fail(ErrorKind::conflict, "store.exists", {{"file", path}});
  // Some file systems (network, FAT) know no such rename.
  if (errno != EINVAL && errno != ENOSYS) return sql::fail_to_open(errno, {{"file", path}});
  TRY(sql::check_place(path, sql::Expected::nothing));
  if (::rename(finished.c_str(), path.c_str()) != 0)
    return sql::fail_to_open(errno, {{"file", path}});
  return {};
}

/// Errors of a file under its temporary name speak of the name that was asked for.
base::Error speak_of(const std::string& path, base::Error error) {
  for (auto& [name, value] : error.parameters)
    if (name == "file") value = path;
  return error;
}

/// Lets `write` make a file under another name in the same folder, then names it `path`.
base::Result<void> appear_whole(
    const std::string& path, const std::function<base::Result<void>(const std::string&)>& write) {
  TRY(sql::check_place(path, sql::Expected::nothing));
  const std::string unfinished = path + ".tmp-" + std::to_string(::getpid());
  sql::remove_with_leftovers(unfinished);
  auto done = write(unfinished);
  if (done) done = sync_to_disk(unfinished, path);
  if (done) done = give_name(unfinished, path);
  if (!done) {
    sql::remove_with_leftovers(unfinished);
    return base::pass_on(speak_of(path, std::move(done.error())));
  }
  const auto folder = std::filesystem::absolute(path).parent_path();
  return sync_to_disk(folder.string(), path);
}

base::Result<void> create_file(const std::string& path) {
  return appear_whole(path, [](const std::string& unfinished) -> base::Result<void> {
    const OpenFile database = TRY(open_file(unfinished, sql::SqliteMode::create));
    return upgrade_schema(*database, unfinished);
  });
}

base::Result<OpenFile> open_to_write(const std::string& path) {
  OpenFile database = TRY(open_file(path, sql::SqliteMode::read_write));
  TRY(upgrade_schema(*database, path));
  return database;
}

/// A crash leaves the log beside the file. Who may write folds it in, so that readers need only the
/// file; where the disk has no room for that, the log is read through a writer's connection that
/// refuses to write.
base::Result<OpenFile> mend_and_open(const std::string& path) {
  auto mended = open_file(path, sql::SqliteMode::read_write);
  if (mended) {
    mended->reset();
    if (!sql::has_leftovers(path)) return open_file(path, sql::SqliteMode::read_only);
    OpenFile reader = TRY(open_file(path, sql::SqliteMode::read_write));
    TRY(reader->execute_script("PRAGMA query_only=ON"));
    return reader;
  }
  if (mended.error().kind != ErrorKind::forbidden) return mended;
  if (sql::has_leftovers(path))
    return base::fail(ErrorKind::forbidden, "store.needs_mending", {{"file", path}});
  return open_file(path, sql::SqliteMode::immutable);
}

base::Result<OpenFile> open_to_read(const std::string& path) {
  if (sql::has_leftovers(path)) return mend_and_open(path);
  auto opened = open_file(path, sql::SqliteMode::read_only);
  // A file that was left in the log's mode, though without a log, cannot be read without writing.
  const bool needs_mending = !opened && opened.error().kind == ErrorKind::unavailable;
  return needs_mending ? mend_and_open(path) : std::move(opened);
}

}  // namespace

base::Result<OpenFile> open_workspace_file(const std::string& path, OpenMode mode) {
  if (mode == OpenMode::create) TRY(create_file(path));
  if (mode != OpenMode::read_only) return open_to_write(path);
  OpenFile database = TRY(open_to_read(path));
  TRY(check_version(*database, path));
  return database;
}

base::Result<void> copy_workspace_file(sql::Database& database, const std::string& path) {
  return appear_whole(
      path, [&](const std::string& unfinished) { return sql::copy_sqlite(database, unfinished); });
}

}  // namespace store
