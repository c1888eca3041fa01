// The workbook: its strings, styles and list of sheets, and the parts that belong to a sheet.
#include "extract/xlsx.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "extract/block_text.hpp"
#include "extract/page_notes.hpp"
#include "extract/sheet_name.hpp"
#include "extract/xlsx_sheet.hpp"

namespace extract {

namespace {

using codec::XmlNode;

struct Sheet {
  std::string name;
  std::string part;
  bool is_hidden = false;
};

base::Result<std::vector<std::string>> read_strings(OfficeArchive& archive,
                                                    const std::string& part) {
  std::vector<std::string> strings;
  if (part.empty() || !archive.has(part)) return strings;
  const auto document = TRY(archive.read(part));
  for (const auto node : document.root().children())
    if (node.name() == "si") strings.push_back(read_rich_text(node));
  return strings;
}

// The number format of each style, in the order by which cells name them.
base::Result<std::vector<NumberFormat>> read_formats(OfficeArchive& archive,
                                                     const std::string& part) {
  std::vector<NumberFormat> formats;
  if (part.empty() || !archive.has(part)) return formats;
  const auto document = TRY(archive.read(part));
  std::map<int, NumberFormat> own;
  for (const auto node : document.root().child("numFmts").children())
    own[read_index(node.attribute("numFmtId"))] = parse_number_format(node.attribute("formatCode"));
  for (const auto node : document.root().child("cellXfs").children()) {
    if (node.name() != "xf") continue;
    const int id = read_index(node.attribute("numFmtId"));
    const auto found = own.find(id);
    formats.push_back(found == own.end() ? find_number_format(id) : found->second);
  }
  return formats;
}

std::vector<Sheet> find_sheets(XmlNode workbook, const std::vector<Relationship>& relationships) {
  std::vector<Sheet> sheets;
  for (const auto node : workbook.child("sheets").children()) {
    if (node.name() != "sheet") continue;
    const auto state = node.attribute("state");
    sheets.push_back({to_sheet_name(node.attribute("name"), sheets.size() + 1),
                      find_by_id(relationships, node.prefixed_attribute("id")),
                      state == "hidden" || state == "veryHidden"});
  }
  return sheets;
}

// Threads of comments have the words twice: in a part of their own, and in one for older programs.
base::Result<int> read_comments(OfficeArchive& archive, const std::string& sheet, SheetText& text) {
  const auto relationships = TRY(archive.read_relationships(sheet));
  auto part = find_by_type(relationships, "threadedComment");
  if (part.empty()) part = find_by_type(relationships, "comments");
  if (part.empty() || !archive.has(part)) return 0;
  const auto document = TRY(archive.read(part));
  const auto list = document.root().child("commentList");
  int count = 0;
  for (const auto comment : (list ? list : document.root()).children()) {
    const auto body = comment.child("text");
    const auto place = parse_cell_name(comment.attribute("ref"));
    if (!body || place.row < 0) continue;
    const auto rich = read_rich_text(body);
    text.add_comment(place.row, place.column, rich.empty() ? to_cell_text(body.text()) : rich);
    ++count;
  }
  return count;
}

void note_findings(const SheetFindings& findings, const std::string& name, PageNotes& notes) {
  notes.add("reading.hidden_rows", name, findings.hidden_rows);
  notes.add("reading.hidden_columns", name, findings.hidden_columns);
  notes.add("reading.merged_cells", name, findings.merged_areas);
  notes.add("reading.covered_cells", name, findings.covered_cells);
  notes.add("reading.formulas_without_value", name, findings.formulas_without_value);
}

base::Result<std::string> read_sheet(OfficeArchive& archive,
                                     const Sheet& sheet,
                                     const WorkbookContext& context,
                                     PageNotes& notes) {
  if (sheet.part.empty()) return std::string();
  SheetText text;
  {
    const auto document = TRY(archive.read(sheet.part));
    note_findings(read_cells(document.root(), context, text), sheet.name, notes);
  }
  notes.add("reading.sheet_comments", sheet.name, TRY(read_comments(archive, sheet.part, text)));
  return text.release();
}

bool is_true(std::string_view value) {
  return value == "1" || value == "true" || value == "on";
}

}  // namespace

base::Result<FoundText> read_xlsx(OfficeArchive& archive, std::string_view main_part) {
  const auto relationships = TRY(archive.read_relationships(main_part));
  const auto workbook = TRY(archive.read(main_part));
  WorkbookContext context;
  context.strings = TRY(read_strings(archive, find_by_type(relationships, "sharedStrings")));
  context.formats = TRY(read_formats(archive, find_by_type(relationships, "styles")));
  if (is_true(workbook.root().child("workbookPr").attribute("date1904")))
    context.epoch = Epoch::from_1904;

  FoundText found;
  found.format = document::Format::xlsx;
  found.title = TRY(archive.read_core_title());
  PageNotes notes;
  for (const auto& sheet : find_sheets(workbook.root(), relationships)) {
    if (sheet.is_hidden) notes.add_page("reading.hidden_sheets", sheet.name);
    auto text = TRY(read_sheet(archive, sheet, context, notes));
    TRY(append_page(found, std::move(text), sheet.name, sheets_max));
  }
  found.problems = notes.release();
  return found;
}

}  // namespace extract
