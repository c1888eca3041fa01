// Reads the cells of a row one after another, as the values that were written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/contract.hpp"
#include "sql/database.hpp"

namespace sql {

/// Takes the cells of one row in order. A cell of another type than asked for reads as empty, zero
/// or absent; asking for more cells than there are breaks the contract.
class RowReader {
 public:
  explicit RowReader(const Row& row) : row_(row) {}

  std::string text() { return to_text(next()).value_or(""); }

  std::int64_t integer() { return to_integer(next()).value_or(0); }

  double real() { return to_real(next()).value_or(0.0); }

  std::optional<std::string> optional_text() { return to_text(next()); }

  std::optional<int> optional_int() {
    const auto value = to_integer(next());
    return value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
  }

 private:
  const Cell& next() {
    ASSERT(position_ < row_.size());
    return row_[position_++];
  }

  const Row& row_;
  std::size_t position_ = 0;
};

}  // namespace sql
