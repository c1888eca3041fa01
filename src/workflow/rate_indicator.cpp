// Checks a rating against the model before it is kept.
#include "workflow/rate_indicator.hpp"

#include <algorithm>

#include "codec/csv.hpp"

namespace workflow {

namespace {

using assessment::Outcome;
using base::ErrorKind;
using base::fail;

base::Result<base::Rational> read_value(const model::Model& model,
                                        const std::string& code,
                                        const std::string& text) {
  if (text.empty()) return fail(ErrorKind::invalid, "rating.value_missing", {{"indicator", code}});
  // A person types one number: a comma in it is a decimal comma, as in a quoted cell.
  const auto number = codec::parse_csv_number({text, true}, ',');
  if (number.reading != codec::NumberReading::number)
    return fail(
        ErrorKind::invalid, "rating.value_not_a_number", {{"indicator", code}, {"value", text}});
  if (!model::is_on_scale(model.scale, number.value))
    return fail(ErrorKind::invalid,
                "rating.off_scale",
                {{"indicator", code},
                 {"value", text},
                 {"min", base::format_decimal_trimmed(model.scale.min, 4)},
                 {"max", base::format_decimal_trimmed(model.scale.max, 4)},
                 {"step", base::format_decimal_trimmed(model.scale.step, 4)}});
  return number.value;
}

base::Result<void> check_checks(const model::Indicator& indicator,
                                const std::string& code,
                                const std::vector<std::string>& checks) {
  for (const auto& check : checks) {
    std::string known;
    bool found = false;
    for (const auto& [level, list] : indicator.checks)
      for (const auto& one : list) {
        known += (known.empty() ? "" : ", ") + one.code;
        found = found || one.code == check;
      }
    if (!found)
      return fail(ErrorKind::invalid,
                  "rating.check_unknown",
                  {{"indicator", code}, {"check", check}, {"known", known}});
  }
  return {};
}

base::Result<assessment::Answer> read_answer(const model::Model& model,
                                             const RateRequest& request,
                                             const std::string& code) {
  assessment::Answer answer;
  answer.outcome = request.outcome;
  answer.reason = request.reason;
  if (request.outcome == Outcome::answered)
    answer.value = TRY(read_value(model, code, request.value));
  if (request.outcome != Outcome::not_applicable) return answer;
  if (model.policies.not_applicable == model::ApplicabilityPolicy::forbidden)
    return fail(ErrorKind::invalid,
                "rating.not_applicable_forbidden",
                {{"indicator", code}, {"model", model.id}});
  if (request.reason.find_first_not_of(" \t\r\n") == std::string::npos)
    return fail(ErrorKind::invalid, "rating.reason_missing", {{"indicator", code}});
  return answer;
}

}  // namespace

base::Result<assessment::Rating> to_rating(const model::Model& model,
                                           const RateRequest& request,
                                           const Context& context) {
  assessment::Rating rating;
  rating.indicator_code = TRY(require_indicator(model, request.indicator));
  if (request.rater.empty())
    return fail(ErrorKind::invalid, "rating.rater_missing", {{"indicator", rating.indicator_code}});
  const auto& indicator = model.indicators[static_cast<std::size_t>(
      *model::find_indicator(model, rating.indicator_code))];
  rating.rater = request.rater;
  rating.stage = request.stage;
  rating.withdrawn = request.withdraw;
  if (!request.withdraw) {
    rating.answer = TRY(read_answer(model, request, rating.indicator_code));
    TRY(check_checks(indicator, rating.indicator_code, request.checks));
    rating.checks = request.checks;
  }
  if (request.confidence && (*request.confidence < 1 || *request.confidence > 5))
    return fail(
        ErrorKind::invalid,
        "rating.confidence_off_scale",
        {{"indicator", rating.indicator_code}, {"value", std::to_string(*request.confidence)}});
  rating.confidence = request.confidence;
  rating.because = request.because;
  rating.rated_at = context.clock();
  return rating;
}

base::Result<assessment::Rating> rate_indicator(Workspace& workspace,
                                                const RateRequest& request,
                                                const Context& context) {
  auto rating = TRY(to_rating(workspace.model, request, context));
  if (rating.withdrawn) {
    const auto dossier = TRY(workspace.store.load_dossier(workspace.assessment.id));
    const auto last =
        std::find_if(dossier.ratings.rbegin(), dossier.ratings.rend(), [&](const auto& earlier) {
          return earlier.indicator_code == rating.indicator_code && earlier.rater == rating.rater &&
                 earlier.stage == rating.stage;
        });
    if (last == dossier.ratings.rend() || last->withdrawn)
      return fail(ErrorKind::not_found,
                  "rating.nothing_to_withdraw",
                  {{"indicator", rating.indicator_code}, {"rater", rating.rater}});
  }
  TRY(workspace.store.add_ratings(workspace.assessment.id, {rating}));
  return rating;
}

}  // namespace workflow
