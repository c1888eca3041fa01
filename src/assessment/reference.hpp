// A reference from the literature in its parts, as a reference list needs them.
#pragma once

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

}  // namespace assessment
