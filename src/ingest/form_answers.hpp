// The answers of one submission of a form, flat: each with the path of its question.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ingest/observation_record.hpp"

namespace ingest {

/// Questions by path ("group/question", "group-question") and their answers, in order of the form.
using FormAnswers = std::vector<std::pair<std::string, std::string>>;

/// Whether the name of a column or member is one that KoboToolbox or ODK Central adds to every
/// submission, so that it tells a submission from another table.
bool marks_submission(std::string_view name);

/// What a submission says as an observation. Questions named as the fields of an observation fill
/// these; codes, times and people come from the form's own records where the form does not ask;
/// all other answers become its text, a line or paragraph each.
ObservationRecord to_record(const FormAnswers& answers);

}  // namespace ingest
