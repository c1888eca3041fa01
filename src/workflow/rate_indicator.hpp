// Records what a rater says of an indicator.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

struct RateRequest {
  std::string indicator;
  std::string rater;
  assessment::Stage stage = assessment::Stage::self;
  assessment::Outcome outcome = assessment::Outcome::answered;
  std::string value;   ///< for answered: a level as typed, decimal comma or point
  std::string reason;  ///< for not_applicable
  bool withdraw = false;
  std::vector<std::string> checks;
  std::string because;
  std::optional<int> confidence;
};

/// The rating as it will be kept, or why it cannot be: not_found "indicator.unknown", invalid
/// "rating.value_missing", "rating.value_not_a_number", "rating.off_scale",
/// "rating.reason_missing", "rating.not_applicable_forbidden", "rating.check_unknown",
/// "rating.confidence_off_scale", "rating.rater_missing".
base::Result<assessment::Rating> to_rating(const model::Model& model,
                                           const RateRequest& request,
                                           const Context& context);

/// Checks and keeps it. A withdrawal of what was never rated is not_found
/// "rating.nothing_to_withdraw".
base::Result<assessment::Rating> rate_indicator(Workspace& workspace,
                                                const RateRequest& request,
                                                const Context& context);

}  // namespace workflow
