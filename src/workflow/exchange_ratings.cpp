// Reads and writes indicator,rater,stage,value,outcome,reason,because,confidence,checks.
#include "workflow/exchange_ratings.hpp"

#include <array>
#include <map>
#include <sstream>
#include <tuple>

#include "assessment/names.hpp"
#include "workflow/rate_indicator.hpp"

namespace workflow {

namespace {

using assessment::Rating;
using base::ErrorKind;
using base::fail;

constexpr std::array<std::string_view, 9> columns = {
    "indicator", "rater", "stage", "value", "outcome", "reason", "because", "confidence", "checks"};
constexpr std::array<std::string_view, 2> required = {"indicator", "rater"};

base::Result<std::optional<int>> read_confidence(const std::string& text) {
  if (text.empty()) return std::optional<int>{};
  const auto number = base::parse_rational(text);
  const auto whole = number ? number->to_integer() : std::nullopt;
  if (!whole || *whole < 1 || *whole > 5)
    return fail(
        ErrorKind::invalid, "rating.confidence_off_scale", {{"indicator", ""}, {"value", text}});
  return std::optional<int>{static_cast<int>(*whole)};
}

base::Result<Rating> read_row(const model::Model& model,
                              const NamedRow& row,
                              const Context& context) {
  const auto& cells = row.cells;
  RateRequest request;
  request.indicator = cells[0];
  request.rater = cells[1];
  const auto stage = assessment::parse_stage(cells[2].empty() ? "self" : cells[2]);
  if (!stage) return fail(ErrorKind::invalid, "rating.stage_unknown", {{"stage", cells[2]}});
  request.stage = *stage;
  request.value = cells[3];
  const auto outcome = assessment::parse_outcome(cells[4].empty() ? "answered" : cells[4]);
  if (!outcome) return fail(ErrorKind::invalid, "rating.outcome_unknown", {{"outcome", cells[4]}});
  request.outcome = *outcome;
  request.reason = cells[5];
  request.because = cells[6];
  request.confidence = TRY(read_confidence(cells[7]));
  std::istringstream words(cells[8]);
  for (std::string word; words >> word;) request.checks.push_back(word);
  return to_rating(model, request, context);
}

using Key = std::tuple<std::string, std::string, assessment::Stage>;

/// The latest entry of each rater, indicator and stage.
std::map<Key, Rating> latest_entries(const assessment::Dossier& dossier) {
  std::map<Key, Rating> latest;
  for (const Rating& rating : dossier.ratings)
    latest[{rating.indicator_code, rating.rater, rating.stage}] = rating;
  return latest;
}

bool says_the_same(const Rating& a, const Rating& b) {
  return a.answer == b.answer && a.withdrawn == b.withdrawn && a.checks == b.checks &&
         a.because == b.because && a.confidence == b.confidence;
}

}  // namespace

base::Result<ImportedRows> import_ratings(Workspace& workspace,
                                          std::string_view csv,
                                          const Context& context) {
  return import_rating_rows(workspace, TRY(read_named_rows(csv, columns, required)), context);
}

base::Result<ImportedRows> import_rating_rows(Workspace& workspace,
                                              const std::vector<NamedRow>& rows,
                                              const Context& context) {
  const auto dossier = TRY(workspace.store.load_dossier(workspace.assessment.id));
  auto latest = latest_entries(dossier);
  ImportedRows result;
  std::vector<Rating> ratings;
  for (const NamedRow& row : rows) {
    auto rating = read_row(workspace.model, row, context);
    if (!rating) {
      result.problems.push_back({row.line, rating.error()});
      continue;
    }
    const Key key{rating->indicator_code, rating->rater, rating->stage};
    const auto earlier = latest.find(key);
    if (earlier != latest.end() && says_the_same(earlier->second, *rating)) {
      ++result.unchanged;
      continue;
    }
    latest[key] = *rating;
    ratings.push_back(*std::move(rating));
  }
  if (!result.problems.empty()) return result;
  TRY(workspace.store.add_ratings(workspace.assessment.id, ratings));
  result.added = static_cast<int>(ratings.size());
  return result;
}

base::Result<std::string> export_ratings(Workspace& workspace) {
  const auto dossier = TRY(workspace.store.load_dossier(workspace.assessment.id));
  const auto latest = latest_entries(dossier);
  std::string csv = format_row({columns.begin(), columns.end()});
  for (const int leaf : workspace.model.leaves) {
    const auto& code = workspace.model.nodes[static_cast<std::size_t>(leaf)].code;
    for (auto entry = latest.lower_bound({code, "", assessment::Stage::self});
         entry != latest.end() && std::get<0>(entry->first) == code;
         ++entry) {
      const Rating& rating = entry->second;
      if (rating.withdrawn) continue;
      std::string checks;
      for (const auto& check : rating.checks) checks += (checks.empty() ? "" : " ") + check;
      csv += format_row(
          {code,
           rating.rater,
           std::string(assessment::format_stage(rating.stage)),
           rating.answer.value ? base::format_decimal_trimmed(*rating.answer.value, 12) : "",
           std::string(assessment::format_outcome(rating.answer.outcome)),
           rating.answer.reason,
           rating.because,
           rating.confidence ? std::to_string(*rating.confidence) : "",
           checks});
    }
  }
  return csv;
}

}  // namespace workflow
