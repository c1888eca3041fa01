// Compiles the tree of weighted means to linear forms and scores with integers only.
#include "evaluation/compiled_model.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

#include "base/contract.hpp"
#include "evaluation/level.hpp"

namespace evaluation {

namespace {

using base::Rational;

/// A node's figure as rational coefficients of its leaves.
using Coefficients = std::vector<std::pair<int, Rational>>;

std::vector<Coefficients> derive_coefficients(const model::Model& model) {
  std::vector<Coefficients> of_node(model.nodes.size());
  for (std::size_t i = model.nodes.size(); i-- > 0;) {
    const model::Node& node = model.nodes[i];
    if (node.indicator >= 0) {
      of_node[i] = {{node.indicator, Rational(1)}};
      continue;
    }
    Rational sum(0);
    for (const int child : node.children)
      sum += model.nodes[static_cast<std::size_t>(child)].weight;
    for (const int child : node.children)
      for (const auto& [leaf, coefficient] : of_node[static_cast<std::size_t>(child)])
        of_node[i].emplace_back(
            leaf, coefficient * model.nodes[static_cast<std::size_t>(child)].weight / sum);
  }
  return of_node;
}

/// The least common multiple of the denominators, where it fits comfortably.
std::optional<std::int64_t> common_denominator(const Coefficients& coefficients) {
  std::int64_t common = 1;
  for (const auto& [leaf, coefficient] : coefficients) {
    const auto fraction = coefficient.to_fraction();
    if (!fraction) return std::nullopt;
    const std::int64_t factor = fraction->second / std::gcd(common, fraction->second);
    if (__builtin_mul_overflow(common, factor, &common)) return std::nullopt;
  }
  return common;
}

}  // namespace

std::optional<CompiledModel> CompiledModel::compile(const model::Model& model) {
  CompiledModel compiled;
  compiled.scale_ = model.scale;
  compiled.indicator_count_ = model.indicators.size();
  const auto step = model.scale.step.to_fraction();
  const auto floor = model.scale.min.to_fraction();
  const auto top = model.scale.max.to_fraction();
  if (!step || !floor || !top) return std::nullopt;
  compiled.answer_denominator_ = std::lcm(step->second, floor->second);
  compiled.floor_ = floor->first * (compiled.answer_denominator_ / floor->second);
  compiled.level_ = compiled.answer_denominator_;
  const Rational answer_max = std::max(model.scale.max, Rational(0) - model.scale.min) *
                              Rational(compiled.answer_denominator_);
  for (const auto& coefficients : derive_coefficients(model)) {
    const auto denominator = common_denominator(coefficients);
    if (!denominator) return std::nullopt;
    Form form;
    form.first_term = compiled.terms_.size();
    Rational bound(0);
    for (const auto& [leaf, coefficient] : coefficients) {
      const auto scaled = (coefficient * Rational(*denominator)).to_integer();
      if (!scaled) return std::nullopt;
      compiled.terms_.push_back({*scaled, leaf});
      bound += Rational(*scaled) * answer_max;
    }
    form.end_term = compiled.terms_.size();
    if (bound > Rational(INT64_MAX)) return std::nullopt;
    if (__builtin_mul_overflow(*denominator, compiled.answer_denominator_, &form.denominator))
      return std::nullopt;
    compiled.forms_.push_back(form);
  }
  return compiled;
}

std::optional<std::int64_t> CompiledModel::scale_answer(const Rational& value) const {
  if (!model::is_on_scale(scale_, value)) return std::nullopt;
  return (value * Rational(answer_denominator_)).to_integer();
}

void CompiledModel::score(std::span<const std::int64_t> answers,
                          std::span<Fraction> figures) const {
  ASSERT(answers.size() == indicator_count_ && figures.size() == forms_.size());
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    const Form& form = forms_[i];
    std::int64_t sum = 0;
    for (std::size_t k = form.first_term; k < form.end_term; ++k)
      sum += terms_[k].coefficient * answers[static_cast<std::size_t>(terms_[k].indicator)];
    figures[i] = {sum, form.denominator};
  }
}

std::optional<PreparedDossier> CompiledModel::prepare(const model::Model& model,
                                                      const assessment::Dossier& dossier) const {
  PreparedDossier prepared;
  for (const IndicatorResult& result : derive_indicator_levels(model, dossier, Method{})) {
    if (!result.claimed) return std::nullopt;
    const auto steps = (*result.claimed - model.scale.min).to_integer();
    if (!steps || result.standings.size() > 64) return std::nullopt;
    PreparedIndicator indicator;
    indicator.claimed_steps = static_cast<int>(*steps);
    // Without a rule of levels every claim stands.
    if (result.standings.empty()) indicator.checks_met = indicator.evidence_met = ~std::uint64_t{0};
    for (std::size_t i = 0; i < result.standings.size(); ++i) {
      indicator.checks_met |= std::uint64_t{result.standings[i].checks_met()} << i;
      indicator.evidence_met |= std::uint64_t{result.standings[i].evidence_met()} << i;
    }
    prepared.indicators.push_back(indicator);
  }
  return prepared;
}

void CompiledModel::score_prepared(const PreparedDossier& dossier,
                                   std::span<std::int64_t> answers,
                                   std::span<Fraction> figures) const {
  ASSERT(dossier.indicators.size() == indicator_count_ && answers.size() == indicator_count_);
  for (std::size_t i = 0; i < dossier.indicators.size(); ++i) {
    const PreparedIndicator& indicator = dossier.indicators[i];
    const int standing = std::countr_one(indicator.checks_met & indicator.evidence_met);
    answers[i] = floor_ + std::min(indicator.claimed_steps, standing) * level_;
  }
  score(answers, figures);
}

}  // namespace evaluation
