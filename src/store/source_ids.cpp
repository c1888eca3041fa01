// Looks up ids and codes of sources.
#include "store/source_ids.hpp"

#include "sql/rows.hpp"
#include "store/assessments.hpp"

namespace store {

using base::ErrorKind;

base::Result<std::string> find_source_id(sql::Database& database,
                                         std::string_view assessment_id,
                                         const std::string& code) {
  const std::string organization_id = TRY(load_organization_id(database, assessment_id));
  const auto rows = TRY(database.query(
      "SELECT id FROM sources WHERE organization_id = $1 AND code = $2", {organization_id, code}));
  if (rows.empty()) return base::fail(ErrorKind::not_found, "store.no_source", {{"source", code}});
  return sql::to_text(rows[0].at(0)).value_or("");
}

base::Result<SourceCodes> load_source_codes(sql::Database& database,
                                            std::string_view assessment_id) {
  const auto rows =
      TRY(database.query("SELECT s.id, s.code FROM sources s JOIN assessments a "
                         "ON a.organization_id = s.organization_id WHERE a.id = $1",
                         {std::string(assessment_id)}));
  SourceCodes codes;
  for (const auto& row : rows)
    codes[sql::to_text(row.at(0)).value_or("")] = sql::to_text(row.at(1)).value_or("");
  return codes;
}

}  // namespace store
