// Appends ratings and reads them back, values exact.
#include "store/ratings.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "assessment/names.hpp"
#include "sql/rows.hpp"
#include "store/assessments.hpp"
#include "store/guarded_rows.hpp"

namespace store {

namespace {

using assessment::Rating;

std::string join_lines(const std::vector<std::string>& codes) {
  std::string joined;
  for (const auto& code : codes) joined += (joined.empty() ? "" : "\n") + code;
  return joined;
}

std::vector<std::string> split_lines(std::string_view joined) {
  std::vector<std::string> codes;
  while (!joined.empty()) {
    const auto end = std::min(joined.find('\n'), joined.size());
    codes.emplace_back(joined.substr(0, end));
    joined.remove_prefix(std::min(end + 1, joined.size()));
  }
  return codes;
}

sql::Row to_row(std::string_view assessment_id, std::int64_t sequence, const Rating& rating) {
  std::optional<std::string> value;
  if (rating.answer.value) value = rating.answer.value->to_string();
  return {std::string(assessment_id),
          sequence,
          rating.indicator_code,
          rating.rater,
          std::string(assessment::format_stage(rating.stage)),
          std::string(assessment::format_outcome(rating.answer.outcome)),
          sql::to_cell(value),
          rating.answer.reason,
          std::int64_t{rating.withdrawn ? 1 : 0},
          join_lines(rating.checks),
          rating.because,
          sql::to_cell(rating.confidence),
          rating.rated_at};
}

base::Result<Rating> read_rating(const sql::Row& row) {
  sql::RowReader reader(row);
  Rating rating;
  const std::string assessment_id = reader.text();
  rating.sequence = reader.integer();
  rating.indicator_code = reader.text();
  rating.rater = reader.text();
  const auto stage = assessment::parse_stage(reader.text());
  const auto outcome = assessment::parse_outcome(reader.text());
  const auto value = reader.optional_text();
  if (value) rating.answer.value = base::parse_rational(*value);
  rating.answer.reason = reader.text();
  rating.withdrawn = reader.integer() != 0;
  rating.checks = split_lines(reader.text());
  rating.because = reader.text();
  rating.confidence = reader.optional_int();
  rating.rated_at = reader.text();
  if (!stage || !outcome || value.has_value() != rating.answer.value.has_value())
    return fail_for_damage("store.damaged_row",
                           "ratings " + assessment_id + "/" + std::to_string(rating.sequence));
  rating.stage = *stage;
  rating.answer.outcome = *outcome;
  return rating;
}

}  // namespace

base::Result<void> insert_ratings(sql::Database& database,
                                  std::string_view assessment_id,
                                  const std::vector<Rating>& ratings) {
  TRY(load_organization_id(database, assessment_id));  // the assessment must be there
  const auto found =
      TRY(database.query("SELECT COALESCE(MAX(sequence), 0) FROM ratings WHERE assessment_id = $1",
                         {std::string(assessment_id)}));
  std::int64_t sequence = sql::to_integer(found.at(0).at(0)).value_or(0);
  std::vector<sql::Row> rows;
  rows.reserve(ratings.size());
  for (const auto& rating : ratings) {
    const auto& value = rating.answer.value;
    if (value && base::parse_rational(value->to_string()) != *value)
      return base::fail(
          base::ErrorKind::invalid, "store.value_too_long", {{"indicator", rating.indicator_code}});
    rows.push_back(to_row(assessment_id, ++sequence, rating));
  }
  return insert_guarded(database, ratings_table, std::move(rows));
}

base::Result<std::vector<Rating>> load_ratings(sql::Database& database,
                                               std::string_view assessment_id) {
  const auto rows = TRY(load_guarded(database,
                                     ratings_table,
                                     "WHERE assessment_id = $1 ORDER BY sequence",
                                     {std::string(assessment_id)}));
  std::vector<Rating> ratings;
  ratings.reserve(rows.size());
  for (const auto& row : rows) ratings.push_back(TRY(read_rating(row)));
  return ratings;
}

}  // namespace store
