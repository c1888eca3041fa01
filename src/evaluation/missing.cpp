// Walks over all levels up to the claims.
#include "evaluation/missing.hpp"

namespace evaluation {

std::vector<MissingEvidence> find_missing_evidence(const Evaluation& evaluation) {
  std::vector<MissingEvidence> missing;
  for (const auto& result : evaluation.indicators) {
    if (!result.claimed) continue;
    for (const auto& standing : result.standings)
      if (base::Rational(standing.level) <= *result.claimed && !standing.evidence_met())
        missing.push_back({result.indicator,
                           standing.level,
                           standing.citations_required,
                           standing.citations_accepted,
                           standing.citations_waiting});
  }
  return missing;
}

}  // namespace evaluation
