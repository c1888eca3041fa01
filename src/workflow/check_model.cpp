// Parses, checks, and recomputes the figures that the model itself promises.
#include "workflow/check_model.hpp"

#include <algorithm>
#include <tuple>

#include "evaluation/evaluation.hpp"
#include "evaluation/level.hpp"
#include "model/check_model.hpp"

namespace workflow {

namespace {

using base::Rational;
using model::Finding;
using model::Model;
using model::VectorCase;

std::vector<std::optional<Rational>> compute(const Model& model, const VectorCase& vector) {
  if (!vector.nodes.empty()) {
    std::vector<std::pair<int, Rational>> given;
    given.reserve(vector.nodes.size());
    for (const auto& [code, value] : vector.nodes)
      given.emplace_back(*model::find_node(model, code), value);
    return evaluation::combine_given(model, given);
  }
  assessment::Dossier dossier;
  for (const auto& [code, value] : vector.answers) {
    assessment::Rating rating;
    const int indicator = *model::find_indicator(model, code);
    rating.indicator_code =
        model.nodes[static_cast<std::size_t>(model.leaves[static_cast<std::size_t>(indicator)])]
            .code;
    rating.rater = "vector";
    rating.answer = {assessment::Outcome::answered, value, {}};
    dossier.ratings.push_back(std::move(rating));
  }
  const evaluation::Method method{evaluation::Purpose::working, evaluation::Gate::claims_only, {}};
  std::vector<std::optional<Rational>> values;
  for (const auto& node : evaluation::evaluate(model, dossier, method).nodes)
    values.push_back(node.value);
  return values;
}

void run_vector(const Model& model, const VectorCase& vector, std::vector<Finding>& findings) {
  const auto values = compute(model, vector);
  const auto add = [&](const char* id,
                       const std::string& code,
                       const std::string& expected,
                       const std::string& computed) {
    findings.push_back(
        {model::Severity::error,
         vector.file,
         vector.line,
         id,
         {{"name", vector.name}, {"code", code}, {"expected", expected}, {"computed", computed}}});
  };
  for (const auto& [code, expected] : vector.expect) {
    const auto& value = values[static_cast<std::size_t>(*model::find_node(model, code))];
    if (value != expected)
      add("model.vector_differs", code, expected.to_string(), value ? value->to_string() : "");
  }
  if (vector.predicate.empty()) return;
  const model::BandList* list = model::find_band_list(model, "predicate");
  const model::Band* band =
      list != nullptr && values[0] ? model::find_band(*list, *values[0]) : nullptr;
  const std::string computed = band != nullptr ? band->name.id : "";
  if (computed != vector.predicate)
    add("model.vector_differs", "predicate", vector.predicate, computed);
}

}  // namespace

std::vector<Finding> check_model(const model::ModelFiles& files) {
  auto parsed = model::parse_model(files);
  auto& findings = parsed.findings;
  if (parsed.usable()) {
    auto more = model::check_model(*parsed.model);
    findings.insert(findings.end(), more.begin(), more.end());
  }
  if (parsed.usable())
    for (const VectorCase& vector : parsed.model->vectors)
      run_vector(*parsed.model, vector, findings);
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.file, a.line) < std::tie(b.file, b.line);
  });
  return std::move(findings);
}

}  // namespace workflow
