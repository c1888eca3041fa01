// A reference from the literature in its parts, as a reference list needs them.
#pragma once

#include <array>
#include <string>
#include <vector>

namespace assessment {

enum class ReferenceKind {
  article,
  book,
  chapter,
  conference_paper,
  report,
  thesis,
  regulation,
  web_page,
  dataset,
  software,
  other
};

/// A name in its parts. An organization has only `literal`.
struct PersonName {
  std::string family;
  std::string given;
  std::string particle;  ///< von, van der, de la
  std::string suffix;    ///< Jr., III
  std::string literal;   ///< a name that is not parted: an office, a company

  bool operator==(const PersonName&) const = default;
};

/// What a bibliography says of one work. What it does not say is empty.
struct Reference {
  ReferenceKind kind = ReferenceKind::other;
  std::vector<PersonName> authors;
  std::vector<PersonName> editors;
  bool more_authors = false;  ///< the file itself says "and others"
  std::string issued;         ///< year, year-month or year-month-day; else as written
  std::string title;
  std::string container;  ///< the journal, the book of a chapter, the proceedings, the web site
  std::string publisher;  ///< also the university of a thesis, the office of a report
  std::string place;
  std::string volume;
  std::string issue;  ///< also the number of a report
  std::string pages;
  std::string edition;
  std::string genre;  ///< as the file says: "Tesis magister"
  std::string doi;    ///< lower case, without address: 10.1007/s12599-009-0044-5
  std::string url;
  std::string accessed;  ///< year-month-day

  bool operator==(const Reference&) const = default;
};

/// The texts of a reference beside its names, in the order in which tables keep them.
inline std::array<std::string*, 13> texts_of(Reference& reference) {
  return {&reference.issued,
          &reference.title,
          &reference.container,
          &reference.publisher,
          &reference.place,
          &reference.volume,
          &reference.issue,
          &reference.pages,
          &reference.edition,
          &reference.genre,
          &reference.doi,
          &reference.url,
          &reference.accessed};
}

/// "van der Aalst"; the whole of a name that is not parted.
std::string family_of(const PersonName& name);

/// The authors, or the editors of a work without authors.
const std::vector<PersonName>& makers_of(const Reference& reference);

/// The year of "2009-06-01"; what does not begin with a year as it stands.
std::string year_of(const Reference& reference);

}  // namespace assessment
