// The whole story, top to bottom.
#include "evaluation/evaluation.hpp"

#include "evaluation/band.hpp"
#include "evaluation/gap.hpp"
#include "evaluation/level.hpp"
#include "evaluation/recommendation.hpp"

namespace evaluation {

Evaluation evaluate(const model::Model& model,
                    const assessment::Dossier& dossier,
                    const Method& method) {
  Evaluation result;
  result.method = method;
  result.indicators = derive_indicator_levels(model, dossier, method);
  result.nodes = derive_profile(model, result.indicators, method);
  result.bands = place_in_bands(model, result.nodes, result.indicators);
  result.gaps = find_gaps(model, dossier.assessment, result.nodes, result.indicators);
  result.recommendations = recommend(model, result.nodes, result.indicators, result.gaps);
  return result;
}

}  // namespace evaluation
