// Loads the dossier, calls evaluate, and writes the result down field by field.
#include "workflow/evaluate_assessment.hpp"

#include "assessment/names.hpp"
#include "base/digest.hpp"
#include "workflow/exchange_evidence.hpp"
#include "workflow/exchange_ratings.hpp"

namespace workflow {

namespace {

using base::Rational;
using codec::Value;

constexpr int exact_digits = 12;

Value text_or_null(const std::optional<std::string>& text) {
  return text ? Value::of_text(*text) : Value();
}

std::string decimal(const Rational& value) {
  return base::format_decimal_trimmed(value, exact_digits);
}

/// The three spellings of a figure.
void add_figure(Value& mapping, const model::Model& model, const std::optional<Rational>& value) {
  std::optional<std::string> exact;
  std::optional<std::string> decimals;
  std::optional<std::string> rounded;
  if (value) {
    exact = value->to_string();
    decimals = decimal(*value);
    rounded = base::format_decimal(*value, model.rounding.digits, model.rounding.mode);
  }
  mapping.add("exact", text_or_null(exact));
  mapping.add("decimal", text_or_null(decimals));
  mapping.add("rounded", text_or_null(rounded));
}

Value describe_completeness(const evaluation::Completeness& completeness) {
  return Value::of_text(std::to_string(completeness.answered) + "/" +
                        std::to_string(completeness.applicable));
}

Value describe_band(const model::Model& model,
                    const evaluation::Evaluation& evaluation,
                    std::string_view code) {
  for (const auto& result : evaluation.bands) {
    const auto& list = model.band_lists[static_cast<std::size_t>(result.list)];
    if (list.code == code && result.band)
      return Value::of_text(list.bands[static_cast<std::size_t>(*result.band)].name.id);
  }
  return {};
}

Value describe_index(const model::Model& model, const evaluation::Evaluation& evaluation) {
  const auto& result = evaluation.nodes.front();
  Value index = Value::of_mapping();
  add_figure(index, model, result.value);
  index.add("predicate", describe_band(model, evaluation, "predicate"));
  index.add("readiness", describe_band(model, evaluation, "readiness"));
  index.add("completeness", describe_completeness(result.completeness));
  index.add("provisional", Value::of_boolean(result.provisional));
  index.add("blocked", Value::of_boolean(result.blocked));
  return index;
}

Value describe_node(const model::Model& model,
                    const evaluation::Evaluation& evaluation,
                    int position) {
  const auto& node = model.nodes[static_cast<std::size_t>(position)];
  const auto& result = evaluation.nodes[static_cast<std::size_t>(position)];
  const auto* kind = model::find_node_kind(model, node);
  Value value = Value::of_mapping();
  value.add("code", Value::of_text(node.code));
  value.add("kind", Value::of_text(kind == nullptr ? "" : kind->code));
  add_figure(value, model, result.value);
  const auto level =
      node.indicator >= 0 && result.value ? result.value->to_integer() : std::nullopt;
  value.add("level", level ? Value::of_integer(*level) : Value());
  value.add("claimed",
            text_or_null(result.claimed ? std::optional(decimal(*result.claimed)) : std::nullopt));
  value.add("completeness", describe_completeness(result.completeness));
  value.add("outcome", Value::of_text(std::string(assessment::format_outcome(result.outcome))));
  Value flags = Value::of_sequence();
  const auto flag = [&](bool raised, const char* name) {
    if (raised) flags.items.push_back(Value::of_text(name));
  };
  if (node.indicator >= 0) {
    const auto& indicator = evaluation.indicators[static_cast<std::size_t>(node.indicator)];
    flag(indicator.insufficient_evidence, "insufficient_evidence");
    flag(indicator.checks_missing, "checks_missing");
  }
  flag(result.provisional, "provisional");
  flag(result.blocked, "blocked");
  value.add("flags", std::move(flags));
  return value;
}

const std::string& code_of(const model::Model& model, int indicator) {
  return model.nodes[static_cast<std::size_t>(model.leaves[static_cast<std::size_t>(indicator)])]
      .code;
}

Value describe_gap(const model::Model& model, const evaluation::Gap& gap) {
  Value value = Value::of_mapping();
  value.add("indicator", Value::of_text(code_of(model, gap.indicator)));
  value.add("target", Value::of_text(decimal(gap.target)));
  value.add("effective", gap.not_rated ? Value() : Value::of_text(decimal(gap.effective)));
  value.add("distance", Value::of_text(decimal(gap.distance)));
  value.add("share", Value::of_text(gap.share.to_string()));
  value.add("not_rated", Value::of_boolean(gap.not_rated));
  return value;
}

Value describe_recommendation(const model::Model& model, const evaluation::Recommendation& step) {
  const auto& advice = model.indicators[static_cast<std::size_t>(step.indicator)]
                           .advice[static_cast<std::size_t>(step.advice)];
  Value value = Value::of_mapping();
  value.add("indicator", Value::of_text(code_of(model, step.indicator)));
  value.add("from", Value::of_integer(step.from));
  value.add("to", Value::of_integer(step.to));
  value.add("gain", Value::of_text(step.gain.to_string()));
  value.add("closes_gap", Value::of_boolean(step.closes_gap));
  value.add("months", Value::of_integer(advice.months));
  Value action = Value::of_mapping();
  action.add("id", Value::of_text(advice.action.id));
  action.add("en", Value::of_text(advice.action.en));
  value.add("do", std::move(action));
  Value needs = Value::of_sequence();
  for (const auto& need : step.waits_for) {
    Value one = Value::of_mapping();
    one.add("indicator", Value::of_text(need.indicator));
    one.add("level", Value::of_integer(need.level));
    needs.items.push_back(std::move(one));
  }
  value.add("needs", std::move(needs));
  return value;
}

}  // namespace

base::Result<EvaluatedDossier> evaluate_assessment(Workspace& workspace,
                                                   const evaluation::Method& method) {
  EvaluatedDossier result;
  result.dossier = TRY(workspace.store.load_dossier(workspace.assessment.id));
  result.evaluation = evaluation::evaluate(workspace.model, result.dossier, method);
  return result;
}

Value describe_evaluation(const model::Model& model,
                          const assessment::Assessment& assessment,
                          const evaluation::Evaluation& evaluation) {
  Value value = Value::of_mapping();
  value.add("schema", Value::of_text("jenjang-evaluation/1"));
  value.add("model", Value::of_text(model.id + "@" + model.version));
  value.add("organization", Value::of_text(assessment.organization));
  value.add("period", Value::of_text(assessment.period));
  value.add("index", describe_index(model, evaluation));
  Value& nodes = value.add("nodes", Value::of_sequence());
  for (std::size_t i = 1; i < model.nodes.size(); ++i)
    nodes.items.push_back(describe_node(model, evaluation, static_cast<int>(i)));
  Value& gaps = value.add("gaps", Value::of_sequence());
  for (const auto& gap : evaluation.gaps) gaps.items.push_back(describe_gap(model, gap));
  Value& recommendations = value.add("recommendations", Value::of_sequence());
  for (const auto& step : evaluation.recommendations)
    recommendations.items.push_back(describe_recommendation(model, step));
  return value;
}

base::Result<std::string> digest_dossier(Workspace& workspace) {
  std::string text = TRY(export_ratings(workspace));
  text += TRY(export_evidence(workspace));
  const auto sources = TRY(workspace.store.load_sources(workspace.assessment.id));
  const auto dossier = TRY(workspace.store.load_dossier(workspace.assessment.id));
  for (const auto& coding : dossier.codebook.codings)
    if (!coding.taken_back) text.append(coding.id).append(" ").append(coding.code).append("\n");
  for (const auto& source : sources) text += source.code + " " + source.digest + "\n";
  return base::sha256(text);
}

}  // namespace workflow
