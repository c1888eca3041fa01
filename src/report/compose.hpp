// Composes the report of results: one evaluation told from the head's first page down to the
// sources, in one language.
#pragma once

#include <string>

#include "report/report.hpp"
#include "report/wording.hpp"

namespace report {

/// What a report says of itself, beyond the evaluation.
struct ReportFacts {
  std::string created_at;      ///< ISO instant
  std::string engine_version;  ///< "0.1.0"
  std::string notice;  ///< such as "fictional example", in the reader's language; empty if none
  std::string dossier_digest;  ///< of what was filed and said; empty if not known
};

/// The results report: summary, profile, dimensions, gaps, recommendations, indicators, method,
/// sources, annexes. Works for a dossier without ratings as for a complete one; what cannot be said
/// is said to be missing.
Report compose_results(const Context& context, const ReportFacts& facts);

}  // namespace report
