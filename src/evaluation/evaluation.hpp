// The whole story of an assessment, from what was filed to what should be done: one pure function
// of three values.
#pragma once

#include "assessment/dossier.hpp"
#include "evaluation/method.hpp"
#include "evaluation/results.hpp"
#include "model/model.hpp"

namespace evaluation {

/// Levels, index, bands, gaps and advice of a dossier. Reads no clock, no file; the same three
/// values give the same result.
Evaluation evaluate(const model::Model& model,
                    const assessment::Dossier& dossier,
                    const Method& method);

}  // namespace evaluation
