// Looks over a whole project: references that lead nowhere, names and guids borne twice.
#pragma once

#include "exchange/qda_deviation.hpp"
#include "exchange/qda_project.hpp"

namespace exchange {

void check_qda_project(const QdaProject& project, QdaDeviations& deviations);

}  // namespace exchange
