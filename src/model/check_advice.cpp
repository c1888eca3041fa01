// Looks at each step of advice, then for a step that waits for itself.
#include "model/check_advice.hpp"

#include <algorithm>
#include <map>

#include "base/rational.hpp"

namespace model {

namespace {

using Findings = std::vector<Finding>;

void add(Findings& findings,
         const Node& node,
         std::string id,
         std::vector<base::Parameter> parameters,
         int line) {
  findings.push_back({Severity::error, node.file, line, std::move(id), std::move(parameters)});
}

void check_steps(const Model& model,
                 const Node& node,
                 const Indicator& indicator,
                 Findings& findings) {
  const auto levels = levels_of(model.scale);
  int previous = 0;
  for (const Advice& advice : indicator.advice) {
    const bool known = std::find(levels.begin(), levels.end(), advice.to) != levels.end();
    if (!known || advice.to == levels.front())
      add(findings,
          node,
          "model.level_off_scale",
          {{"code", node.code}, {"key", "advice"}, {"level", std::to_string(advice.to)}},
          advice.line);
    if (advice.to <= previous)
      add(findings,
          node,
          "model.advice_order",
          {{"code", node.code}, {"level", std::to_string(advice.to)}},
          advice.line);
    previous = advice.to;
    if (advice.months < 0)
      add(findings, node, "model.months_negative", {{"code", node.code}}, advice.line);
    for (const Prerequisite& need : advice.needs) {
      const auto other = find_indicator(model, need.indicator);
      if (!other ||
          model.nodes[static_cast<std::size_t>(model.leaves[static_cast<std::size_t>(*other)])]
                  .code != need.indicator)
        add(findings,
            node,
            "model.need_unknown",
            {{"code", node.code}, {"need", need.indicator}},
            advice.line);
      if (std::find(levels.begin(), levels.end(), need.level) == levels.end())
        add(findings,
            node,
            "model.level_off_scale",
            {{"code", node.code}, {"key", "needs"}, {"level", std::to_string(need.level)}},
            advice.line);
    }
  }
}

/// A step of advice as a point of the graph of prerequisites.
using Step = std::pair<int, int>;  // indicator, level

/// Depth-first search for a step that waits for itself.
class CycleSearch {
 public:
  explicit CycleSearch(const Model& model) : model_(model) {}

  // NOLINTNEXTLINE(misc-no-recursion): the depth is bounded by the number of steps in the model
  bool reaches_itself(const Step& step) {
    const auto [entry, fresh] = states_.emplace(step, State::open);
    if (!fresh) return entry->second == State::open;
    for (const Step& next : steps_before(step))
      if (reaches_itself(next)) return true;
    states_[step] = State::done;
    return false;
  }

 private:
  enum class State { open, done };

  [[nodiscard]] std::vector<Step> steps_before(const Step& step) const {
    std::vector<Step> before;
    const auto& [indicator, level] = step;
    for (const Advice& advice : model_.indicators[static_cast<std::size_t>(indicator)].advice) {
      if (advice.to < level) before.emplace_back(indicator, advice.to);
      if (advice.to != level) continue;
      for (const Prerequisite& need : advice.needs)
        if (const auto other = find_indicator(model_, need.indicator))
          before.emplace_back(*other, need.level);
    }
    return before;
  }

  const Model& model_;
  std::map<Step, State> states_;
};

void check_cycles(const Model& model, Findings& findings) {
  CycleSearch search(model);
  for (std::size_t i = 0; i < model.indicators.size(); ++i)
    for (const Advice& advice : model.indicators[i].advice) {
      if (!search.reaches_itself({static_cast<int>(i), advice.to})) continue;
      const Node& node = model.nodes[static_cast<std::size_t>(model.leaves[i])];
      add(findings,
          node,
          "model.advice_cycle",
          {{"code", node.code}, {"level", std::to_string(advice.to)}},
          advice.line);
      return;
    }
}

}  // namespace

std::vector<Finding> check_advice(const Model& model) {
  Findings findings;
  for (std::size_t i = 0; i < model.indicators.size(); ++i)
    check_steps(model,
                model.nodes[static_cast<std::size_t>(model.leaves[i])],
                model.indicators[i],
                findings);
  check_cycles(model, findings);
  return findings;
}

}  // namespace model
