// The choices that an evaluation makes, named so that a report can print them.
#pragma once

#include <optional>

#include "assessment/rating.hpp"

namespace evaluation {

/// A working figure leaves missing answers out and says so; a published one follows the model's
/// stricter policy.
enum class Purpose { working, published };

/// Whether a claim needs its checks and evidence (a study) or stands alone (a table of levels).
enum class Gate { as_modelled, claims_only };

struct Method {
  Purpose purpose = Purpose::working;
  Gate gate = Gate::as_modelled;
  std::optional<assessment::Stage>
      stage;  ///< only ratings of this stage; empty: the latest stage that has one
};

}  // namespace evaluation
