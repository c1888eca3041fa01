// Keeps assessments and their targets, and finds an organization by its name.
#include "store/assessments.hpp"

#include <map>

#include "sql/rows.hpp"
#include "store/guarded_rows.hpp"

namespace store {

namespace {

using base::ErrorKind;
using Names = std::map<std::string, std::string>;  // organization id to name

tl::unexpected<base::Error> fail_for_absence(std::string_view assessment_id) {
  return base::fail(
      ErrorKind::not_found, "store.no_assessment", {{"assessment", std::string(assessment_id)}});
}

/// The id of the organization with this name, which is added where it is new.
base::Result<std::string> save_organization(sql::Database& database, const std::string& name) {
  const auto found = TRY(database.query("SELECT id FROM organizations WHERE name = $1", {name}));
  if (!found.empty()) return sql::to_text(found[0].at(0)).value_or("");
  const auto count = TRY(database.query("SELECT COUNT(*) FROM organizations", {}));
  std::string id = "O" + std::to_string(sql::to_integer(count.at(0).at(0)).value_or(0) + 1);
  TRY(insert_guarded(database, organizations_table, {{id, name}}));
  return id;
}

base::Result<void> check_new(sql::Database& database,
                             const assessment::Assessment& assessment,
                             const std::string& organization_id) {
  const auto found = TRY(database.query(
      "SELECT 1 FROM assessments WHERE id = $1 OR "
      "(organization_id = $2 AND period = $3 AND model_id = $4 AND model_version = $5)",
      {assessment.id,
       organization_id,
       assessment.period,
       assessment.model_id,
       assessment.model_version}));
  if (found.empty()) return {};
  return base::fail(ErrorKind::conflict,
                    "store.assessment_exists",
                    {{"organization", assessment.organization},
                     {"period", assessment.period},
                     {"model", assessment.model_id + "@" + assessment.model_version}});
}

base::Result<Names> load_names(sql::Database& database) {
  const auto rows = TRY(load_guarded(database, organizations_table, "", {}));
  Names names;
  for (const auto& row : rows)
    names[sql::to_text(row.at(0)).value_or("")] = sql::to_text(row.at(1)).value_or("");
  return names;
}

base::Result<std::vector<assessment::Target>> load_targets(sql::Database& database,
                                                           const std::string& assessment_id) {
  const auto rows = TRY(load_guarded(
      database, targets_table, "WHERE assessment_id = $1 ORDER BY position", {assessment_id}));
  std::vector<assessment::Target> targets;
  for (const auto& row : rows) {
    const auto level = base::parse_rational(sql::to_text(row.at(3)).value_or(""));
    if (!level) return fail_for_damage("store.damaged_row", "targets " + assessment_id);
    targets.push_back({sql::to_text(row.at(2)).value_or(""), *level});
  }
  return targets;
}

base::Result<assessment::Assessment> read_assessment(sql::Database& database,
                                                     const sql::Row& row,
                                                     const Names& names) {
  sql::RowReader reader(row);
  assessment::Assessment assessment;
  assessment.id = reader.text();
  reader.integer();  // number: the order of entry
  const auto organization = names.find(reader.text());
  if (organization == names.end())
    return fail_for_damage("store.damaged_row", "assessments " + assessment.id);
  assessment.organization = organization->second;
  assessment.period = reader.text();
  assessment.model_id = reader.text();
  assessment.model_version = reader.text();
  assessment.model_digest = reader.text();
  assessment.targets = TRY(load_targets(database, assessment.id));
  return assessment;
}

}  // namespace

base::Result<void> insert_assessment(sql::Database& database,
                                     const assessment::Assessment& assessment,
                                     const base::Instant& now) {
  const std::string organization_id = TRY(save_organization(database, assessment.organization));
  TRY(check_new(database, assessment, organization_id));
  const std::int64_t number = TRY(next_number(database, "assessments", "number"));
  const std::string id = assessment.id.empty() ? "A" + std::to_string(number) : assessment.id;
  TRY(insert_guarded(database,
                     assessments_table,
                     {{id,
                       number,
                       organization_id,
                       assessment.period,
                       assessment.model_id,
                       assessment.model_version,
                       assessment.model_digest,
                       now}}));
  std::vector<sql::Row> rows;
  rows.reserve(assessment.targets.size());
  for (const auto& target : assessment.targets)
    rows.push_back({id,
                    static_cast<std::int64_t>(rows.size()),
                    target.indicator_code,
                    target.level.to_string()});
  return insert_guarded(database, targets_table, std::move(rows));
}

base::Result<std::vector<assessment::Assessment>> load_assessments(sql::Database& database) {
  const Names names = TRY(load_names(database));
  const auto rows = TRY(load_guarded(database, assessments_table, "ORDER BY number", {}));
  std::vector<assessment::Assessment> assessments;
  assessments.reserve(rows.size());
  for (const auto& row : rows) assessments.push_back(TRY(read_assessment(database, row, names)));
  return assessments;
}

base::Result<assessment::Assessment> load_assessment(sql::Database& database, std::string_view id) {
  const Names names = TRY(load_names(database));
  const auto rows =
      TRY(load_guarded(database, assessments_table, "WHERE id = $1", {std::string(id)}));
  if (rows.empty()) return fail_for_absence(id);
  return read_assessment(database, rows[0], names);
}

base::Result<std::string> load_organization_id(sql::Database& database,
                                               std::string_view assessment_id) {
  const auto rows = TRY(database.query("SELECT organization_id FROM assessments WHERE id = $1",
                                       {std::string(assessment_id)}));
  if (rows.empty()) return fail_for_absence(assessment_id);
  return sql::to_text(rows[0].at(0)).value_or("");
}

}  // namespace store
