// RIS: lines of a tag and a value; a line without a tag goes on with the value above.
#include <algorithm>
#include <array>

#include "ingest/person_names.hpp"
#include "ingest/reference_entry.hpp"

namespace ingest {

namespace {

using assessment::ReferenceKind;
using base::ErrorKind;
using Tags = std::initializer_list<std::string_view>;

struct Field {
  std::string tag;
  std::string value;
};

struct Record {
  std::vector<Field> fields;
  std::string source;
  bool ended = false;
};

constexpr std::array<std::pair<std::string_view, ReferenceKind>, 36> kinds = {{
    {"JOUR", ReferenceKind::article},
    {"JFULL", ReferenceKind::article},
    {"EJOUR", ReferenceKind::article},
    {"MGZN", ReferenceKind::article},
    {"NEWS", ReferenceKind::article},
    {"INPR", ReferenceKind::article},
    {"ABST", ReferenceKind::article},
    {"BOOK", ReferenceKind::book},
    {"EBOOK", ReferenceKind::book},
    {"EDBOOK", ReferenceKind::book},
    {"CLSWK", ReferenceKind::book},
    {"SER", ReferenceKind::book},
    {"CHAP", ReferenceKind::chapter},
    {"ECHAP", ReferenceKind::chapter},
    {"ENCYC", ReferenceKind::chapter},
    {"DICT", ReferenceKind::chapter},
    {"CONF", ReferenceKind::conference_paper},
    {"CPAPER", ReferenceKind::conference_paper},
    {"RPRT", ReferenceKind::report},
    {"GOVDOC", ReferenceKind::report},
    {"STAND", ReferenceKind::report},
    {"THES", ReferenceKind::thesis},
    {"BILL", ReferenceKind::regulation},
    {"UNBILL", ReferenceKind::regulation},
    {"STAT", ReferenceKind::regulation},
    {"LEGAL", ReferenceKind::regulation},
    {"CASE", ReferenceKind::regulation},
    {"HEAR", ReferenceKind::regulation},
    {"ELEC", ReferenceKind::web_page},
    {"WEB", ReferenceKind::web_page},
    {"BLOG", ReferenceKind::web_page},
    {"ICOMM", ReferenceKind::web_page},
    {"DATA", ReferenceKind::dataset},
    {"AGGR", ReferenceKind::dataset},
    {"DBASE", ReferenceKind::dataset},
    {"COMP", ReferenceKind::software},
}};

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

// "TY  - JOUR", also with one blank or none behind the dash.
bool part_line(std::string_view line, Field& field) {
  const auto is_tag = [](char a, char b) {
    return a >= 'A' && a <= 'Z' && ((b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9'));
  };
  if (line.size() < 4 || !is_tag(line[0], line[1]) || line[2] != ' ') return false;
  const auto dash = line.find_first_not_of(' ', 2);
  if (dash == std::string_view::npos || dash > 4 || line[dash] != '-') return false;
  if (dash + 1 < line.size() && line[dash + 1] != ' ') return false;
  field = {std::string(line.substr(0, 2)), std::string(trim(line.substr(dash + 1)))};
  return true;
}

std::string_view take_line(std::string_view& rest) {
  const auto end = rest.find_first_of("\r\n");
  const auto line = rest.substr(0, end);
  if (end == std::string_view::npos) {
    rest = {};
  } else {
    rest.remove_prefix(end);
    rest.remove_prefix(rest.starts_with("\r\n") ? 2 : 1);
  }
  return line;
}

void read_line(std::string_view line, std::vector<Record>& records) {
  Field field;
  const bool tagged = part_line(line, field);
  if (tagged && field.tag == "TY") records.emplace_back();
  if (records.empty() || records.back().ended) return;
  auto& record = records.back();
  record.source += std::string(line) + "\n";
  if (tagged && field.tag == "ER") {
    record.ended = true;
  } else if (tagged) {
    record.fields.push_back(std::move(field));
  } else if (const auto more = trim(line); !more.empty()) {
    auto& value = record.fields.back().value;
    value += (value.empty() ? "" : " ") + std::string(more);
  }
}

std::vector<std::string> all_of(const Record& record, Tags tags) {
  std::vector<std::string> values;
  for (const auto tag : tags)
    for (const auto& field : record.fields)
      if (field.tag == tag && !field.value.empty()) values.push_back(field.value);
  return values;
}

std::string first_of(const Record& record, Tags tags) {
  const auto values = all_of(record, tags);
  return values.empty() ? "" : values.front();
}

ReferenceKind kind_of(const Record& record) {
  for (const auto& [type, kind] : kinds)
    if (type == record.fields.front().value) return kind;
  return ReferenceKind::other;
}

// The year, and the rest of the date where another field has it for the same year.
std::string issued_of(const Record& record) {
  auto issued = normalize_date(first_of(record, {"PY", "Y1"}));
  for (const auto& value : all_of(record, {"Y1", "DA"})) {
    const auto date = normalize_date(value);
    if (issued.empty() || (date.size() > issued.size() && date.starts_with(issued + "-")))
      issued = date;
  }
  return issued;
}

std::string pages_of(const Record& record) {
  const auto first = first_of(record, {"SP"});
  const auto last = first_of(record, {"EP"});
  if (last.empty() || last == first) return normalize_pages(first);
  return first.empty() ? last : first + "–" + last;
}

void set_people(const Record& record, assessment::Reference& reference) {
  for (const auto& name : all_of(record, {"AU", "A1"})) {
    if (name == "others" || name == "et al." || name == "et al")
      reference.more_authors = true;
    else
      reference.authors.push_back(parse_ris_name(name));
  }
  for (const auto& name : all_of(record, {"A2", "ED"}))
    reference.editors.push_back(parse_ris_name(name));
}

void set_titles(const Record& record, assessment::Reference& reference) {
  reference.title = first_of(record, {"TI", "T1", "CT", "BT"});
  switch (reference.kind) {
    case ReferenceKind::article:
      reference.container = first_of(record, {"T2", "JF", "JO", "JA", "J2", "J1"});
      break;
    case ReferenceKind::chapter:
    case ReferenceKind::conference_paper:
      reference.container = first_of(record, {"T2", "BT", "C3", "JF", "JO", "T3"});
      break;
    case ReferenceKind::web_page:
    case ReferenceKind::other:
      reference.container = first_of(record, {"T2", "JF", "JO"});
      break;
    default:
      break;  // of a book or a report T2 is its series
  }
  if (reference.container == reference.title) reference.container.clear();
}

bool has_letter(std::string_view text) {
  return std::ranges::any_of(
      text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

ReferenceEntry to_entry(const Record& record) {
  ReferenceEntry read;
  read.key = first_of(record, {"ID"});
  if (!has_letter(read.key)) read.key.clear();
  read.source = record.source;
  read.abstract = first_of(record, {"AB", "N2"});
  auto& reference = read.reference;
  reference.kind = kind_of(record);
  set_people(record, reference);
  set_titles(record, reference);
  reference.issued = issued_of(record);
  reference.publisher = first_of(record, {"PB"});
  reference.place = first_of(record, {"CY", "PP"});
  reference.volume = first_of(record, {"VL"});
  reference.issue = first_of(record, {"IS"});
  if (reference.kind != ReferenceKind::book) reference.pages = pages_of(record);
  reference.edition = first_of(record, {"ET"});
  reference.url = first_of(record, {"UR", "L2", "LK"});
  reference.accessed = normalize_date(first_of(record, {"Y2"}));
  const auto kind_of_work = first_of(record, {"M3"});  // older programs keep the DOI there
  const bool doi_there = !normalize_doi(kind_of_work).empty();
  if (!doi_there) reference.genre = kind_of_work;
  const auto doi = first_of(record, {"DO"});
  settle_doi(doi.empty() && doi_there ? kind_of_work : doi, read);
  if (!record.ended) read.problems.push_back({"references.no_end", {}, {}});
  return read;
}

}  // namespace

base::Result<std::vector<ReferenceEntry>> read_ris(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<Record> records;
  while (!text.empty()) {
    read_line(take_line(text), records);
    if (records.size() > entries_max)
      return base::fail(
          ErrorKind::invalid, "references.too_many", {{"limit", std::to_string(entries_max)}});
  }
  std::vector<ReferenceEntry> entries;
  entries.reserve(records.size());
  for (const auto& record : records) entries.push_back(to_entry(record));
  return entries;
}

}  // namespace ingest
