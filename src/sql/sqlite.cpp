// The one door to sqlite3.h: opens, binds, steps and reads; every failure becomes one of our kinds.
#include "sql/sqlite.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <thread>

#include <sqlite3.h>

#include "base/contract.hpp"
#include "sql/place.hpp"
#include "sql/sqlite_checks.hpp"

namespace sql {

namespace {

using base::ErrorKind;

/// Below it, two connections could damage a database in WAL mode (fixed in 3.51.3).
constexpr int version_min = 3051003;
/// How long an owner waits for those that are about to leave. Ownership itself is never waited for.
constexpr int waits_max = 1000;
constexpr std::chrono::milliseconds wait_time(2);

struct CloseHandle {
  void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};

struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

using Handle = std::unique_ptr<sqlite3, CloseHandle>;
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// Not SQLite's own timeout: without usleep, which is a choice of its build, that one knows only
/// whole seconds.
int wait_for_leaving(void* /*unused*/, int waits) {
  if (waits >= waits_max) return 0;
  std::this_thread::sleep_for(wait_time);
  return 1;
}

bool is_sync_failure(int code) {
  return code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC;
}

/// The table of failures: what SQLite says, in the words that a caller can act on.
tl::unexpected<base::Error> fail_with(sqlite3* handle, int code, const std::string& path) {
  std::vector<base::Parameter> where = {{"file", path}};
  const int system_error = handle == nullptr ? 0 : sqlite3_system_errno(handle);
  const auto detailed = [&](ErrorKind kind, std::string id) {
    where.emplace_back("detail", handle == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle));
    return base::fail(kind, std::move(id), std::move(where));
  };
  if (is_sync_failure(code)) return detailed(ErrorKind::unavailable, "store.sync_failed");
  switch (code & 0xff) {
    case SQLITE_FULL:
      return base::fail(ErrorKind::unavailable, "store.disk_full", std::move(where));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return base::fail(ErrorKind::conflict, "store.in_use", std::move(where));
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return base::fail(ErrorKind::forbidden, "store.read_only", std::move(where));
    case SQLITE_CANTOPEN:
      return fail_to_open(system_error, std::move(where));
    case SQLITE_NOTADB:
      return base::fail(ErrorKind::unsupported, "store.not_a_workspace", std::move(where));
    case SQLITE_CORRUPT:
      return detailed(ErrorKind::unsupported, "store.damaged");
    case SQLITE_IOERR:
      if (is_out_of_room(system_error))
        return base::fail(ErrorKind::unavailable, "store.disk_full", std::move(where));
      return detailed(ErrorKind::unavailable, "store.io_failed");
    case SQLITE_NOMEM:
      return base::fail(ErrorKind::unavailable, "store.out_of_memory", std::move(where));
    case SQLITE_TOOBIG:
      return base::fail(ErrorKind::invalid, "store.too_large", std::move(where));
    case SQLITE_CONSTRAINT:
      if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY)
        return detailed(ErrorKind::conflict, "store.already_there");
      return detailed(ErrorKind::internal, "store.rule_broken");
    default:
      return detailed(ErrorKind::internal, "store.statement_failed");
  }
}

class SqliteDatabase final : public Database {
 public:
  SqliteDatabase(Handle handle, std::string path, SqliteMode mode)
      : handle_(std::move(handle)), path_(std::move(path)), mode_(mode) {}

  SqliteDatabase(const SqliteDatabase&) = delete;
  SqliteDatabase& operator=(const SqliteDatabase&) = delete;
  SqliteDatabase(SqliteDatabase&&) = delete;
  SqliteDatabase& operator=(SqliteDatabase&&) = delete;

