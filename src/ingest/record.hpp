// Reads what a document says of itself off its first and its closing lines.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "document/record.hpp"

namespace ingest {

/// What was recognized, in the order of the fields, each once and each with the place of its words.
/// Nothing is guessed: a field whose words are not found is missing.
std::vector<document::RecordEntry> recognize_record(std::string_view text,
                                                    const std::vector<document::Page>& pages);

/// Notes that the file itself is signed, whatever its words say of that.
void note_electronic(std::vector<document::RecordEntry>& record);

/// "2 September 2020" as "2020-09-02", also where OCR took O for 0; empty for anything else.
std::string parse_long_date(std::string_view words);

}  // namespace ingest
