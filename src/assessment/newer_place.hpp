// Where cited words stand in the newest revision of their document.
#pragma once

#include <string>

#include "assessment/anchor.hpp"

namespace assessment {

/// What became of words in a newer revision: not looked for yet, the same, changed, or gone.
enum class AnchorOutcome { unsought, same, changed, lost };

/// The words in a newer revision. The place where they were cited stays as it was.
struct NewerPlace {
  AnchorOutcome outcome = AnchorOutcome::unsought;
  Anchor now;  ///< source_code is the revision's; the rest is empty where the words were not found
  std::string found_by;
  std::string found_at;
};

/// Whether a person should look at the citation again.
inline bool needs_review(const NewerPlace& place) {
  return place.outcome != AnchorOutcome::same;
}

}  // namespace assessment
