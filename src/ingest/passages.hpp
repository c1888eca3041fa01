// Cuts a canonical text into passages: paragraphs, list items, table rows, and the units of a
// regulation.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace ingest {

/// The passages of a text in order. None crosses a page; none is longer than 1,200 characters, long
/// ones are cut at the end of a sentence. A heading such as "Pasal 5" stays with the words after
/// it.
std::vector<document::Passage> find_passages(std::string_view text,
                                             const std::vector<document::Page>& pages);

}  // namespace ingest
