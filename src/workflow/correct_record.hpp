// Records what a person says of a document against what was read of it.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

/// What is to be kept: settings as typed, FIELD=VALUE; FIELD= takes the correction back.
struct CorrectionRequest {
  std::string source;
  std::vector<std::string> settings;
  std::string by;
  std::string because;
};

/// Checks all of them and keeps them, or none; the source as it stands then. Errors: not_found
/// "source.unknown", "record.nothing_to_take_back"; invalid "record.documents_only",
/// "record.by_missing", "record.no_setting", "record.unknown_field", "record.unknown_value",
/// "record.impossible_date", "record.impossible_year", "record.too_long", "record.period_reversed".
base::Result<assessment::Source> correct_record(Workspace& workspace,
                                                const CorrectionRequest& request,
                                                const Context& context);

}  // namespace workflow
