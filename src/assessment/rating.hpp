// What a rater said of an indicator: a named outcome, a value where there is one, and why.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/rational.hpp"

namespace assessment {

/// The name of an answer. A missing answer is never zero and never silent.
enum class Outcome {
  answered,
  not_rated,
  not_applicable,
  insufficient_evidence,
  awaiting_external
};

/// Stages stand side by side, in this order; the latest one that has a rating counts.
enum class Stage { self, document, interview, visit, final };

struct Answer {
  Outcome outcome = Outcome::not_rated;
  std::optional<base::Rational> value;  ///< set only for answered
  std::string reason;                   ///< required for not_applicable

  bool operator==(const Answer&) const = default;
};

/// One entry of the append-only record of ratings. The latest per rater, indicator and stage
/// counts; withdrawing is an entry too.
struct Rating {
  std::string indicator_code;
  std::string rater;
  Stage stage = Stage::self;
  Answer answer;
  bool withdrawn = false;
  std::vector<std::string> checks;  ///< codes of the conditions met
  std::string because;
  std::optional<int> confidence;  ///< 1 to 5
  std::string rated_at;
  std::int64_t sequence = 0;  ///< order of entry; ties of time do not matter
};

}  // namespace assessment
