// A citation: the very words on a page that speak for or against a level of an indicator.
#pragma once

#include <optional>
#include <string>

#include "assessment/anchor.hpp"
#include "assessment/coverage.hpp"
#include "assessment/newer_place.hpp"

namespace assessment {

enum class Stance { supports, contradicts };
enum class EvidenceState { proposed, accepted, rejected };

/// How much weight the words bear, in the coder's eyes.
enum class Strength { weak, moderate, strong };

/// A passage coded to an indicator. Only an accepted, supporting one makes a level stand; check,
/// coverage and strength tell readers more and change no level.
struct Evidence : Anchor {
  std::string id;  ///< said by people: E1, E2, …
  std::string indicator_code;
  Stance stance = Stance::supports;
  std::optional<int>
      level;  ///< counts for levels up to it; without one, as if it bore the agreed claim
  std::string check_code;  ///< the one check of the indicator that the words speak to; may be empty
  std::optional<Coverage> coverage;
  std::optional<Strength> strength;
  std::string note;  ///< the coder's memo
  std::string cited_by;
  std::string cited_at;
  EvidenceState state = EvidenceState::proposed;
  std::string decided_by;
  std::string decided_at;
  std::string because;
  std::optional<NewerPlace> newer;  ///< none where its source has no newer revision
};

}  // namespace assessment
