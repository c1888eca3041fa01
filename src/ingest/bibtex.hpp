// BibTeX as people write it: entries with their fields, strings put in, cross references followed.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace ingest {

/// One entry. Field names are in lower case; values keep their braces and LaTeX, see plain_text().
struct BibtexEntry {
  std::string type;  ///< article, book, …, in lower case
  std::string key;
  std::map<std::string, std::string, std::less<>> fields;
  std::string source;  ///< the entry as it stands in the file
  int line = 0;
};

/// The entries of a file in order; @comment, @preamble and text between entries are passed over. An
/// entry with `crossref` takes the fields that it lacks from the entry that is named, wherever in
/// the file that stands; the title of a book or of proceedings becomes the booktitle.
/// Errors (kind invalid, with line): references.syntax, references.duplicate_key (key).
base::Result<std::vector<BibtexEntry>> parse_bibtex(std::string_view text);

}  // namespace ingest
