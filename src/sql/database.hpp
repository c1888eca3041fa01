// The port to a database: one SQL text with $1 parameters, one list of errors, whatever the engine.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.hpp"

namespace sql {

/// Bytes that are not text.
struct Blob {
  std::string bytes;
  bool operator==(const Blob&) const = default;
};

/// One value of a row: nothing, a whole number, a real number, text in UTF-8, or bytes.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;
using Row = std::vector<Cell>;

/// An open database. Statements are given as text with $1, $2 … in any order; cells[0] is bound to
/// $1. Not for two threads at once.
class Database {
 public:
  Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  Database(Database&&) = delete;
  Database& operator=(Database&&) = delete;
  virtual ~Database() = default;

  /// Runs one statement and returns its rows (RETURNING included).
  virtual base::Result<std::vector<Row>> query(std::string_view statement,
                                               std::span<const Cell> cells) = 0;

  /// Runs one statement for each row of cells, prepared once.
  virtual base::Result<void> execute_many(std::string_view statement,
                                          std::span<const Row> rows) = 0;

  /// Runs several statements without parameters, as in a migration.
  virtual base::Result<void> execute_script(std::string_view script) = 0;

  /// Whether a transaction has begun and has neither been kept nor undone.
  [[nodiscard]] virtual bool is_in_transaction() const = 0;

  /// What is wrong with the file's structure and its references, one line each, in the engine's
  /// words.
  virtual base::Result<std::vector<std::string>> check_structure() = 0;

  base::Result<std::vector<Row>> query(std::string_view statement,
                                       std::initializer_list<Cell> cells) {
    return query(statement, std::span<const Cell>(cells.begin(), cells.size()));
  }
};

/// Runs `work` in one transaction: all of it is kept, or nothing. Inside another one it joins that
/// one: what it did is kept only with the whole, and undone alone when it fails.
base::Result<void> in_transaction(Database& database,
                                  const std::function<base::Result<void>()>& work);

std::optional<std::string> to_text(const Cell& cell);
std::optional<std::int64_t> to_integer(const Cell& cell);
std::optional<double> to_real(const Cell& cell);

/// A cell from an optional value; empty becomes NULL.
template <typename Value>
Cell to_cell(const std::optional<Value>& value) {
  if (!value) return {};
  return Cell{*value};
}

}  // namespace sql
