// Adds citations and decisions, and reads each citation as it stands by its latest decision.
#include "store/evidence.hpp"

#include <map>
#include <utility>

#include "assessment/names.hpp"
#include "sql/rows.hpp"
#include "store/guarded_rows.hpp"
#include "store/source_ids.hpp"

namespace store {

namespace {

using assessment::Evidence;
using assessment::EvidenceState;
using base::ErrorKind;
using Pairs = std::map<std::string, std::string>;

sql::Row to_row(const Evidence& evidence, std::int64_t number, const Pairs& ids) {
  return {"E" + std::to_string(number),
          number,
          ids.at("assessment"),
          evidence.indicator_code,
          ids.at("source"),
          std::int64_t{evidence.page},
          evidence.range.begin,
          evidence.range.end,
          evidence.quote,
          evidence.prefix,
          evidence.suffix,
          std::string(assessment::format_stance(evidence.stance)),
          sql::to_cell(evidence.level),
          evidence.note,
          evidence.cited_by,
          evidence.cited_at};
}

base::Result<void> append_decision(sql::Database& database, const Decision& decision) {
  const auto rows = TRY(database.query(
      "SELECT COALESCE(MAX(sequence), 0) FROM evidence_decisions WHERE evidence_id = $1",
      {decision.evidence_id}));
  const std::int64_t sequence = sql::to_integer(rows.at(0).at(0)).value_or(0) + 1;
  return insert_guarded(database,
                        decisions_table,
                        {{decision.evidence_id,
                          sequence,
                          std::string(assessment::format_evidence_state(decision.state)),
                          decision.decided_by,
                          decision.decided_at,
                          decision.because}});
}

base::Result<Evidence> read_evidence(const sql::Row& row, const SourceCodes& codes) {
  sql::RowReader reader(row);
  Evidence evidence;
  evidence.id = reader.text();
  reader.integer();  // number: the order of entry
  reader.text();     // the assessment
  evidence.indicator_code = reader.text();
  const auto code = codes.find(reader.text());
  evidence.page = static_cast<int>(reader.integer());
  evidence.range.begin = reader.integer();
  evidence.range.end = reader.integer();
  evidence.quote = reader.text();
  evidence.prefix = reader.text();
  evidence.suffix = reader.text();
  const auto stance = assessment::parse_stance(reader.text());
  evidence.level = reader.optional_int();
  evidence.note = reader.text();
  evidence.cited_by = reader.text();
  evidence.cited_at = reader.text();
  if (code == codes.end() || !stance)
    return fail_for_damage("store.damaged_row", "evidence " + evidence.id);
  evidence.source_code = code->second;
  evidence.stance = *stance;
  return evidence;
}

/// All decisions on citations of an assessment, each citation's in order.
base::Result<std::vector<Decision>> load_all_decisions(sql::Database& database,
                                                       std::string_view assessment_id) {
  const auto rows = TRY(load_guarded(
      database,
      decisions_table,
      "WHERE evidence_id IN (SELECT id FROM evidence WHERE assessment_id = $1) ORDER BY sequence",
      {std::string(assessment_id)}));
  std::vector<Decision> decisions;
  decisions.reserve(rows.size());
  for (const auto& row : rows) {
    sql::RowReader reader(row);
    Decision& decision = decisions.emplace_back();
    decision.evidence_id = reader.text();
    reader.integer();  // sequence
    const auto state = assessment::parse_evidence_state(reader.text());
    if (!state)
      return fail_for_damage("store.damaged_row", "evidence_decisions " + decision.evidence_id);
    decision.state = *state;
    decision.decided_by = reader.text();
    decision.decided_at = reader.text();
    decision.because = reader.text();
  }
  return decisions;
}

/// The latest decision of each citation.
base::Result<std::map<std::string, Decision>> load_decisions(sql::Database& database,
                                                             std::string_view assessment_id) {
  std::map<std::string, Decision> latest;
  for (auto& decision : TRY(load_all_decisions(database, assessment_id))) {
    std::string id = decision.evidence_id;
    latest[std::move(id)] = std::move(decision);
  }
  return latest;
}

base::Result<Pairs> load_locators(sql::Database& database, std::string_view assessment_id) {
  const auto rows =
      TRY(load_guarded(database,
                       evidence_locators_table,
                       "WHERE evidence_id IN (SELECT id FROM evidence WHERE assessment_id = $1)",
                       {std::string(assessment_id)}));
  Pairs locators;
  for (const auto& row : rows)
    locators[sql::to_text(row.at(0)).value_or("")] = sql::to_text(row.at(1)).value_or("");
  return locators;
}

/// What was said beyond stance and level; no row where there is nothing.
base::Result<void> insert_coding(sql::Database& database,
                                 const std::string& id,
                                 const Evidence& evidence) {
  if (evidence.check_code.empty() && !evidence.coverage && !evidence.strength) return {};
  const auto& coverage = evidence.coverage;
  const auto strength = evidence.strength ? assessment::format_strength(*evidence.strength) : "";
  return insert_guarded(database,
                        evidence_codings_table,
                        {{id,
                          evidence.check_code,
                          coverage ? assessment::format_share(*coverage) : "",
                          coverage ? coverage->unit : "",
                          std::string(strength)}});
}

base::Result<void> read_coding(const sql::Row& row, Evidence& evidence) {
  sql::RowReader reader(row);
  reader.text();  // the citation
  evidence.check_code = reader.text();
  const std::string share = reader.text();
  const std::string unit = reader.text();
  const std::string strength = reader.text();
  if (!share.empty()) {
    auto coverage = assessment::parse_coverage(share, unit);
    if (!coverage) return fail_for_damage("store.damaged_row", "evidence_codings " + evidence.id);
    evidence.coverage = *std::move(coverage);
  }
  if (strength.empty()) return {};
  evidence.strength = assessment::parse_strength(strength);
  if (!evidence.strength)
    return fail_for_damage("store.damaged_row", "evidence_codings " + evidence.id);
  return {};
}

base::Result<std::map<std::string, sql::Row>> load_codings(sql::Database& database,
                                                           std::string_view assessment_id) {
  auto rows =
      TRY(load_guarded(database,
                       evidence_codings_table,
                       "WHERE evidence_id IN (SELECT id FROM evidence WHERE assessment_id = $1)",
                       {std::string(assessment_id)}));
  std::map<std::string, sql::Row> codings;
  for (auto& row : rows) codings.emplace(sql::to_text(row.at(0)).value_or(""), std::move(row));
  return codings;
}

}  // namespace

base::Result<std::string> insert_evidence(sql::Database& database,
                                          std::string_view assessment_id,
                                          const Evidence& evidence) {
  const std::string source_id = TRY(find_source_id(database, assessment_id, evidence.source_code));
  const std::int64_t number = TRY(next_number(database, "evidence", "number"));
  const Pairs ids = {{"assessment", std::string(assessment_id)}, {"source", source_id}};
  TRY(insert_guarded(database, evidence_table, {to_row(evidence, number, ids)}));
  std::string id = "E" + std::to_string(number);
  if (!evidence.locator.empty())
    TRY(insert_guarded(
        database, evidence_locators_table, {{id, document::format_locator(evidence.locator)}}));
  TRY(insert_coding(database, id, evidence));
  if (evidence.state != EvidenceState::proposed)
    TRY(append_decision(
        database,
        {id, evidence.state, evidence.decided_by, evidence.because, evidence.decided_at}));
  return id;
}

base::Result<void> insert_decision(sql::Database& database,
                                   std::string_view assessment_id,
                                   const Decision& decision) {
  const auto rows =
      TRY(database.query("SELECT 1 FROM evidence WHERE id = $1 AND assessment_id = $2",
                         {decision.evidence_id, std::string(assessment_id)}));
  if (rows.empty())
    return base::fail(
        ErrorKind::not_found, "store.no_evidence", {{"evidence", decision.evidence_id}});
  return append_decision(database, decision);
}

base::Result<std::vector<Decision>> load_decisions_of(sql::Database& database,
                                                      std::string_view assessment_id,
                                                      const std::string& evidence_id) {
  auto decisions = TRY(load_all_decisions(database, assessment_id));
  std::erase_if(decisions, [&](const Decision& one) { return one.evidence_id != evidence_id; });
  return decisions;
}

base::Result<std::vector<Evidence>> load_evidence(sql::Database& database,
                                                  std::string_view assessment_id) {
  const SourceCodes codes = TRY(load_source_codes(database, assessment_id));
  const auto decisions = TRY(load_decisions(database, assessment_id));
  const auto locators = TRY(load_locators(database, assessment_id));
  const auto codings = TRY(load_codings(database, assessment_id));
  const auto rows = TRY(load_guarded(database,
                                     evidence_table,
                                     "WHERE assessment_id = $1 ORDER BY number",
                                     {std::string(assessment_id)}));
  std::vector<Evidence> all;
  all.reserve(rows.size());
  for (const auto& row : rows) {
    Evidence evidence = TRY(read_evidence(row, codes));
    if (const auto found = locators.find(evidence.id); found != locators.end()) {
      auto locator = document::parse_locator(found->second);
      if (!locator) return fail_for_damage("store.damaged_row", "evidence_locators " + evidence.id);
      evidence.locator = *std::move(locator);
    }
    if (const auto found = codings.find(evidence.id); found != codings.end())
      TRY(read_coding(found->second, evidence));
    if (const auto found = decisions.find(evidence.id); found != decisions.end()) {
      evidence.state = found->second.state;
      evidence.decided_by = found->second.decided_by;
      evidence.decided_at = found->second.decided_at;
      evidence.because = found->second.because;
    }
    all.push_back(std::move(evidence));
  }
  return all;
}

}  // namespace store
