// From the fields of a BibTeX or BibLaTeX entry to the parts of a reference.
#include <algorithm>
#include <array>
#include <set>

#include "ingest/bibtex.hpp"
#include "ingest/latex.hpp"
#include "ingest/person_names.hpp"
#include "ingest/reference_entry.hpp"

namespace ingest {

namespace {

using assessment::ReferenceKind;
using Names = std::initializer_list<std::string_view>;

constexpr std::array<std::pair<std::string_view, ReferenceKind>, 32> kinds = {{
    {"article", ReferenceKind::article},
    {"periodical", ReferenceKind::article},
    {"suppperiodical", ReferenceKind::article},
    {"book", ReferenceKind::book},
    {"mvbook", ReferenceKind::book},
    {"collection", ReferenceKind::book},
    {"mvcollection", ReferenceKind::book},
    {"proceedings", ReferenceKind::book},
    {"booklet", ReferenceKind::book},
    {"reference", ReferenceKind::book},
    {"inbook", ReferenceKind::chapter},
    {"bookinbook", ReferenceKind::chapter},
    {"suppbook", ReferenceKind::chapter},
    {"incollection", ReferenceKind::chapter},
    {"inreference", ReferenceKind::chapter},
    {"inproceedings", ReferenceKind::conference_paper},
    {"conference", ReferenceKind::conference_paper},
    {"techreport", ReferenceKind::report},
    {"report", ReferenceKind::report},
    {"manual", ReferenceKind::report},
    {"standard", ReferenceKind::report},
    {"thesis", ReferenceKind::thesis},
    {"phdthesis", ReferenceKind::thesis},
    {"mastersthesis", ReferenceKind::thesis},
    {"online", ReferenceKind::web_page},
    {"electronic", ReferenceKind::web_page},
    {"www", ReferenceKind::web_page},
    {"legislation", ReferenceKind::regulation},
    {"legal", ReferenceKind::regulation},
    {"jurisdiction", ReferenceKind::regulation},
    {"dataset", ReferenceKind::dataset},
    {"software", ReferenceKind::software},
}};

constexpr std::array<std::string_view, 12> months = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> indonesian_months = {
    "jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"};

const std::string* raw_of(const BibtexEntry& entry, Names names) {
  for (const auto name : names) {
    const auto field = entry.fields.find(name);
    if (field != entry.fields.end() && !plain_text(field->second).empty()) return &field->second;
  }
  return nullptr;
}

std::string field_of(const BibtexEntry& entry, Names names) {
  const auto* raw = raw_of(entry, names);
  return raw == nullptr ? "" : plain_text(*raw);
}

std::string address_of(const BibtexEntry& entry, std::string_view name) {
  const auto* raw = raw_of(entry, {name});
  return raw == nullptr ? "" : plain_address(*raw);
}

// "Title: subtitle", unless the title says it already.
std::string title_of(const BibtexEntry& entry, Names titles, Names subtitles) {
  auto title = field_of(entry, titles);
  const auto subtitle = field_of(entry, subtitles);
  if (!title.empty() && !subtitle.empty()) title += ": " + subtitle;
  return title;
}

ReferenceKind kind_of(const BibtexEntry& entry) {
  for (const auto& [type, kind] : kinds)
    if (type == entry.type) return kind;
  return ReferenceKind::other;
}

// "-05" for 5, may, Mei, {May}; "-05-12" where the field holds a day, too: 12~may, "may # "~12"".
std::string month_of(std::string_view written) {
  std::string word;
  std::string day;
  for (const char byte : plain_text(written)) {
    const bool upper = byte >= 'A' && byte <= 'Z';
    if (upper || (byte >= 'a' && byte <= 'z'))
      word += static_cast<char>(upper ? byte - 'A' + 'a' : byte);
    else if (byte >= '0' && byte <= '9' && day.size() < 3)
      day += byte;
    else if (!day.empty() || !word.empty())
      word += word.empty() ? "" : " ";  // a range such as "May--June": its beginning counts
  }
  if (word.empty()) return normalize_date("2000-" + day).substr(4);
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (!word.starts_with(months.at(i)) && !word.starts_with(indonesian_months.at(i))) continue;
    const auto month = std::to_string(i + 1);
    return normalize_date("2000-" + month + (day.empty() ? "" : "-" + day)).substr(4);
  }
  return {};
}

std::string issued_of(const BibtexEntry& entry) {
  auto date = normalize_date(field_of(entry, {"date"}));
  const auto year = normalize_date(field_of(entry, {"year"}));
  if (date.empty()) date = year;
  const auto* month = raw_of(entry, {"month"});
  const bool year_alone =
      date.size() == 4 && date.find_first_not_of("0123456789") == std::string::npos;
  if (month == nullptr || !year_alone) return date;
  date += month_of(*month);
  const auto day = field_of(entry, {"day"});
  return date.size() == 7 && !day.empty() ? normalize_date(date + "-" + day) : date;
}

std::vector<assessment::PersonName> names_of(const std::string* raw, bool& more) {
  std::vector<assessment::PersonName> names;
  if (raw == nullptr) return names;
  for (const auto& name : split_names(*raw)) {
    if (name == "others")
      more = true;
    else
      names.push_back(parse_bibtex_name(name));
  }
  return names;
}

void set_people(const BibtexEntry& entry, assessment::Reference& reference) {
  bool ignored = false;
  reference.authors = names_of(raw_of(entry, {"author"}), reference.more_authors);
  reference.editors = names_of(raw_of(entry, {"editor"}), ignored);
  if (!reference.authors.empty() || !reference.editors.empty()) return;
  if (auto office = field_of(entry, {"organization", "institution"}); !office.empty()) {
    assessment::PersonName name;
    name.literal = std::move(office);
    reference.authors.push_back(std::move(name));
  }
}

void set_numbers(const BibtexEntry& entry, assessment::Reference& reference) {
  reference.volume = field_of(entry, {"volume"});
  reference.issue = field_of(entry, {"issue", "number"});
  if (reference.kind == ReferenceKind::article)
    reference.issue = field_of(entry, {"number", "issue"});
  reference.pages = normalize_pages(field_of(entry, {"pages", "eid"}));
  reference.edition = field_of(entry, {"edition"});
  reference.genre = field_of(entry, {"type"});
  const bool named = entry.type == "phdthesis" || entry.type == "mastersthesis";
  if (reference.genre.empty() && named) reference.genre = entry.type;
}

ReferenceEntry to_entry(const BibtexEntry& entry) {
  ReferenceEntry read;
  read.key = entry.key;
  read.source = entry.source;
  read.abstract = field_of(entry, {"abstract"});
  auto& reference = read.reference;
  reference.kind = kind_of(entry);
  set_people(entry, reference);
  set_numbers(entry, reference);
  reference.issued = issued_of(entry);
  reference.title = title_of(entry, {"title"}, {"subtitle"});
  reference.container =
      title_of(entry,
               {"journaltitle", "journal", "booktitle", "maintitle", "shortjournal"},
               {"journalsubtitle", "booksubtitle"});
  const bool studied = reference.kind == ReferenceKind::thesis;
  reference.publisher =
      studied
          ? field_of(entry, {"school", "institution", "publisher"})
          : field_of(entry, {"publisher", "institution", "organization", "school", "howpublished"});
  if (reference.publisher.find("://") != std::string::npos) {
    reference.url = address_of(entry, "howpublished");
    reference.publisher.clear();
  }
  reference.place = field_of(entry, {"location", "address"});
  if (auto url = address_of(entry, "url"); !url.empty()) reference.url = std::move(url);
  reference.accessed = normalize_date(field_of(entry, {"urldate", "lastchecked"}));
  settle_doi(address_of(entry, "doi"), read);
  return read;
}

}  // namespace

base::Result<std::vector<ReferenceEntry>> read_bibtex(std::string_view text) {
  const auto entries = TRY(parse_bibtex(text));
  std::set<std::string> keys;
  const auto fold_key = [](std::string key) {
    std::ranges::transform(key, key.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return key;
  };
  for (const auto& entry : entries) keys.insert(fold_key(entry.key));
  std::vector<ReferenceEntry> read;
  for (const auto& entry : entries) {
    read.push_back(to_entry(entry));
    const auto link = entry.fields.find("crossref");
    if (link != entry.fields.end() && !keys.contains(fold_key(link->second)))
      read.back().problems.push_back({"references.unknown_crossref", {}, link->second});
  }
  return read;
}

}  // namespace ingest
