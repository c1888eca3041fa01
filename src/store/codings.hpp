// Words coded to free codes, and the acts of coding: entries only, nothing is ever changed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/codebook.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

namespace store {

/// Adds a coding and returns its new id. Errors: not_found for an unknown source.
base::Result<std::string> insert_coding(sql::Database& database,
                                        std::string_view assessment_id,
                                        const assessment::Coding& coding);

/// Adds an act of coding and returns its number.
base::Result<std::int64_t> insert_act(sql::Database& database,
                                      std::string_view assessment_id,
                                      const assessment::CodingAct& act);

/// In order of entry, as filed: under the code that they were coded to.
base::Result<std::vector<assessment::Coding>> load_codings(sql::Database& database,
                                                           std::string_view assessment_id);

/// In their order; those of other assessments have numbers in between.
base::Result<std::vector<assessment::CodingAct>> load_acts(sql::Database& database,
                                                           std::string_view assessment_id);

/// The codebook as it stands. Unsupported where the acts do not fit each other: some are lost.
base::Result<assessment::Codebook> load_codebook(sql::Database& database,
                                                 std::string_view assessment_id);

}  // namespace store
