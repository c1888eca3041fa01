// What people say of a document against what was read of it: both are kept, and the person's word
// counts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/record.hpp"

namespace assessment {

/// One entry of what a person said of a field; later ones supersede, none is changed.
struct RecordCorrection {
  document::RecordField field = document::RecordField::kind;
  std::string value;  ///< empty: the earlier correction is taken back
  std::string because;
  std::string by;
  std::string at;
};

/// A field as it stands: what counts, and both that it came from.
struct StandingEntry {
  document::RecordField field = document::RecordField::kind;
  std::string value;
  std::optional<document::RecordEntry> found;  ///< what was read, where anything was
  std::optional<RecordCorrection> correction;  ///< the one that counts, where one does
};

/// Every field that has a value, in the order of the fields.
std::vector<StandingEntry> derive_record(const std::vector<document::RecordEntry>& found,
                                         const std::vector<RecordCorrection>& corrections);

/// The value of a field as it stands; empty where it has none.
std::string find_value(const std::vector<StandingEntry>& record, document::RecordField field);

}  // namespace assessment
