// Observations as rows of a table: our own columns, or the export of a form's submissions.
#include <optional>

#include "codec/csv.hpp"
#include "ingest/form_answers.hpp"
#include "ingest/observation_record.hpp"
#include "text/unicode.hpp"

namespace ingest {

namespace {

using base::ErrorKind;
using base::fail;
using codec::CsvRow;

constexpr std::size_t rows_max = 100'000;

tl::unexpected<base::Error> fail_at(int line,
                                    std::string id,
                                    std::vector<base::Parameter> more = {}) {
  more.emplace(more.begin(), "line", std::to_string(line));
  return fail(ErrorKind::invalid, std::move(id), std::move(more));
}

std::vector<std::string> names_of(const CsvRow& header) {
  std::vector<std::string> names;
  names.reserve(header.cells.size());
  for (const auto& cell : header.cells) names.push_back(tidy_observation_text(cell.text));
  while (!names.empty() && names.back().empty()) names.pop_back();
  return names;
}

bool is_submission(const std::vector<std::string>& names) {
  for (const auto& name : names)
    if (marks_submission(name)) return true;
  return false;
}

base::Result<void> check_names(const std::vector<std::string>& names, int line) {
  std::map<std::string_view, std::string> taken;
  for (const auto& name : names) {
    const auto field = find_observation_field(name);
    if (field.empty()) return fail_at(line, "observations.unknown_key", {{"key", name}});
    if (!taken.emplace(field, name).second)
      return fail_at(line, "observations.key_twice", {{"key", name}, {"other", taken[field]}});
  }
  return {};
}

// "a.jpg; b.jpg"
void split_photos(std::string_view written, std::vector<std::string>& photos) {
  while (!written.empty()) {
    const auto end = written.find_first_of(";,\n");
    if (auto path = tidy_observation_text(written.substr(0, end)); !path.empty())
      photos.push_back(std::move(path));
    written = end == std::string_view::npos ? std::string_view() : written.substr(end + 1);
  }
}

// A cell that a spreadsheet would have run as a formula stays the text that it is; the apostrophe
// of our own tables comes off.
ObservationRecord to_own_record(const std::vector<std::string>& names, const CsvRow& row) {
  ObservationRecord record;
  record.format = "observation_table";
  for (std::size_t i = 0; i < names.size() && i < row.cells.size(); ++i) {
    const auto value = tidy_observation_text(codec::undo_csv_text(row.cells[i].text));
    const auto field = find_observation_field(names[i]);
    if (field == "photos")
      split_photos(value, record.photos);
    else if (!value.empty())
      record.fields.emplace(field, value);
  }
  return record;
}

ObservationRecord to_submitted_record(const std::vector<std::string>& names, const CsvRow& row) {
  FormAnswers answers;
  for (std::size_t i = 0; i < names.size() && i < row.cells.size(); ++i)
    answers.emplace_back(names[i], std::string(row.cells[i].text));
  return to_record(answers);
}

// The header and the row alone, so that each observation has a digest of its own.
std::string cut_bytes(const std::vector<std::string>& names, const CsvRow& row) {
  std::string bytes;
  for (std::size_t i = 0; i < names.size(); ++i)
    bytes += (i == 0 ? "" : ",") + codec::format_csv_cell(names[i]);
  bytes += "\n";
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    bytes += (i == 0 ? "" : ",") + codec::format_csv_cell(row.cells[i].text);
  return bytes + "\n";
}

bool is_blank(const CsvRow& row) {
  for (const auto& cell : row.cells)
    if (!tidy_observation_text(cell.text).empty()) return false;
  return true;
}

}  // namespace

base::Result<std::vector<ObservationRecord>> read_observation_table(const std::string& bytes) {
  const auto text = text::repair_utf8(bytes);
  codec::CsvReader reader(text);
  CsvRow row;
  std::vector<ObservationRecord> records;
  if (!TRY(reader.next(row))) return records;
  const auto names = names_of(row);
  const bool submitted = is_submission(names);
  if (!submitted) TRY(check_names(names, row.line));
  while (TRY(reader.next(row))) {
    if (is_blank(row)) continue;
    if (row.cells.size() < names.size())
      return fail_at(row.line,
                     "observations.row_length",
                     {{"found", std::to_string(row.cells.size())},
                      {"expected", std::to_string(names.size())}});
    if (records.size() == rows_max)
      return fail_at(row.line, "observations.too_many", {{"limit", std::to_string(rows_max)}});
    auto record = submitted ? to_submitted_record(names, row) : to_own_record(names, row);
    record.bytes = cut_bytes(names, row);
    record.line = row.line;
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace ingest
