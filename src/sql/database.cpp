// All or nothing, on every engine: transactions, and cells as the values they hold.
#include "sql/database.hpp"

namespace sql {

namespace {

/// The three statements of a transaction, or of a part of one.
struct Brackets {
  std::string_view begin;
  std::string_view keep;
  std::string_view undo;
};

constexpr Brackets whole = {"BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"};
constexpr Brackets part = {"SAVEPOINT part",
                           "RELEASE SAVEPOINT part",
                           "ROLLBACK TO SAVEPOINT part; RELEASE SAVEPOINT part"};

/// Undoes what was done unless told to keep it; an exception on the way undoes it too.
class Undo {
 public:
  Undo(Database& database, std::string_view statement)
      : database_(database), statement_(statement) {}

  Undo(const Undo&) = delete;
  Undo& operator=(const Undo&) = delete;
  Undo(Undo&&) = delete;
  Undo& operator=(Undo&&) = delete;

  ~Undo() {
    // An engine may have undone everything by itself (disk full); then there is nothing left to
    // undo.
    if (armed_ && database_.is_in_transaction())
      static_cast<void>(database_.execute_script(statement_));
  }

  void keep() { armed_ = false; }

 private:
  Database& database_;
  std::string_view statement_;
  bool armed_ = true;
};

}  // namespace

base::Result<void> in_transaction(Database& database,
                                  const std::function<base::Result<void>()>& work) {
  const Brackets& brackets = database.is_in_transaction() ? part : whole;
  TRY(database.execute_script(brackets.begin));
  Undo undo(database, brackets.undo);
  TRY(work());
  TRY(database.execute_script(brackets.keep));
  undo.keep();
  return {};
}

std::optional<std::string> to_text(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* blob = std::get_if<Blob>(&cell)) return blob->bytes;
  return std::nullopt;
}

std::optional<std::int64_t> to_integer(const Cell& cell) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return *integer;
  return std::nullopt;
}

std::optional<double> to_real(const Cell& cell) {
  if (const auto* real = std::get_if<double>(&cell)) return *real;
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*integer);
  return std::nullopt;
}

}  // namespace sql
