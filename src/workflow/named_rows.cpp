// Matches the header with the known names and hands out rows.
#include "workflow/named_rows.hpp"

#include <algorithm>

#include "codec/csv.hpp"
#include "text/unicode.hpp"

namespace workflow {

namespace {

using base::ErrorKind;
using base::fail;

base::Result<std::vector<int>> match_header(const codec::CsvRow& header,
                                            std::span<const std::string_view> known,
                                            std::span<const std::string_view> required) {
  std::vector<int> column_of(known.size(), -1);
  std::string names;
  for (const auto& name : known) names += (names.empty() ? "" : ", ") + std::string(name);
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const auto found = std::find(known.begin(), known.end(), header.cells[i].text);
    const std::string name(header.cells[i].text);
    if (found == known.end())
      return fail(ErrorKind::invalid, "table.column_unknown", {{"column", name}, {"known", names}});
    int& column = column_of[static_cast<std::size_t>(found - known.begin())];
    if (column >= 0)
      return fail(ErrorKind::invalid,
                  "table.column_doubled",
                  {{"column", name}, {"line", std::to_string(header.line)}});
    column = static_cast<int>(i);
  }
  for (std::size_t i = 0; i < known.size(); ++i)
    if (column_of[i] < 0 && std::find(required.begin(), required.end(), known[i]) != required.end())
      return fail(ErrorKind::invalid,
                  "table.named_column_missing",
                  {{"column", std::string(known[i])}, {"known", names}});
  return column_of;
}

}  // namespace

base::Result<std::vector<NamedRow>> read_named_rows(std::string_view csv,
                                                    std::span<const std::string_view> known,
                                                    std::span<const std::string_view> required) {
  // A NUL byte is not valid either; the reader of rows names its line.
  const bool has_nul = csv.find('\0') != std::string_view::npos;
  if (!has_nul && !text::is_valid_utf8(csv)) return fail(ErrorKind::invalid, "table.not_utf8");
  codec::CsvReader reader(csv);
  codec::CsvRow row;
  const bool has_header = TRY(reader.next(row));
  if (!has_header) return fail(ErrorKind::invalid, "table.empty");
  const auto column_of = TRY(match_header(row, known, required));
  const std::size_t width = row.cells.size();
  std::vector<NamedRow> rows;
  while (true) {
    const bool more = TRY(reader.next(row));
    if (!more) return rows;
    if (row.cells.size() != width)
      return fail(ErrorKind::invalid,
                  "table.line_length",
                  {{"line", std::to_string(row.line)},
                   {"found", std::to_string(row.cells.size())},
                   {"expected", std::to_string(width)}});
    NamedRow& named = rows.emplace_back();
    named.line = row.line;
    for (const int column : column_of)
      named.cells.push_back(column < 0 ? ""
                                       : std::string(codec::undo_csv_text(
                                             row.cells[static_cast<std::size_t>(column)].text)));
  }
}

std::string format_row(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i)
    line += (i > 0 ? "," : "") + codec::format_csv_text(cells[i]);
  return line + "\n";
}

}  // namespace workflow
