// BibTeX as people write it: entries with their fields, strings put in, LaTeX turned into plain
// text.
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

/// The entries of a file in order; @comment, @preamble and text between entries are passed over.
/// Errors (kind invalid, with line): references.syntax, references.duplicate_key (key).
base::Result<std::vector<BibtexEntry>> parse_bibtex(std::string_view text);

/// A value as a reader wants it: accents as letters, commands and braces gone, white space single.
std::string plain_text(std::string_view value);

/// The names in an author or editor field, each as written, in order.
std::vector<std::string> split_names(std::string_view value);

}  // namespace ingest