  /// Folds the log into the file, so that the file alone is the whole.
  ~SqliteDatabase() override {
    if (handle_ && owned_)
      sqlite3_exec(handle_.get(), "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
  }

  using Database::query;
  base::Result<std::vector<Row>> query(std::string_view statement,
                                       std::span<const Cell> cells) override;
  base::Result<void> execute_many(std::string_view statement, std::span<const Row> rows) override;
  base::Result<void> execute_script(std::string_view script) override;

  base::Result<std::vector<std::string>> check_structure() override {
    return find_structure_faults(*this);
  }

  [[nodiscard]] bool is_in_transaction() const override {
    return handle_ && sqlite3_get_autocommit(handle_.get()) == 0;
  }

  base::Result<void> take_possession(const SqliteOptions& options);
  base::Result<void> copy_pages_to(const std::string& path);

 private:
  [[nodiscard]] bool writes() const {
    return mode_ == SqliteMode::create || mode_ == SqliteMode::read_write;
  }

  [[nodiscard]] tl::unexpected<base::Error> fail_now(int code);
  [[nodiscard]] base::Result<void> check_open() const;
  base::Result<Statement> prepare(std::string_view text);
  base::Result<void> bind_cells(sqlite3_stmt* statement, std::span<const Cell> cells);

  Handle handle_;
  std::string path_;
  SqliteMode mode_;
  bool owned_ = false;  ///< the file is ours to write
};

/// A failed sync is final: trying again may claim success for what is not on the disk. The
/// connection is closed without touching the file; whoever opens it next recovers from the log.
tl::unexpected<base::Error> SqliteDatabase::fail_now(int code) {
  auto failure = fail_with(handle_.get(), code, path_);
  if (is_sync_failure(code)) {
    sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    handle_.reset();
  }
  return failure;
}

base::Result<void> SqliteDatabase::check_open() const {
  if (handle_) return {};
  return base::fail(ErrorKind::unavailable, "store.closed_after_failure", {{"file", path_}});
}

base::Result<Statement> SqliteDatabase::prepare(std::string_view text) {
  TRY(check_open());
  sqlite3_stmt* raw = nullptr;
  const char* tail = nullptr;
  const int code =
      sqlite3_prepare_v3(handle_.get(), text.data(), static_cast<int>(text.size()), 0, &raw, &tail);
  Statement statement(raw);
  if (code != SQLITE_OK) return fail_now(code);
  ASSERT(statement != nullptr);
  ASSERT(text.substr(static_cast<std::size_t>(tail - text.data())).find_first_not_of(" \n;") ==
         std::string_view::npos);
  return statement;
}

int bind_cell(sqlite3_stmt* statement, int index, const Cell& cell) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell))
    return sqlite3_bind_int64(statement, index, *integer);
  if (const auto* real = std::get_if<double>(&cell))
    return sqlite3_bind_double(statement, index, *real);
  if (const auto* text = std::get_if<std::string>(&cell))
    return sqlite3_bind_text64(
        statement, index, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
  if (const auto* blob = std::get_if<Blob>(&cell))
    return sqlite3_bind_blob64(
        statement, index, blob->bytes.data(), blob->bytes.size(), SQLITE_STATIC);
  return sqlite3_bind_null(statement, index);
}

/// The n of a parameter called $n. SQLite numbers parameters by first appearance, so the name must
/// be read.
std::size_t read_parameter_number(const char* name) {
  ASSERT(name != nullptr && *name == '$');
  std::size_t number = 0;
  const char* end = name + std::strlen(name);
  const auto [stop, error] = std::from_chars(name + 1, end, number);
  ASSERT(error == std::errc() && stop == end && number > 0);
  return number;
}

base::Result<void> SqliteDatabase::bind_cells(sqlite3_stmt* statement,
                                              std::span<const Cell> cells) {
  std::size_t highest = 0;
  const int count = sqlite3_bind_parameter_count(statement);
  for (int index = 1; index <= count; ++index) {
    const std::size_t number = read_parameter_number(sqlite3_bind_parameter_name(statement, index));
    ASSERT(number <= cells.size());
    highest = std::max(highest, number);
    const int code = bind_cell(statement, index, cells[number - 1]);
    if (code != SQLITE_OK) return fail_now(code);
  }
  ASSERT(highest == cells.size());
  return {};
}

Cell read_cell(sqlite3_stmt* statement, int column) {
  const auto size = [&] {
    return static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
  };
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
      return std::int64_t{sqlite3_column_int64(statement, column)};
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, column);
    case SQLITE_TEXT: {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
      return std::string(text, size());
    }
    case SQLITE_BLOB: {
      const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
      return Blob{bytes == nullptr ? std::string() : std::string(bytes, size())};
    }
    default:
      return {};
  }
}

base::Result<std::vector<Row>> SqliteDatabase::query(std::string_view statement,
                                                     std::span<const Cell> cells) {
  const Statement prepared = TRY(prepare(statement));
  TRY(bind_cells(prepared.get(), cells));
  std::vector<Row> rows;
  int code = SQLITE_OK;
  while ((code = sqlite3_step(prepared.get())) == SQLITE_ROW) {
    const int width = sqlite3_column_count(prepared.get());
    Row& row = rows.emplace_back();
    row.reserve(static_cast<std::size_t>(width));
    for (int column = 0; column < width; ++column) row.push_back(read_cell(prepared.get(), column));
  }
  if (code != SQLITE_DONE) return fail_now(code);
  return rows;
}

base::Result<void> SqliteDatabase::execute_many(std::string_view statement,
                                                std::span<const Row> rows) {
  if (rows.empty()) return check_open();
  const Statement prepared = TRY(prepare(statement));
  for (const Row& row : rows) {
    TRY(bind_cells(prepared.get(), row));
    int code = SQLITE_OK;
    while ((code = sqlite3_step(prepared.get())) == SQLITE_ROW) {
    }
    if (code != SQLITE_DONE) return fail_now(code);
    sqlite3_reset(prepared.get());
  }
  return {};
}

