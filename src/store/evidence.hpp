// Citations and what was decided of them: entries only, nothing is ever changed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/evidence.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"
#include "store/records.hpp"

namespace store {

/// Adds a citation and returns its new id. A state other than proposed is filed as a first
/// decision. Errors: not_found for an unknown source of the organization.
base::Result<std::string> insert_evidence(sql::Database& database,
                                          std::string_view assessment_id,
                                          const assessment::Evidence& evidence);

/// Adds a decision. Errors: not_found for a citation that this assessment does not have.
base::Result<void> insert_decision(sql::Database& database,
                                   std::string_view assessment_id,
                                   const Decision& decision);

/// Everything that was decided of one citation, in its order.
base::Result<std::vector<Decision>> load_decisions_of(sql::Database& database,
                                                      std::string_view assessment_id,
                                                      const std::string& evidence_id);

/// All citations in order of entry, each with its latest decision.
base::Result<std::vector<assessment::Evidence>> load_evidence(sql::Database& database,
                                                              std::string_view assessment_id);

}  // namespace store
