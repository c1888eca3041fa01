// Marks at the head of a line: "(1)", "12.", "a.", "b)", "IV.", "•".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ingest {

enum class MarkKind {
  bullet,
  number,           ///< 1.
  number_half,      ///< 1)
  number_brackets,  ///< (1)
  letter,           ///< a.
  letter_half,      ///< a)
  letter_brackets,  ///< (a)
  capital,          ///< A.
  roman,            ///< i.
  capital_roman,    ///< IV.
  bare              ///< 1 and a word: the first cell of a row
};

/// A mark: which place in its list it claims, and how it is printed.
struct ListMark {
  MarkKind kind = MarkKind::bullet;
  int value = 0;      ///< 1 for "a"; 0 for a bullet
  std::string label;  ///< "2", "a", "1)", "(a)"
  std::size_t size = 0;
};

/// The mark at the head of a line, with a space or nothing behind it. "i." and "I." are letters
/// here; `as_roman` gives their other reading.
std::optional<ListMark> find_list_mark(std::string_view line);

/// The same mark read as a Roman number; empty where it can't be one.
std::optional<ListMark> as_roman(const ListMark& mark);

/// The number at the head of a table's row: "3 Penataan jaringan".
std::optional<ListMark> find_row_mark(std::string_view line);

/// The value of a Roman number in capitals; empty for anything else.
std::optional<int> parse_roman(std::string_view digits);

}  // namespace ingest
