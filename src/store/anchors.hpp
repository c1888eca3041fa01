// Where words stand in newer revisions of their sources: entries only, the places of old stay.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/dossier.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"
#include "store/records.hpp"

namespace store {

/// Adds where the words of a citation or coding stand in a revision. Errors: not_found for an
/// unknown source.
base::Result<void> insert_anchor(sql::Database& database,
                                 std::string_view assessment_id,
                                 const FoundAnchor& anchor);

/// All of an assessment, each subject's in order.
base::Result<std::vector<FoundAnchor>> load_anchors(sql::Database& database,
                                                    std::string_view assessment_id);

/// Tells every citation and coding of the dossier what became of its words in the newest revision
/// of its source; nothing where its source has no newer one.
void attach_newer_places(assessment::Dossier& dossier, const std::vector<FoundAnchor>& anchors);

}  // namespace store
