// Compares headers with the words that offices use for the columns of their worksheets.
#include "workflow/workbook_mapping.hpp"

#include <algorithm>
#include <charconv>

#include "codec/json.hpp"
#include "codec/yaml.hpp"
#include "text/unicode.hpp"

namespace workflow {

namespace {

using base::ErrorKind;
using base::fail;

constexpr std::size_t head_rows_max = 50;

/// The words of a header that mean a field, folded.
const std::map<std::string, std::vector<std::string>>& header_words() {
  static const std::map<std::string, std::vector<std::string>> words = {
      {"indicator", {"indicator", "indikator", "kode", "kode indikator", "code", "no indikator"}},
      {"rater", {"rater", "penilai", "asesor", "assessor", "nama penilai"}},
      {"stage", {"stage", "tahap", "tahapan"}},
      {"value",
       {"value", "nilai", "tingkat", "level", "tingkat kematangan", "capaian", "skor", "score"}},
      {"outcome", {"outcome", "hasil", "status"}},
      {"reason", {"reason", "alasan"}},
      {"because",
       {"because", "penjelasan", "keterangan", "explanation", "justifikasi", "uraian", "catatan"}},
      {"confidence", {"confidence", "keyakinan"}},
      {"checks", {"checks", "syarat", "butir pemeriksaan", "butir"}},
  };
  return words;
}

/// Folded, with single blanks: headers are often broken over lines.
std::string tidy(std::string_view header) {
  std::string line;
  for (const char byte : text::fold(header)) {
    const bool blank = byte == ' ' || byte == '\t' || byte == '\n';
    if (!blank)
      line += byte;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::string find_field(std::string_view header) {
  const auto words = tidy(header);
  for (const auto& [field, names] : header_words())
    if (std::ranges::find(names, words) != names.end()) return field;
  return "";
}

bool is_field(std::string_view name) {
  return std::ranges::find(rating_fields(), name) != rating_fields().end();
}

base::Result<std::map<std::string, std::string>> read_fields(const codec::Value& value,
                                                             std::string_view key) {
  std::map<std::string, std::string> fields;
  if (!value.is_mapping())
    return fail(ErrorKind::invalid, "mapping.wrong_form", {{"key", std::string(key)}});
  for (const auto& [field, words] : value.members) {
    if (!is_field(field)) return fail(ErrorKind::invalid, "mapping.unknown_key", {{"key", field}});
    if (!words.is_text()) return fail(ErrorKind::invalid, "mapping.wrong_form", {{"key", field}});
    fields[field] = words.scalar;
  }
  return fields;
}

base::Result<int> read_row_number(const codec::Value& value) {
  int row = 0;
  const auto& digits = value.scalar;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), row);
  if (error != std::errc() || end != digits.data() + digits.size() || row < 1)
    return fail(ErrorKind::invalid, "mapping.wrong_form", {{"key", "head_row"}});
  return row;
}

const SheetRows* find_sheet(const std::vector<SheetRows>& sheets, std::string_view name) {
  const auto found = std::ranges::find(sheets, name, &SheetRows::name);
  return found == sheets.end() ? nullptr : &*found;
}

std::string list_names(const std::vector<SheetRows>& sheets) {
  std::string names;
  for (const auto& sheet : sheets) names += (names.empty() ? "" : ", ") + sheet.name;
  return names;
}

}  // namespace

const std::vector<std::string>& rating_fields() {
  static const std::vector<std::string> fields = {"indicator",
                                                  "rater",
                                                  "stage",
                                                  "value",
                                                  "outcome",
                                                  "reason",
                                                  "because",
                                                  "confidence",
                                                  "checks"};
  return fields;
}

std::optional<WorkbookMapping> guess_mapping(const std::vector<SheetRows>& sheets) {
  for (const auto& sheet : sheets)
    for (std::size_t row = 0; row < std::min(sheet.rows.size(), head_rows_max); ++row) {
      WorkbookMapping mapping{sheet.name, static_cast<int>(row) + 1, {}, {}};
      for (const auto& header : sheet.rows[row])
        if (const auto field = find_field(header); !field.empty())
          mapping.columns.emplace(field, header);
      const bool answers = mapping.columns.contains("value") || mapping.columns.contains("outcome");
      if (mapping.columns.contains("indicator") && answers) return mapping;
    }
  return std::nullopt;
}

base::Result<WorkbookMapping> parse_mapping(std::string_view yaml) {
  const auto tree = TRY(codec::parse_yaml(yaml));
  WorkbookMapping mapping;
  if (!tree.is_mapping()) return fail(ErrorKind::invalid, "mapping.wrong_form", {{"key", "sheet"}});
  for (const auto& [key, value] : tree.members) {
    if (key == "sheet" && value.is_text())
      mapping.sheet = value.scalar;
    else if (key == "head_row")
      mapping.head_row = TRY(read_row_number(value));
    else if (key == "columns")
      mapping.columns = TRY(read_fields(value, key));
    else if (key == "constants")
      mapping.constants = TRY(read_fields(value, key));
    else
      return fail(ErrorKind::invalid,
                  key == "sheet" ? "mapping.wrong_form" : "mapping.unknown_key",
                  {{"key", key}});
  }
  if (!mapping.columns.contains("indicator"))
    return fail(ErrorKind::invalid, "mapping.no_indicator");
  return mapping;
}

std::string format_mapping(const WorkbookMapping& mapping) {
  // A JSON string is a double-quoted YAML scalar.
  const auto quote = [](const std::string& words) {
    return codec::write_json(codec::Value::of_text(words));
  };
  std::string yaml = "# jenjang ratings import --mapping\n";
  yaml += "sheet: " + quote(mapping.sheet) + "\n";
  yaml += "head_row: " + std::to_string(mapping.head_row) + "\n";
  for (const auto& [title, fields] :
       {std::pair{"columns:\n", &mapping.columns}, std::pair{"constants:\n", &mapping.constants}}) {
    if (fields->empty()) continue;
    yaml += title;
    for (const auto& field : rating_fields())
      if (const auto found = fields->find(field); found != fields->end())
        yaml.append("  ").append(field).append(": ").append(quote(found->second)).append("\n");
  }
  return yaml;
}

base::Result<std::map<std::string, std::size_t>> find_columns(const std::vector<SheetRows>& sheets,
                                                              const WorkbookMapping& mapping) {
  const auto* sheet = find_sheet(sheets, mapping.sheet);
  if (sheet == nullptr)
    return fail(ErrorKind::invalid,
                "mapping.no_sheet",
                {{"sheet", mapping.sheet}, {"known", list_names(sheets)}});
  const auto row = static_cast<std::size_t>(mapping.head_row) - 1;
  if (row >= sheet->rows.size())
    return fail(ErrorKind::invalid,
                "mapping.no_row",
                {{"sheet", mapping.sheet}, {"row", std::to_string(mapping.head_row)}});
  const auto& head = sheet->rows[row];
  std::map<std::string, std::size_t> columns;
  for (const auto& [field, header] : mapping.columns) {
    const auto is_it = [&](const std::string& cell) { return tidy(cell) == tidy(header); };
    const auto found = std::ranges::find_if(head, is_it);
    if (found == head.end() || std::find_if(found + 1, head.end(), is_it) != head.end())
      return fail(ErrorKind::invalid,
                  found == head.end() ? "mapping.no_column" : "mapping.two_columns",
                  {{"column", header},
                   {"sheet", mapping.sheet},
                   {"row", std::to_string(mapping.head_row)}});
    columns[field] = static_cast<std::size_t>(found - head.begin());
  }
  return columns;
}

}  // namespace workflow
