// One work of the literature as a reference list and as running text name it.
#pragma once

#include <string>

#include "assessment/reference.hpp"
#include "report/wording.hpp"

namespace report {

/// Who wrote it, for running text: "Becker", "Becker & Knackstedt", "Becker dkk."; without authors
/// and editors the title in quotation marks.
std::string name_authors(const Context& context, const assessment::Reference& reference);

/// The year as printed, "2009b", or the catalogue's "no date".
std::string year_of(const Context& context,
                    const assessment::Reference& reference,
                    const std::string& letter);

/// The whole entry, after the style of the American Psychological Association (7th edition),
/// without italics: "Becker, J., & Knackstedt, R. (2009). Title. Journal, 1(3), 213–222.
/// https://doi.org/…". What the bibliography does not say is left out. `letter` tells works of one
/// author and year apart.
std::string format_reference(const Context& context,
                             const assessment::Reference& reference,
                             const std::string& letter);

}  // namespace report
