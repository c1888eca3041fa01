// One entry of a bibliography, whichever format it came in, and the readers of the three formats.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/reference.hpp"
#include "base/result.hpp"
#include "document/document.hpp"

namespace ingest {

/// An entry as read: its key, its parts, and its own piece of the file.
struct ReferenceEntry {
  std::string key;  ///< empty where the file gives none that a person could type
  assessment::Reference reference;
  std::string abstract;
  std::string source;  ///< the entry as it stands in the file
  std::vector<document::Problem> problems;
};

/// More entries than this are refused.
constexpr std::size_t entries_max = 100'000;

/// BibTeX and BibLaTeX. Errors: those of parse_bibtex.
base::Result<std::vector<ReferenceEntry>> read_bibtex(std::string_view text);

/// RIS: records from TY to ER; fields may repeat and go on over lines; a record without ER ends
/// where the next begins and carries the problem references.no_end. Error (invalid):
/// references.too_many.
base::Result<std::vector<ReferenceEntry>> read_ris(std::string_view text);

/// CSL-JSON: a list of items, {"items": […]} or one item. Errors (invalid): those of JSON,
/// references.not_items, references.wrong_item (its number), references.too_many.
base::Result<std::vector<ReferenceEntry>> read_csl_json(std::string_view text);

/// The DOI in lower case without "doi:" or an address before it; empty where this is none.
std::string normalize_doi(std::string_view written);

/// Puts a DOI in its place; one that is none becomes the problem references.odd_doi. An address
/// of doi.org gives the DOI where none is written.
void settle_doi(std::string_view written, ReferenceEntry& entry);

/// "65-78" and "65--78" as "65–78".
std::string normalize_pages(std::string_view written);

/// A date as written in a bibliography (2009-02-07, 2009/02/07/, 2009-02, 2009) as
/// year[-month[-day]]; of a stretch of time its beginning; anything else as it stands.
std::string normalize_date(std::string_view written);

}  // namespace ingest
