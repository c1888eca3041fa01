// What is printed on every page and belongs to none of its texts: page numbers, running heads and
// feet, catchwords.
#pragma once

#include <vector>

#include "ingest/text_lines.hpp"

namespace ingest {

/// For each line whether it is furniture of its page. A page number stands at the top or at the
/// foot; a running head or foot repeats on at least three pages and three in ten; a catchword at
/// the foot ends in dots or is the beginning of the next page. A unit of a regulation is never
/// furniture, however often its words repeat.
std::vector<bool> find_furniture(const std::vector<TextLine>& lines);

}  // namespace ingest
