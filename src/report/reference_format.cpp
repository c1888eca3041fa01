// Names, dates and places of publication in the order that each kind of work asks for.
#include "report/reference_format.hpp"

#include "text/initials.hpp"
#include "text/unicode.hpp"

namespace report {

namespace {

using assessment::family_of;
using assessment::makers_of;
using assessment::PersonName;
using assessment::Reference;
using assessment::ReferenceKind;

constexpr std::size_t names_listed_max = 20;  // further ones are left out before the last
constexpr std::size_t names_in_text_max = 2;
constexpr std::int64_t short_title_length = 40;

// "van der Aalst, W. M. P., Jr."
std::string invert(const PersonName& name) {
  auto line = family_of(name);
  if (name.family.empty()) return line;
  for (const auto& part : {text::format_initials(name.given), name.suffix})
    if (!part.empty()) line += ", " + part;
  return line;
}

// "W. M. P. van der Aalst", as editors stand inside an entry.
std::string in_reading_order(const PersonName& name) {
  const auto initials = text::format_initials(name.given);
  return initials.empty() || name.family.empty() ? family_of(name)
                                                 : initials + " " + family_of(name);
}

std::string list_makers(const Context& context, const Reference& reference) {
  const auto& names = makers_of(reference);
  std::string line;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool last = i + 1 == names.size();
    if (names.size() > names_listed_max && i + 1 >= names_listed_max && !last) {
      if (i + 1 == names_listed_max) line += ", …";
      continue;
    }
    if (i > 0) line += names.size() > names_listed_max && last ? " " : ", ";
    const bool joined =
        last && i > 0 && !reference.more_authors && names.size() <= names_listed_max;
    if (joined) line += "& ";
    line += invert(names[i]);
  }
  if (line.empty()) return line;
  if (reference.more_authors) line = say(context, "report.bib.et_al", {{"first", line}});
  if (!reference.authors.empty()) return line;
  return say(context, "report.bib.editors", {{"n", std::to_string(names.size())}, {"names", line}});
}

void add_sentence(std::string& line, const std::string& sentence) {
  if (sentence.empty()) return;
  if (!line.empty())
    line += std::string_view(".?!").find(line.back()) == std::string_view::npos ? ". " : " ";
  line += sentence;
}

std::string join(std::initializer_list<std::string> parts, std::string_view between) {
  std::string line;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    if (!line.empty()) line += between;
    line += part;
  }
  return line;
}

std::string pages_of(const Context& context, const Reference& reference) {
  if (reference.pages.empty()) return "";
  const bool one = reference.pages.find_first_of("-–,") == std::string::npos;
  return say(context, "report.bib.pages", {{"n", one ? "1" : "2"}, {"pages", reference.pages}});
}

std::string edition_of(const Context& context, const Reference& reference) {
  if (reference.edition.empty()) return "";
  return say(context, "report.bib.edition", {{"edition", reference.edition}});
}

std::string in_brackets(const std::string& words, char open, char close) {
  return words.empty() ? "" : std::string(" ") + open + words + close;
}

// What the file calls the work, or what it is; empty for works that need no word.
std::string genre_of(const Context& context, const Reference& reference) {
  if (!reference.genre.empty()) return reference.genre;
  switch (reference.kind) {
    case ReferenceKind::thesis:
      return say(context, "report.bib.thesis");
    case ReferenceKind::dataset:
      return say(context, "report.bib.dataset");
    case ReferenceKind::software:
      return say(context, "report.bib.software");
    default:
      return "";
  }
}

std::string title_of(const Context& context, const Reference& reference) {
  const auto number = reference.kind == ReferenceKind::report && !reference.issue.empty()
                          ? say(context, "report.bib.number", {{"number", reference.issue}})
                          : "";
  const bool alone =
      reference.kind == ReferenceKind::book || reference.kind == ReferenceKind::report;
  const auto round = join({number, alone ? edition_of(context, reference) : ""}, ", ");
  const bool thesis = reference.kind == ReferenceKind::thesis;
  const auto square = join({genre_of(context, reference), thesis ? reference.publisher : ""}, ", ");
  return reference.title + in_brackets(round, '(', ')') + in_brackets(square, '[', ']');
}

