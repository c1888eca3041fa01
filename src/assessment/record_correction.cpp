// Lays the latest correction of each field over what was found.
#include "assessment/record_correction.hpp"

#include <algorithm>

namespace assessment {

std::vector<StandingEntry> derive_record(const std::vector<document::RecordEntry>& found,
                                         const std::vector<RecordCorrection>& corrections) {
  std::vector<StandingEntry> record;
  for (const auto& [field, name] : document::record_field_names) {
    StandingEntry standing{field, {}, std::nullopt, std::nullopt};
    const auto read = std::ranges::find(found, field, &document::RecordEntry::field);
    if (read != found.end()) standing.found = *read;
    for (const auto& correction : corrections)
      if (correction.field == field) standing.correction = correction;
    if (standing.correction && standing.correction->value.empty()) standing.correction.reset();
    if (standing.found) standing.value = standing.found->value;
    if (standing.correction) standing.value = standing.correction->value;
    if (!standing.value.empty()) record.push_back(std::move(standing));
  }
  return record;
}

std::string find_value(const std::vector<StandingEntry>& record, document::RecordField field) {
  const auto entry = std::ranges::find(record, field, &StandingEntry::field);
  return entry == record.end() ? "" : entry->value;
}

}  // namespace assessment
