// Literature: each entry becomes a source whose text is its citation, and its abstract.
#include <algorithm>
#include <optional>

#include "ingest/file_kind.hpp"
#include "ingest/ingest.hpp"
#include "ingest/reference_entry.hpp"
#include "ingest/source_file.hpp"
#include "text/initials.hpp"
#include "text/unicode.hpp"

namespace ingest {

namespace {

using assessment::PersonName;
using assessment::Reference;

constexpr std::size_t file_bytes_max = 64U << 20U;

// One line without control characters, white space single.
void tidy(std::string& value) {
  std::string tidied;
  for (const char32_t character : text::to_code_points(text::normalize(value))) {
    const bool space = text::is_space(character) || character < 0x20 || character == 0x7F;
    if (!space)
      text::append_utf8(tidied, character);
    else if (!tidied.empty() && tidied.back() != ' ')
      tidied += ' ';
  }
  if (tidied.ends_with(' ')) tidied.pop_back();
  value = std::move(tidied);
}

void tidy_names(std::vector<PersonName>& names) {
  for (auto& name : names)
    for (auto* part : {&name.family, &name.given, &name.particle, &name.suffix, &name.literal})
      tidy(*part);
  std::erase_if(names, [](const PersonName& name) { return name == PersonName{}; });
}

void tidy_reference(Reference& reference) {
  tidy_names(reference.authors);
  tidy_names(reference.editors);
  for (auto* part : assessment::texts_of(reference)) tidy(*part);
  if (reference.url.empty() && !reference.doi.empty())
    reference.url = "https://doi.org/" + reference.doi;
}

// "van der Aalst, W. M. P."
std::string shorten_name(const PersonName& name) {
  auto line = assessment::family_of(name);
  if (name.family.empty()) return line;
  for (const auto& part : {text::format_initials(name.given), name.suffix})
    if (!part.empty()) line += ", " + part;
  return line;
}

std::string format_names(const Reference& reference) {
  const auto& names = assessment::makers_of(reference);
  std::string line;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool last = i + 1 == names.size() && !reference.more_authors;
    if (i > 0) line += last ? " & " : ", ";
    line += shorten_name(names[i]);
  }
  return reference.more_authors && !line.empty() ? line + " et al." : line;
}

// "MTI 11(1), 65–78"; what is missing is left out.
std::string format_place(const Reference& reference) {
  auto place = reference.container.empty() ? reference.publisher : reference.container;
  if (!reference.volume.empty()) place += (place.empty() ? "" : " ") + reference.volume;
  if (!reference.issue.empty()) place += "(" + reference.issue + ")";
  if (!reference.pages.empty()) place += (place.empty() ? "" : ", ") + reference.pages;
  return place;
}

void add_sentence(std::string& line, const std::string& sentence) {
  if (sentence.empty()) return;
  if (!line.empty())
    line += std::string_view(".?!").find(line.back()) == std::string_view::npos ? ". " : " ";
  line += sentence;
}

// "Authors (year). Title. Journal volume(issue), pages. doi"
std::string format_citation(const Reference& reference) {
  auto head = format_names(reference);
  const auto year = assessment::year_of(reference);
  if (!year.empty()) head += (head.empty() ? "(" : " (") + year + ")";
  std::string line;
  add_sentence(line, head);
  add_sentence(line, reference.title);
  add_sentence(line, format_place(reference));
  add_sentence(line, reference.doi.empty() ? reference.url : "doi:" + reference.doi);
  return line;
}

// For an entry without a key: the first name or title word and the year, "becker2009".
std::string make_key(const Reference& reference) {
  const auto& names = assessment::makers_of(reference);
  std::string words = reference.title;
  if (!names.empty())
    words = names.front().family.empty() ? names.front().literal : names.front().family;
  std::string key;
  for (const char byte : text::fold(words)) {
    const bool fits = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    if (fits)
      key += byte;
    else if (byte == ' ' && !key.empty())
      break;
  }
  key += assessment::year_of(reference).find(' ') == std::string::npos
             ? assessment::year_of(reference)
             : "";
  return key.empty() ? "ref" : key;
}

ReadSource to_source(ReferenceEntry entry, std::string_view file_name, std::string_view format) {
  ReadSource read;
  auto& source = read.source;
  auto& reference = entry.reference;
  tidy_reference(reference);
  tidy(entry.key);
  source.code = entry.key.empty() ? make_key(reference) : entry.key;
  source.kind = assessment::SourceKind::reference;
  source.citation = format_citation(reference);
  source.title = reference.title.empty() ? source.code : reference.title;
  source.file_name = base_name_of(file_name);
  source.format = format;
  source.date = assessment::year_of(reference);
  source.url = reference.url;
  source.problems = std::move(entry.problems);
  read.bytes = std::move(entry.source);
  read.text = source.citation.empty() ? source.title : source.citation;
  auto abstract = text::normalize(entry.abstract);
  std::erase(abstract, '\r');
  if (!abstract.empty()) read.text += "\n\n" + abstract;
  source.reference = std::move(reference);
  complete_without_pages(read);
  return read;
}

struct Reader {
  std::string_view format;
  base::Result<std::vector<ReferenceEntry>> (*read)(std::string_view);
};

Reader find_reader(std::string_view text) {
  if (begins_as_ris(text)) return {"ris", read_ris};
  if (begins_as_json(text)) return {"csl_json", read_csl_json};
  return {"bibtex", read_bibtex};
}

}  // namespace

base::Result<std::vector<ReadSource>> read_references(const std::string& bytes,
                                                      std::string_view file_name) {
  if (bytes.size() > file_bytes_max)
    return fail_in_file({base::ErrorKind::invalid, "reading.too_large", {}}, file_name);
  const auto text = text::repair_utf8(bytes);
  const auto reader = find_reader(text);
  auto entries = reader.read(text);
  if (!entries) return fail_in_file(entries.error(), file_name);
  if (entries->empty())
    return fail_in_file({base::ErrorKind::invalid, "references.empty", {}}, file_name);
  const bool repaired = !text::is_valid_utf8(bytes);
  std::vector<ReadSource> sources;
  for (auto& entry : *entries) {
    if (repaired && entry.source.find("\xEF\xBF\xBD") != std::string::npos)
      entry.problems.push_back({"references.odd_bytes", {}, {}});
    sources.push_back(to_source(std::move(entry), file_name, reader.format));
  }
  return sources;
}

}  // namespace ingest
