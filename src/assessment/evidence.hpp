// A citation: the very words on a page that speak for or against a level of an indicator.
#pragma once

#include <optional>
#include <string>

#include "document/document.hpp"

namespace assessment {

enum class Stance { supports, contradicts };
enum class EvidenceState { proposed, accepted, rejected };

/// A passage coded to an indicator. Only an accepted, supporting one makes a level stand.
struct Evidence {
  std::string id;  ///< said by people: E1, E2, …
  std::string indicator_code;
  std::string source_code;
  int page = 0;  ///< 0 for a source without pages
  document::Range range;
  document::Locator locator;  ///< the unit that holds the words; empty where none is known
  std::string quote;          ///< the page's own words
  std::string prefix;         ///< a few words before the quote, to find it again
  std::string suffix;
  Stance stance = Stance::supports;
  std::optional<int>
      level;  ///< counts for levels up to it; without one, as if it bore the agreed claim
  std::string note;
  std::string cited_by;
  std::string cited_at;
  EvidenceState state = EvidenceState::proposed;
  std::string decided_by;
  std::string decided_at;
  std::string because;
};

}  // namespace assessment
