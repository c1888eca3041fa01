// The assessed organisation as a case of a project: its variables and their values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/dossier.hpp"
#include "exchange/qda_project.hpp"
#include "model/model.hpp"
#include "workflow/qda_report.hpp"

namespace workflow {

/// A variable as we write it, and what it is for the organisation.
struct OfficeValue {
  exchange::QdaVariable variable;
  std::optional<std::string> value;
};

struct Office {
  std::string guid;
  std::string name;
  std::vector<OfficeValue> values;
};

/// Period, model, and the agreed rating of each indicator.
Office describe_office(const model::Model& model, const assessment::Dossier& dossier);

/// Adds to the findings what cases say that the workspace does not: of the organisation itself the
/// values that differ, of others that they have no place.
void compare_cases(const exchange::QdaProject& project,
                   const Office& office,
                   std::vector<QdaFinding>& findings);

}  // namespace workflow
