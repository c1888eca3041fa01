// Evaluates what was filed and said, and tells it as a tree for machines.
#pragma once

#include <string>

#include "base/result.hpp"
#include "codec/value.hpp"
#include "evaluation/evaluation.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

/// A dossier and what follows from it.
struct EvaluatedDossier {
  assessment::Dossier dossier;
  evaluation::Evaluation evaluation;
};

base::Result<EvaluatedDossier> evaluate_assessment(Workspace& workspace,
                                                   const evaluation::Method& method);

/// The evaluation in the schema jenjang-evaluation/1 of the command line's contract: figures exact
/// as "p/q", as decimals with 12 places, and rounded as the model says.
codec::Value describe_evaluation(const model::Model& model,
                                 const assessment::Assessment& assessment,
                                 const evaluation::Evaluation& evaluation);

/// SHA-256 over what was filed and said: sources' digests, citations with decisions, ratings.
base::Result<std::string> digest_dossier(Workspace& workspace);

}  // namespace workflow
