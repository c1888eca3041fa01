// An open workspace with the one assessment that is meant, and its model ready to use.
#pragma once

#include <string>
#include <vector>

#include "assessment/dossier.hpp"
#include "base/result.hpp"
#include "model/model.hpp"
#include "store/store.hpp"
#include "workflow/context.hpp"

namespace workflow {

/// A workspace opened for one assessment.
struct Workspace {
  store::Store store;
  assessment::Assessment assessment;
  model::Model model;
};

enum class Access { read, write };

/// Opens the workspace and picks the assessment: the only one, or the one named
/// ORGANIZATION/PERIOD[/MODEL]. Errors: those of the store; not_found
/// "workspace.assessment_unknown", invalid "workspace.assessment_needed" (both list what there is).
base::Result<Workspace> open_workspace(const std::string& path,
                                       Access access,
                                       const std::string& assessment_name = {});

struct NewAssessment {
  std::string model;
  std::string organization;
  std::string period;
  std::string target;  ///< a level, or empty for the model's own
};

/// Creates a workspace with its first assessment, or adds an assessment to an existing one. Errors:
/// those of models and of the store; invalid "workspace.target_off_scale",
/// "workspace.organization_missing"; conflict "workspace.assessment_exists".
base::Result<assessment::Assessment> create_assessment(const std::string& path,
                                                       const NewAssessment& wanted,
                                                       const Context& context);

/// ORGANIZATION/PERIOD/MODEL, as --assessment takes it.
std::string name_assessment(const assessment::Assessment& assessment);

/// The indicator's code as the model spells it. Error: not_found "indicator.unknown" with the
/// nearest codes.
base::Result<std::string> require_indicator(const model::Model& model, const std::string& code);

}  // namespace workflow
