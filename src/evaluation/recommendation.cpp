// Collects the steps, links them by their prerequisites, and puts them in order.
#include "evaluation/recommendation.hpp"

#include <algorithm>
#include <map>

#include "evaluation/indicator_index.hpp"
#include "evaluation/share.hpp"

namespace evaluation {

namespace {

using base::Rational;

/// A step of the plan while it is made.
struct Step {
  int indicator = 0;
  int advice = 0;
  Rational worth;  ///< of its own gap, or of the best step that it opens
  bool closes_gap = false;
  std::vector<int> opens;  ///< positions of the steps that wait for this one
  int waiting_for = 0;     ///< how many planned steps must come first
  std::vector<model::Prerequisite> unmet;
};

class Planner {
 public:
  Planner(const model::Model& model, const std::vector<IndicatorResult>& indicators)
      : model_(model), indicators_(indicators), index_(model), plan_(model.indicators.size()) {}

  /// Plans the advice of an indicator up to a level; what it needs is planned as well.
  void plan_to(int indicator, const Rational& level, const Rational& worth) {
    std::vector<std::pair<int, Rational>> wanted = {{indicator, level}};
    while (!wanted.empty()) {
      const auto [current, target] = wanted.back();
      wanted.pop_back();
      const auto& effective = indicators_[static_cast<std::size_t>(current)].effective;
      if (!effective) continue;
      const auto& advice = model_.indicators[static_cast<std::size_t>(current)].advice;
      for (std::size_t i = 0; i < advice.size(); ++i) {
        if (Rational(advice[i].to) <= *effective || Rational(advice[i].to) > target) continue;
        Step& step = find_or_add(current, static_cast<int>(i), wanted);
        if (current != indicator || Rational(advice[i].to) > level) continue;
        step.closes_gap = true;
        step.worth = worth;
      }
    }
  }

  std::vector<Step> take_linked() {
    for (std::size_t i = 0; i < steps_.size(); ++i) link(static_cast<int>(i));
    inherit_worth();
    return std::move(steps_);
  }

 private:
  Step& find_or_add(int indicator, int advice, std::vector<std::pair<int, Rational>>& wanted) {
    auto& planned = plan_[static_cast<std::size_t>(indicator)];
    for (const int position : planned)
      if (steps_[static_cast<std::size_t>(position)].advice == advice)
        return steps_[static_cast<std::size_t>(position)];
    planned.push_back(static_cast<int>(steps_.size()));
    Step step;
    step.indicator = indicator;
    step.advice = advice;
    for (const auto& need : advice_of(step).needs) {
      const auto other = index_.find(need.indicator);
      if (!other) continue;
      const auto& effective = indicators_[static_cast<std::size_t>(*other)].effective;
      if (effective && *effective >= Rational(need.level)) continue;
      step.unmet.push_back(need);
      wanted.emplace_back(*other, Rational(need.level));
    }
    return steps_.emplace_back(std::move(step));
  }

  [[nodiscard]] const model::Advice& advice_of(const Step& step) const {
    return model_.indicators[static_cast<std::size_t>(step.indicator)]
        .advice[static_cast<std::size_t>(step.advice)];
  }

  /// A step waits for the earlier steps of its own indicator and for the planned steps of its
  /// prerequisites.
  void link(int position) {
    const auto waits_for = [&](int indicator, int level_below, bool inclusive) {
      for (const int other : plan_[static_cast<std::size_t>(indicator)]) {
        const int to = advice_of(steps_[static_cast<std::size_t>(other)]).to;
        if (other == position || to > level_below || (to == level_below && !inclusive)) continue;
        steps_[static_cast<std::size_t>(other)].opens.push_back(position);
        ++steps_[static_cast<std::size_t>(position)].waiting_for;
      }
    };
    const Step& step = steps_[static_cast<std::size_t>(position)];
    waits_for(step.indicator, advice_of(step).to, false);
    for (const auto& need : std::vector(step.unmet))
      if (const auto other = index_.find(need.indicator)) waits_for(*other, need.level, true);
  }

