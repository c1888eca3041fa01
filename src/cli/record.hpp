// What a document says of itself and who signed it, as people and programs are told.
#pragma once

#include <string>
#include <vector>

#include "assessment/source.hpp"
#include "cli/console.hpp"
#include "codec/value.hpp"

namespace cli {

/// The fields of the record for --json.
codec::Value describe_record(const assessment::Source& source);

/// Everything that people said of the record, in the order they said it, for --json.
codec::Value describe_corrections(const assessment::Source& source);

/// The electronic signatures for --json.
codec::Value describe_signatures(const assessment::Source& source);

/// Number, date, period of validity and confidentiality as they stand; empty where not known.
std::vector<std::string> show_record(const Console& console, const assessment::Source& source);

/// What one source says of itself, each with the page where it was read, or with what was read and
/// who corrected it.
void print_record(Console& console, const assessment::Source& source);

/// Each field for a signature with its state; nothing for a source without any.
void print_signatures(Console& console, const assessment::Source& source);

}  // namespace cli
