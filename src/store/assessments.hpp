// Assessments as kept: an organization, a period, a model version, and the targets.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/assessment.hpp"
#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

namespace store {

/// Adds an assessment; its model must be kept already. An empty id becomes A1, A2, … Errors:
/// conflict where this organization has one for the same period and model version.
base::Result<void> insert_assessment(sql::Database& database,
                                     const assessment::Assessment& assessment,
                                     const base::Instant& now);

/// All of them, in order of entry.
base::Result<std::vector<assessment::Assessment>> load_assessments(sql::Database& database);

/// Errors: not_found.
base::Result<assessment::Assessment> load_assessment(sql::Database& database, std::string_view id);

/// The organization of an assessment, by its id in the store. Errors: not_found.
base::Result<std::string> load_organization_id(sql::Database& database,
                                               std::string_view assessment_id);

}  // namespace store