base::Result<void> SqliteDatabase::execute_script(std::string_view script) {
  TRY(check_open());
  const int code =
      sqlite3_exec(handle_.get(), std::string(script).c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return fail_now(code);
  return {};
}

/// Takes the locks of the mode and makes sure that this is our kind of file, before anything is
/// written to it.
base::Result<void> SqliteDatabase::take_possession(const SqliteOptions& options) {
  if (writes() && sqlite3_db_readonly(handle_.get(), "main") != 0)
    return base::fail(ErrorKind::forbidden, "store.read_only", {{"file", path_}});
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  TRY(execute_script(
      "PRAGMA locking_mode=EXCLUSIVE; PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON;"
      "PRAGMA mmap_size=0; PRAGMA synchronous=FULL"));
  if (options.mode == SqliteMode::create)
    TRY(execute_script("PRAGMA application_id=" + std::to_string(options.application_id)));
  TRY(check_identity(*this, path_, options.application_id));
  TRY(check_not_newer(*this, path_, options.version_max));
  if (!writes()) return {};
  // The writer's lock first, at once or not at all: of two that come together, one gets it. It is
  // kept until a written page makes it the only lock, which the locking mode then never gives back;
  // let go in between, both could pass here and wait for each other.
  TRY(execute_script("BEGIN IMMEDIATE"));
  sqlite3_busy_handler(handle_.get(), wait_for_leaving, nullptr);
  const auto version = TRY(query("PRAGMA user_version", {}));
  const auto number = to_integer(version.at(0).at(0)).value_or(0);
  TRY(execute_script("PRAGMA user_version=" + std::to_string(number) + "; COMMIT"));
  const auto journal = TRY(query("PRAGMA journal_mode=WAL", {}));
  sqlite3_busy_handler(handle_.get(), nullptr, nullptr);
  if (journal.empty() || to_text(journal[0].at(0)) != "wal")
    return base::fail(ErrorKind::unavailable,
                      "store.cannot_open",
                      {{"file", path_}, {"detail", "write-ahead log refused"}});
  owned_ = true;
  return {};
}

base::Result<Handle> open_handle(const std::string& path, SqliteMode mode) {
  // An absolute path keeps names such as ":memory:" from meaning anything but a file.
  std::string place = std::filesystem::absolute(path).string();
  int flags = SQLITE_OPEN_EXRESCODE;
  switch (mode) {
    case SqliteMode::create:
      TRY(create_empty(path));
      flags |= SQLITE_OPEN_READWRITE;
      break;
    case SqliteMode::read_write:
      flags |= SQLITE_OPEN_READWRITE;
      break;
    case SqliteMode::read_only:
      flags |= SQLITE_OPEN_READONLY;
      break;
    case SqliteMode::immutable:
      flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
      place = "file://" + percent_encode(place) + "?immutable=1";
      break;
  }
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(place.c_str(), &raw, flags, nullptr);
  Handle handle(raw);
  if (code != SQLITE_OK) return fail_with(raw, code, path);
  return handle;
}

/// Copies every page in one step; the source cannot change meanwhile, since we own it.
base::Result<void> SqliteDatabase::copy_pages_to(const std::string& path) {
  TRY(check_open());
  const Handle target = TRY(open_handle(path, SqliteMode::create));
  sqlite3_backup* backup = sqlite3_backup_init(target.get(), "main", handle_.get(), "main");
  if (backup == nullptr)
    return fail_with(target.get(), sqlite3_extended_errcode(target.get()), path);
  const int step = sqlite3_backup_step(backup, -1);
  const int finish = sqlite3_backup_finish(backup);
  const int code = step == SQLITE_DONE ? finish : step;
  if (code != SQLITE_OK) return fail_with(target.get(), code, path);
  return {};
}

/// Opens the copy as any workspace would be opened, so that it is checked and closed as one file.
base::Result<void> check_copy(const std::string& path, std::int32_t application_id) {
  const auto copy = TRY(open_sqlite(path, {SqliteMode::read_write, application_id}));
  const auto findings = TRY(copy->check_structure());
  if (findings.empty()) return {};
  return base::fail(
      ErrorKind::unsupported, "store.damaged", {{"file", path}, {"detail", findings.front()}});
}

}  // namespace

base::Result<void> copy_sqlite(Database& database, const std::string& path) {
  auto* source = dynamic_cast<SqliteDatabase*>(&database);
  ASSERT(source != nullptr);
  ASSERT(!source->is_in_transaction());
  TRY(check_place(path, Expected::nothing));
  const auto rows = TRY(database.query("PRAGMA application_id", {}));
  const auto application_id = static_cast<std::int32_t>(to_integer(rows.at(0).at(0)).value_or(0));
  auto copied = source->copy_pages_to(path);
  if (copied) copied = check_copy(path, application_id);
  if (!copied) remove_with_leftovers(path);
  return copied;
}

base::Result<std::unique_ptr<Database>> open_sqlite(const std::string& path,
                                                    const SqliteOptions& options) {
  if (sqlite3_libversion_number() < version_min)
    return base::fail(ErrorKind::unsupported,
                      "store.engine_too_old",
                      {{"found", sqlite3_libversion()}, {"needed", "3.51.3"}});
  TRY(check_place(path, options.mode == SqliteMode::create ? Expected::nothing : Expected::file));
  Handle handle = TRY(open_handle(path, options.mode));
  auto database = std::make_unique<SqliteDatabase>(std::move(handle), path, options.mode);
  TRY(database->take_possession(options));
  return database;
}

std::string sqlite_version() {
  return sqlite3_libversion();
}

}  // namespace sql
