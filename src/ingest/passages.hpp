// Cuts a canonical text into passages: the units of a regulation, paragraphs, list items, table
// rows.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "document/format.hpp"

namespace ingest {

/// The passages of a text in order, each with its place in the document. None is longer than 1,200
/// characters: long ones are cut at the end of a sentence and keep their place. A heading such as
/// "Pasal 5" stays with the words after it. A unit that goes on on the next page stays one passage.
/// What is printed on every page, such as its number, is in none. A row of a sheet is a passage,
/// its place the sheet and the row; slides are read each for itself.
std::vector<document::Passage> find_passages(std::string_view text,
                                             const std::vector<document::Page>& pages,
                                             document::PageKind kind = document::PageKind::page);

}  // namespace ingest
