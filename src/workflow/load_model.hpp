// Finds a model by what a person calls it: an id, id@version, or a folder.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/finding.hpp"
#include "model/model.hpp"
#include "model/parse_model.hpp"

namespace workflow {

/// A model with its exact bytes.
struct LoadedModel {
  model::Model model;
  model::ModelFiles files;
};

/// The ids of the shipped models, in order.
std::vector<std::string> list_shipped_models();

/// The files of a model: shipped (id or id@version) or in a folder. Errors: not_found
/// "model.unknown" (with the known ones), "model.version_unknown"; those of reading files.
base::Result<model::ModelFiles> read_model_files(const std::string& name);

/// A model that may be used. Errors: those above, invalid "model.unsound" with the first finding
/// where it has errors.
base::Result<LoadedModel> load_model(const std::string& name);

/// As load_model, from bytes that a workspace kept.
base::Result<LoadedModel> load_model_from(const model::ModelFiles& files, const std::string& name);

}  // namespace workflow
