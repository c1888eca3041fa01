// Literature: each BibTeX entry becomes a source whose text is its citation, and its abstract.
#include <algorithm>

#include "ingest/bibtex.hpp"
#include "ingest/ingest.hpp"
#include "ingest/source_file.hpp"
#include "text/unicode.hpp"

namespace ingest {

namespace {

constexpr std::size_t file_bytes_max = 64U << 20U;

std::string field_of(const BibtexEntry& entry, std::string_view name) {
  const auto field = entry.fields.find(name);
  return field == entry.fields.end() ? "" : plain_text(field->second);
}

std::string first_of(const BibtexEntry& entry, std::initializer_list<std::string_view> names) {
  for (const auto name : names)
    if (auto value = field_of(entry, name); !value.empty()) return value;
  return {};
}

// "Mursanto, Petrus" and "Petrus Mursanto" as "Mursanto, P."; a name in braces stays whole.
std::string shorten_name(const std::string& name) {
  if (name.starts_with('{') && name.find('}') == name.size() - 1) return plain_text(name);
  auto plain = plain_text(name);
  const auto comma = plain.find(',');
  const auto space = plain.rfind(' ');
  if (comma == std::string::npos && space == std::string::npos) return plain;
  const bool family_first = comma != std::string::npos;
  const auto family = family_first ? plain.substr(0, comma) : plain.substr(space + 1);
  const auto given = family_first ? plain.substr(comma + 1) : plain.substr(0, space);
  std::string shortened = family + ",";
  for (std::size_t i = 0; i < given.size(); ++i) {
    const bool begins = given[i] != ' ' && (i == 0 || given[i - 1] == ' ');
    if (begins)
      shortened += " " + std::string(text::slice(std::string_view(given).substr(i), 0, 1)) + ".";
  }
  return shortened.ends_with(',') ? family : shortened;
}

std::string format_names(const BibtexEntry& entry) {
  auto field = entry.fields.find("author");
  if (field == entry.fields.end()) field = entry.fields.find("editor");
  if (field == entry.fields.end()) return first_of(entry, {"organization", "institution"});
  const auto names = split_names(field->second);
  std::string line;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == "others") return line + " et al.";
    if (i > 0) line += i + 1 == names.size() ? " & " : ", ";
    line += shorten_name(names[i]);
  }
  return line;
}

std::string find_year(const BibtexEntry& entry) {
  if (auto year = field_of(entry, "year"); !year.empty()) return year;
  return field_of(entry, "date").substr(0, 4);
}

// "MTI 11(1), 65–78"; what is missing is left out.
std::string format_place(const BibtexEntry& entry) {
  auto place = first_of(
      entry, {"journal", "journaltitle", "booktitle", "school", "publisher", "howpublished"});
  const auto volume = field_of(entry, "volume");
  const auto issue = first_of(entry, {"number", "issue"});
  const auto pages = field_of(entry, "pages");
  if (!volume.empty()) place += (place.empty() ? "" : " ") + volume;
  if (!issue.empty()) place += "(" + issue + ")";
  if (!pages.empty()) place += (place.empty() ? "" : ", ") + pages;
  return place;
}

void add_sentence(std::string& line, const std::string& sentence) {
  if (sentence.empty()) return;
  if (!line.empty())
    line += std::string_view(".?!").find(line.back()) == std::string_view::npos ? ". " : " ";
  line += sentence;
}

// "Authors (year). Title. Journal volume(issue), pages. doi"
std::string format_citation(const BibtexEntry& entry) {
  auto head = format_names(entry);
  const auto year = find_year(entry);
  if (!year.empty()) head += (head.empty() ? "(" : " (") + year + ")";
  std::string line;
  add_sentence(line, head);
  add_sentence(line, field_of(entry, "title"));
  add_sentence(line, format_place(entry));
  const auto doi = field_of(entry, "doi");
  add_sentence(line, doi.empty() ? field_of(entry, "url") : "doi:" + doi);
  return line;
}

ReadSource to_source(const BibtexEntry& entry, std::string_view file_name) {
  ReadSource read;
  auto& source = read.source;
  source.code = text::normalize(entry.key);
  source.kind = assessment::SourceKind::reference;
  source.citation = format_citation(entry);
  source.title = field_of(entry, "title");
  if (source.title.empty()) source.title = source.code;
  source.file_name = base_name_of(file_name);
  source.format = "bibtex";
  source.date = find_year(entry);
  source.url = field_of(entry, "url");
  if (const auto doi = field_of(entry, "doi"); source.url.empty() && !doi.empty())
    source.url = "https://doi.org/" + doi;
  read.bytes = entry.source;
  read.text = source.citation.empty() ? source.title : source.citation;
  if (const auto abstract = field_of(entry, "abstract"); !abstract.empty())
    read.text += "\n\n" + abstract;
  complete_without_pages(read);
  return read;
}

}  // namespace

base::Result<std::vector<ReadSource>> read_references(const std::string& bytes,
                                                      std::string_view file_name) {
  if (bytes.size() > file_bytes_max)
    return fail_in_file({base::ErrorKind::invalid, "reading.too_large", {}}, file_name);
  const auto entries = parse_bibtex(text::repair_utf8(bytes));
  if (!entries) return fail_in_file(entries.error(), file_name);
  if (entries->empty())
    return fail_in_file({base::ErrorKind::invalid, "references.empty", {}}, file_name);
  std::vector<ReadSource> sources;
  for (const auto& entry : *entries) sources.push_back(to_source(entry, file_name));
  return sources;
}

}  // namespace ingest
