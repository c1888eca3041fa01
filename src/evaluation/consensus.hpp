// Several raters, one rating: which entries count, and what they agree on.
#pragma once

#include <vector>

#include "assessment/dossier.hpp"
#include "evaluation/method.hpp"
#include "evaluation/results.hpp"
#include "model/model.hpp"

namespace evaluation {

/// One agreed rating per indicator of the model, in its order.
///
/// The latest entry per rater, indicator and stage counts; a withdrawal takes the rater's entry of
/// that stage away. Of the stages that have an entry the latest decides (or only the method's
/// stage). Applicability goes by majority, a tie is applicable; the value is the lower middle of
/// the values given. Ratings of indicators the model does not know are ignored.
std::vector<AgreedRating> reach_consensus(const model::Model& model,
                                          const assessment::Dossier& dossier,
                                          const Method& method);

}  // namespace evaluation
