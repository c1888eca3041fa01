// The codes of a project as a workspace knows them: indicators, free codes there are, new ones.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "assessment/codebook.hpp"
#include "exchange/qda_project.hpp"
#include "model/model.hpp"
#include "workflow/qda_report.hpp"

namespace workflow {

/// What the codes of a project mean, each by its guid.
struct QdaCodes {
  /// A free code as the file means it and, where that one was merged, the one that holds it now.
  struct Free {
    std::string meant;
    std::string now;
  };

  std::map<std::string, std::string> indicators;
  std::map<std::string, Free> free_codes;
  std::vector<assessment::CodingAct> additions;  ///< of kind add, for codes that are not there
};

/// What codes are compared with.
struct KnownCodes {
  const model::Model& model;
  const assessment::Codebook& book;
  const std::vector<assessment::CodingAct>& acts;  ///< they know the former names of codes
};

/// A code is an indicator (find_indicator_of), else the free code of the word that our own note
/// names, else the one that bears or bore its name, else a new one. A code within others bears
/// their names before its own. `codings` counts them by code: a folder without any is no code.
QdaCodes resolve_codes(const exchange::QdaProject& project,
                       const KnownCodes& known,
                       const std::map<std::string, int>& codings,
                       std::vector<QdaFinding>& findings);

}  // namespace workflow
