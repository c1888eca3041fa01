// Takes sheets apart into cells and hands their rows to the import of ratings.
#include "workflow/import_workbook.hpp"

#include <algorithm>

#include "document/format.hpp"
#include "ingest/ingest.hpp"
#include "text/unicode.hpp"

namespace workflow {

namespace {

using base::ErrorKind;
using base::fail;

std::vector<std::string> split(std::string_view line, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0;;) {
    const auto end = std::min(line.find(separator, begin), line.size());
    parts.emplace_back(line.substr(begin, end - begin));
    if (end == line.size()) return parts;
    begin = end + 1;
  }
}

/// Line n of a sheet is its row n, and its cells are parted by tabs.
std::vector<SheetRows> read_sheets(const document::Extraction& extraction) {
  std::vector<SheetRows> sheets;
  sheets.reserve(extraction.pages.size());
  for (const auto& page : extraction.pages) {
    SheetRows& sheet = sheets.emplace_back();
    sheet.name = page.label;
    const auto words = text::slice(extraction.text, page.range.begin, page.range.end);
    for (const auto& line : split(words, '\n')) sheet.rows.push_back(split(line, '\t'));
  }
  return sheets;
}

std::string_view trim(std::string_view words) {
  const auto begin = words.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return words.substr(begin, words.find_last_not_of(' ') + 1 - begin);
}

std::string cell_of(const WorkbookMapping& mapping,
                    const std::map<std::string, std::size_t>& columns,
                    const std::vector<std::string>& row,
                    const std::string& field) {
  const auto column = columns.find(field);
  if (column != columns.end() && column->second < row.size())
    if (const auto words = trim(row[column->second]); !words.empty()) return std::string(words);
  const auto constant = mapping.constants.find(field);
  return constant == mapping.constants.end() ? "" : constant->second;
}

}  // namespace

bool may_be_workbook(std::string_view bytes) {
  return bytes.starts_with("PK");
}

base::Result<ImportedWorkbook> import_workbook(Workspace& workspace,
                                               const WorkbookRequest& request,
                                               const Context& context) {
  const auto extraction =
      TRY(ingest::open_document(request.bytes, request.file_name, context.reading));
  if (document::page_kind_of(extraction.format) != document::PageKind::sheet)
    return fail(ErrorKind::invalid, "workbook.no_sheets", {{"file", request.file_name}});
  const auto sheets = read_sheets(extraction);
  auto mapping = request.mapping ? request.mapping : guess_mapping(sheets);
  if (!mapping)
    return fail(ErrorKind::invalid, "workbook.no_mapping", {{"file", request.file_name}});
  if (!mapping->columns.contains("rater")) mapping->constants.emplace("rater", request.rater);
  const auto columns = TRY(find_columns(sheets, *mapping));
  const auto& rows = std::ranges::find(sheets, mapping->sheet, &SheetRows::name)->rows;
  ImportedWorkbook imported{*mapping, {}, 0};
  std::vector<NamedRow> named;
  for (auto i = static_cast<std::size_t>(mapping->head_row); i < rows.size(); ++i) {
    NamedRow row{static_cast<int>(i) + 1, {}};
    for (const auto& field : rating_fields())
      row.cells.push_back(cell_of(*mapping, columns, rows[i], field));
    if (row.cells[0].empty()) continue;
    if (row.cells[3].empty() && row.cells[4].empty())
      ++imported.without_answer;
    else
      named.push_back(std::move(row));
  }
  imported.rows = TRY(import_rating_rows(workspace, named, context));
  return imported;
}

}  // namespace workflow
