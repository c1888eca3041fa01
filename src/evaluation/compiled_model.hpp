// A model as integers over one denominator per node: the same levels and figures as evaluate, for
// many assessments at once.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "evaluation/results.hpp"

namespace evaluation {

/// A figure as an unreduced fraction; the denominator is positive.
struct Fraction {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;

  [[nodiscard]] base::Rational to_rational() const { return {numerator, denominator}; }
};

/// One indicator of a prepared dossier. Bit n stands for the (n+2)nd level of the scale; set: the
/// condition holds.
struct PreparedIndicator {
  int claimed_steps = 0;  ///< the claim in whole levels above the lowest
  std::uint64_t checks_met = 0;
  std::uint64_t evidence_met = 0;
};

/// What a dossier comes down to when every indicator has a claim of a whole level.
struct PreparedDossier {
  std::vector<PreparedIndicator> indicators;
};

/// Each node of a model as one linear form of its leaves' answers. Compiled once; proven from the
/// scale's bounds not to overflow 64 bits.
class CompiledModel {
 public:
  /// Empty where some form would not fit 64 bits; evaluate serves then.
  static std::optional<CompiledModel> compile(const model::Model& model);

  /// A claim as the integer that the forms take; empty off the scale.
  [[nodiscard]] std::optional<std::int64_t> scale_answer(const base::Rational& value) const;

  /// The figures of all nodes in the model's order when every leaf is answered; one scaled answer
  /// per indicator.
  void score(std::span<const std::int64_t> answers, std::span<Fraction> figures) const;

  /// What `score_prepared` needs of a dossier; empty when an answer is missing or no whole level.
  [[nodiscard]] std::optional<PreparedDossier> prepare(const model::Model& model,
                                                       const assessment::Dossier& dossier) const;

  /// Levels, gate and all figures of a prepared dossier. `answers` and `figures` are room to work
  /// in, one place per indicator and node; the figures' first is the index.
  void score_prepared(const PreparedDossier& dossier,
                      std::span<std::int64_t> answers,
                      std::span<Fraction> figures) const;

  [[nodiscard]] std::size_t node_count() const { return forms_.size(); }

  [[nodiscard]] std::size_t indicator_count() const { return indicator_count_; }

 private:
  /// Σ coefficient × answer over these terms, over one denominator.
  struct Form {
    std::size_t first_term = 0;
    std::size_t end_term = 0;
    std::int64_t denominator = 1;
  };

  struct Term {
    std::int64_t coefficient = 0;
    std::int32_t indicator = 0;
  };

  std::vector<Form> forms_;
  std::vector<Term> terms_;
  std::size_t indicator_count_ = 0;
  std::int64_t answer_denominator_ = 1;  ///< a scaled answer is the value times this
  std::int64_t floor_ = 0;               ///< the lowest level, scaled
  std::int64_t level_ = 1;               ///< one whole level, scaled
  model::Scale scale_;
};

}  // namespace evaluation
