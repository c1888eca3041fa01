// Writes and reads codings and acts of coding.
#include "store/codings.hpp"

#include <utility>

#include "assessment/names.hpp"
#include "sql/rows.hpp"
#include "store/guarded_rows.hpp"
#include "store/source_ids.hpp"

namespace store {

namespace {

using assessment::Coding;
using assessment::CodingAct;

std::string join_lines(const std::vector<std::string>& lines) {
  std::string joined;
  for (const auto& line : lines) joined.append(joined.empty() ? "" : "\n").append(line);
  return joined;
}

std::vector<std::string> split_lines(const std::string& joined) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < joined.size();) {
    const auto end = std::min(joined.find('\n', begin), joined.size());
    lines.push_back(joined.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string format_stance(const std::optional<assessment::Stance>& stance) {
  return stance ? std::string(assessment::format_stance(*stance)) : "";
}

std::string format_strength(const std::optional<assessment::Strength>& strength) {
  return strength ? std::string(assessment::format_strength(*strength)) : "";
}

base::Result<Coding> read_coding(const sql::Row& row, const SourceCodes& codes) {
  sql::RowReader reader(row);
  Coding coding;
  coding.id = reader.text();
  reader.integer();  // number: the order of entry
  reader.text();     // the assessment
  coding.code = reader.text();
  const auto source = codes.find(reader.text());
  coding.page = static_cast<int>(reader.integer());
  coding.range.begin = reader.integer();
  coding.range.end = reader.integer();
  auto locator = document::parse_locator(reader.text());
  coding.quote = reader.text();
  coding.prefix = reader.text();
  coding.suffix = reader.text();
  coding.stance = assessment::parse_stance(reader.text());
  coding.strength = assessment::parse_strength(reader.text());
  coding.memo = reader.text();
  coding.coded_by = reader.text();
  coding.coded_at = reader.text();
  if (source == codes.end() || !locator)
    return fail_for_damage("store.damaged_row", "codings " + coding.id);
  coding.source_code = source->second;
  coding.locator = *std::move(locator);
  return coding;
}

base::Result<CodingAct> read_act(const sql::Row& row) {
  sql::RowReader reader(row);
  CodingAct act;
  act.number = reader.integer();
  reader.text();  // the assessment
  const auto kind = assessment::parse_act_kind(reader.text());
  act.subjects = split_lines(reader.text());
  act.former = split_lines(reader.text());
  act.code = reader.text();
  act.target = reader.text();
  act.name = reader.text();
  act.node = reader.text();
  act.memo = reader.text();
  act.because = reader.text();
  act.by = reader.text();
  act.at = reader.text();
  if (const auto undoes = reader.optional_int()) act.undoes = *undoes;
  if (!kind)
    return fail_for_damage("store.damaged_row", "coding_acts " + std::to_string(act.number));
  act.kind = *kind;
  return act;
}

}  // namespace

base::Result<std::string> insert_coding(sql::Database& database,
                                        std::string_view assessment_id,
                                        const Coding& coding) {
  const std::string source_id = TRY(find_source_id(database, assessment_id, coding.source_code));
  const std::int64_t number = TRY(next_number(database, "codings", "number"));
  std::string id = "K" + std::to_string(number);
  TRY(insert_guarded(database,
                     codings_table,
                     {{id,
                       number,
                       std::string(assessment_id),
                       coding.code,
                       source_id,
                       std::int64_t{coding.page},
                       coding.range.begin,
                       coding.range.end,
                       document::format_locator(coding.locator),
                       coding.quote,
                       coding.prefix,
                       coding.suffix,
                       format_stance(coding.stance),
                       format_strength(coding.strength),
                       coding.memo,
                       coding.coded_by,
                       coding.coded_at}}));
  return id;
}

base::Result<std::int64_t> insert_act(sql::Database& database,
                                      std::string_view assessment_id,
                                      const CodingAct& act) {
  const std::int64_t number = TRY(next_number(database, "coding_acts", "number"));
  TRY(insert_guarded(database,
                     coding_acts_table,
                     {{number,
                       std::string(assessment_id),
                       std::string(assessment::format_act_kind(act.kind)),
                       join_lines(act.subjects),
                       join_lines(act.former),
                       act.code,
                       act.target,
                       act.name,
                       act.node,
                       act.memo,
                       act.because,
                       act.by,
                       act.at,
                       sql::to_cell(act.undoes)}}));
  return number;
}

base::Result<std::vector<Coding>> load_codings(sql::Database& database,
                                               std::string_view assessment_id) {
  const SourceCodes codes = TRY(load_source_codes(database, assessment_id));
  const auto rows = TRY(load_guarded(database,
                                     codings_table,
                                     "WHERE assessment_id = $1 ORDER BY number",
                                     {std::string(assessment_id)}));
  std::vector<Coding> codings;
  codings.reserve(rows.size());
  for (const auto& row : rows) codings.push_back(TRY(read_coding(row, codes)));
  return codings;
}

base::Result<std::vector<CodingAct>> load_acts(sql::Database& database,
                                               std::string_view assessment_id) {
  const auto rows = TRY(load_guarded(database,
                                     coding_acts_table,
                                     "WHERE assessment_id = $1 ORDER BY number",
                                     {std::string(assessment_id)}));
  std::vector<CodingAct> acts;
  acts.reserve(rows.size());
  for (const auto& row : rows) acts.push_back(TRY(read_act(row)));
  return acts;
}

base::Result<assessment::Codebook> load_codebook(sql::Database& database,
                                                 std::string_view assessment_id) {
  const auto acts = TRY(load_acts(database, assessment_id));
  auto replayed = assessment::replay_acts(acts, TRY(load_codings(database, assessment_id)));
  if (replayed.failed_at)
    return fail_for_damage("store.damaged_row",
                           "coding_acts " + std::to_string(*replayed.failed_at));
  return std::move(replayed.book);
}

}  // namespace store
