// Names of people and offices, from one line into their parts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/reference.hpp"

namespace ingest {

/// The names in an author or editor field of BibTeX, each as written, in order.
std::vector<std::string> split_names(std::string_view value);

/// A name as BibTeX has it: "First von Last", "von Last, First", "von Last, Jr., First", an
/// organization in braces; also BibLaTeX's "family=…, given=…".
assessment::PersonName parse_bibtex_name(std::string_view written);

/// A name as RIS has it: "Last, First, Suffix"; without a comma an organization.
assessment::PersonName parse_ris_name(std::string_view written);

}  // namespace ingest