  /// Gives each step the largest worth among the steps that it opens, directly or through others.
  void inherit_worth() {
    for (bool changed = true; changed;) {
      changed = false;
      for (Step& step : steps_)
        for (const int later : step.opens)
          if (steps_[static_cast<std::size_t>(later)].worth > step.worth) {
            step.worth = steps_[static_cast<std::size_t>(later)].worth;
            changed = true;
          }
    }
  }

  const model::Model& model_;
  const std::vector<IndicatorResult>& indicators_;
  IndicatorIndex index_;
  std::vector<std::vector<int>> plan_;  ///< per indicator: positions of its planned steps
  std::vector<Step> steps_;
};

/// Positions of the steps in the order to do them.
std::vector<int> put_in_order(const model::Model& model, std::vector<Step>& steps) {
  const auto advice_of = [&](const Step& step) -> const model::Advice& {
    return model.indicators[static_cast<std::size_t>(step.indicator)]
        .advice[static_cast<std::size_t>(step.advice)];
  };
  const auto comes_later = [&](int a, int b) {
    const Step& x = steps[static_cast<std::size_t>(a)];
    const Step& y = steps[static_cast<std::size_t>(b)];
    if (x.worth != y.worth) return x.worth < y.worth;
    const auto& p = advice_of(x);
    const auto& q = advice_of(y);
    if (p.effort != q.effort) return p.effort > q.effort;
    if (p.months != q.months) return p.months > q.months;
    if (x.indicator != y.indicator) return x.indicator > y.indicator;
    return p.to > q.to;
  };
  std::vector<int> ready;
  for (std::size_t i = 0; i < steps.size(); ++i)
    if (steps[i].waiting_for == 0) ready.push_back(static_cast<int>(i));
  std::make_heap(ready.begin(), ready.end(), comes_later);
  std::vector<int> order;
  while (!ready.empty()) {
    std::pop_heap(ready.begin(), ready.end(), comes_later);
    const int next = ready.back();
    ready.pop_back();
    order.push_back(next);
    for (const int later : steps[static_cast<std::size_t>(next)].opens) {
      if (--steps[static_cast<std::size_t>(later)].waiting_for > 0) continue;
      ready.push_back(later);
      std::push_heap(ready.begin(), ready.end(), comes_later);
    }
  }
  return order;
}

}  // namespace

std::vector<Recommendation> recommend(const model::Model& model,
                                      const std::vector<NodeResult>& nodes,
                                      const std::vector<IndicatorResult>& indicators,
                                      const std::vector<Gap>& gaps) {
  Planner planner(model, indicators);
  for (const Gap& gap : gaps)
    if (!gap.not_rated) planner.plan_to(gap.indicator, gap.target, gap.distance * gap.share);
  auto steps = planner.take_linked();
  const auto shares = derive_shares(model, nodes, ShareOf::applicable);
  std::vector<Rational> reached(model.indicators.size());
  for (std::size_t i = 0; i < reached.size(); ++i)
    reached[i] = indicators[i].effective.value_or(model.scale.min);
  std::vector<Recommendation> plan;
  for (const int position : put_in_order(model, steps)) {
    const Step& step = steps[static_cast<std::size_t>(position)];
    const auto indicator = static_cast<std::size_t>(step.indicator);
    const auto& advice = model.indicators[indicator].advice[static_cast<std::size_t>(step.advice)];
    Recommendation& recommendation = plan.emplace_back();
    recommendation.indicator = step.indicator;
    recommendation.advice = step.advice;
    recommendation.from = static_cast<int>(reached[indicator].to_double());
    recommendation.to = advice.to;
    recommendation.gain = shares[indicator] * (Rational(advice.to) - reached[indicator]);
    recommendation.closes_gap = step.closes_gap;
    recommendation.waits_for = step.unmet;
    reached[indicator] = Rational(advice.to);
  }
  return plan;
}

}  // namespace evaluation