// "BISE, 1(3), 213–222"
std::string periodical_of(const Reference& reference) {
  auto volume = reference.volume;
  if (!reference.issue.empty()) volume += "(" + reference.issue + ")";
  return join({reference.container, volume, reference.pages}, ", ");
}

// "Dalam A. Editor (Ed.), Book (edisi 2, hlm. 3–9)"
std::string host_of(const Context& context, const Reference& reference) {
  std::string editors;
  if (!reference.authors.empty() && !reference.editors.empty()) {
    std::vector<std::string> names;
    names.reserve(reference.editors.size());
    for (const auto& editor : reference.editors) names.push_back(in_reading_order(editor));
    editors = say(context,
                  "report.bib.editors",
                  {{"n", std::to_string(names.size())}, {"names", list_of(context, names)}});
  }
  const auto where = join({edition_of(context, reference),
                           reference.volume.empty() ? "" : reference.volume,
                           pages_of(context, reference)},
                          ", ");
  const auto book = reference.container + in_brackets(where, '(', ')');
  if (reference.container.empty()) return pages_of(context, reference);
  return say(context, "report.bib.in", {{"book", join({editors, book}, ", ")}});
}

std::string publication_of(const Context& context, const Reference& reference) {
  std::string line;
  switch (reference.kind) {
    case ReferenceKind::article:
      return periodical_of(reference);
    case ReferenceKind::chapter:
    case ReferenceKind::conference_paper:
      line = host_of(context, reference);
      add_sentence(line, reference.publisher);
      return line;
    case ReferenceKind::thesis:
      return "";
    default:
      line = reference.container;
      add_sentence(line, reference.publisher == reference.container ? "" : reference.publisher);
      return line;
  }
}

std::string address_of(const Context& context, const Reference& reference) {
  if (!reference.doi.empty()) return "https://doi.org/" + reference.doi;
  if (reference.url.empty() || reference.accessed.empty()) return reference.url;
  return say(context,
             "report.bib.accessed",
             {{"date", date_of(context, reference.accessed)}, {"url", reference.url}});
}

}  // namespace

std::string name_authors(const Context& context, const Reference& reference) {
  const auto& names = makers_of(reference);
  if (names.empty()) {
    const auto length = text::count_code_points(reference.title);
    const auto title = std::string(text::slice(reference.title, 0, short_title_length));
    return "“" + title + (length > short_title_length ? "…”" : "”");
  }
  auto first = family_of(names.front());
  if (names.size() > names_in_text_max || reference.more_authors)
    return say(context, "report.bib.et_al", {{"first", first}});
  if (names.size() == 1) return first;
  return say(context, "report.bib.two", {{"first", first}, {"second", family_of(names.back())}});
}

std::string year_of(const Context& context, const Reference& reference, const std::string& letter) {
  if (reference.issued.empty()) {
    const auto none = say(context, "report.bib.no_date");
    return letter.empty() ? none : none + "-" + letter;
  }
  return assessment::year_of(reference) + letter;
}

std::string format_reference(const Context& context,
                             const Reference& reference,
                             const std::string& letter) {
  const auto makers = list_makers(context, reference);
  const auto title = title_of(context, reference);
  const auto year = "(" + year_of(context, reference, letter) + ")";
  std::string line = (makers.empty() ? title : makers) + " " + year;
  if (!makers.empty()) add_sentence(line, title);
  add_sentence(line, publication_of(context, reference));
  const auto address = address_of(context, reference);
  if (address.empty()) return line.ends_with('.') ? line : line + ".";
  add_sentence(line, address);
  return line;
}

}  // namespace report
