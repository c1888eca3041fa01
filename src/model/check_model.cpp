// Proves a model sound, one rule per function, in the order in which a person would look.
#include "model/check_model.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "model/check_advice.hpp"

namespace model {

namespace {

using base::Rational;
using Findings = std::vector<Finding>;

void add(Findings& findings,
         const Node& node,
         std::string id,
         std::vector<base::Parameter> parameters,
         int line = 0) {
  findings.push_back({Severity::error,
                      node.file,
                      line > 0 ? line : node.line,
                      std::move(id),
                      std::move(parameters)});
}

void add_main(Findings& findings,
              int line,
              std::string id,
              std::vector<base::Parameter> parameters) {
  findings.push_back({Severity::error, "model.yaml", line, std::move(id), std::move(parameters)});
}

std::string show(const Rational& value) {
  const std::string text = base::format_decimal_trimmed(value, 12);
  return base::parse_rational(text) == value ? text : value.to_string();
}

void check_identity(const Model& model, Findings& findings) {
  const auto is_id = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  if (model.id.empty() || model.id.size() > 64 ||
      !std::all_of(model.id.begin(), model.id.end(), is_id))
    add_main(findings, 0, "model.bad_id", {{"word", model.id}});
  const bool dots = std::count(model.version.begin(), model.version.end(), '.') == 2;
  const auto is_version = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
  if (!dots || !std::all_of(model.version.begin(), model.version.end(), is_version))
    add_main(findings, 0, "model.bad_version", {{"word", model.version}});
}

void check_scale(const Model& model, Findings& findings) {
  const Scale& scale = model.scale;
  if (scale.min >= scale.max || scale.step <= Rational(0) ||
      !((scale.max - scale.min) / scale.step).is_integer())
    add_main(findings,
             0,
             "model.bad_scale",
             {{"min", show(scale.min)}, {"max", show(scale.max)}, {"step", show(scale.step)}});
}

void check_codes(const Model& model, Findings& findings) {
  std::map<std::string, const Node*> seen;
  for (const Node& node : model.nodes) {
    if (node.code.empty()) continue;
    const auto [entry, fresh] = seen.emplace(fold_code(node.code), &node);
    if (!fresh)
      add(findings,
          node,
          "model.code_doubled",
          {{"code", node.code},
           {"first", entry->second->file + ":" + std::to_string(entry->second->line)}});
  }
}

void check_weights(const Model& model, Findings& findings) {
  for (const Node& node : model.nodes) {
    if (node.weight <= Rational(0))
      add(findings,
          node,
          "model.weight_not_positive",
          {{"code", node.code}, {"weight", show(node.weight)}});
    if (node.children.empty()) continue;
    const bool is_root = node.parent < 0;
    if (!is_root && model.weight_kind == WeightKind::relative) continue;
    if (is_root && !model.weight_total) continue;
    Rational sum(0);
    for (const int child : node.children)
      sum += model.nodes[static_cast<std::size_t>(child)].weight;
    const Rational expected = is_root ? *model.weight_total : node.weight;
    if (sum != expected)
      add(findings,
          node,
          "model.weights_do_not_sum",
          {{"code", node.code}, {"sum", show(sum)}, {"expected", show(expected)}});
  }
}

void check_band_pair(const Band& lower,
                     const Band& upper,
                     const std::string& list,
                     Findings& findings) {
  if (lower.max < upper.min)
    add_main(findings,
             upper.line,
             "model.band_gap",
             {{"list", list}, {"from", show(lower.max)}, {"to", show(upper.min)}});
  if (lower.max > upper.min)
    add_main(findings,
             upper.line,
             "model.band_overlap",
             {{"list", list}, {"from", show(upper.min)}, {"to", show(lower.max)}});
}

void check_bands(const Model& model, Findings& findings) {
  std::set<std::string> lists;
  for (const BandList& list : model.band_lists) {
    if (!lists.insert(list.code).second)
      add_main(findings, list.line, "model.band_list_doubled", {{"list", list.code}});
    if (list.bands.empty()) {
      add_main(findings, list.line, "model.band_list_empty", {{"list", list.code}});
      continue;
    }
    std::set<std::string> codes;
    for (std::size_t i = 0; i < list.bands.size(); ++i) {
      const Band& band = list.bands[i];
      if (!codes.insert(band.code).second)
        add_main(
            findings, band.line, "model.band_doubled", {{"list", list.code}, {"band", band.code}});
      if (band.min >= band.max)
        add_main(
            findings, band.line, "model.band_empty", {{"list", list.code}, {"band", band.code}});
      if (i > 0) check_band_pair(list.bands[i - 1], band, list.code, findings);
    }
    if (list.bands.front().min > model.scale.min)
      add_main(findings,
               list.bands.front().line,
               "model.band_gap",
               {{"list", list.code},
                {"from", show(model.scale.min)},
                {"to", show(list.bands.front().min)}});
    if (list.bands.back().max < model.scale.max)
      add_main(findings,
               list.bands.back().line,
               "model.band_gap",
               {{"list", list.code},
                {"from", show(list.bands.back().max)},
                {"to", show(model.scale.max)}});
  }
}

void check_levels(const Model& model,
                  const Node& node,
                  const Indicator& indicator,
                  Findings& findings) {
  const auto levels = levels_of(model.scale);
  const auto is_level = [&](int level) {
    return std::find(levels.begin(), levels.end(), level) != levels.end();
  };
  const auto expect_level = [&](int level, const char* key, int line) {
    if (!is_level(level))
      add(findings,
          node,
          "model.level_off_scale",
          {{"code", node.code}, {"key", key}, {"level", std::to_string(level)}},
          line);
  };
  if (!indicator.capability.empty() || !model.level_names.empty()) {
    if (!model.level_names.contains(indicator.capability))
      add(findings,
          node,
          "model.capability_unknown",
          {{"code", node.code}, {"word", indicator.capability}});
  }
  for (const auto& [level, text] : indicator.criteria) expect_level(level, "criteria", 0);
  if (!indicator.criteria.empty())
    for (const int level : levels)
      if (!indicator.criteria.contains(level))
        add(findings,
            node,
            "model.criterion_missing",
            {{"code", node.code}, {"level", std::to_string(level)}});
  for (const auto& [level, wanted] : indicator.evidence) expect_level(level, "evidence", 0);
  for (const auto& [level, checks] : indicator.checks) {
    expect_level(level, "checks", checks.empty() ? 0 : checks.front().line);
    if (!levels.empty() && level == levels.front())
      add(findings,
          node,
          "model.check_at_floor",
          {{"code", node.code}, {"level", std::to_string(level)}});
    for (std::size_t i = 0; i < checks.size(); ++i) {
      const std::string expected =
          std::to_string(level) + static_cast<char>('a' + static_cast<char>(i % 26));
      if (checks[i].code != expected)
        add(findings,
            node,
            "model.check_code",
            {{"code", node.code}, {"word", checks[i].code}, {"expected", expected}},
            checks[i].line);
    }
  }
}

void check_sources(const Model& model, Findings& findings) {
  std::set<std::string> known;
  for (const Source& source : model.sources)
    if (!known.insert(source.code).second)
      add_main(findings, 0, "model.source_doubled", {{"source", source.code}});
  for (const Node& node : model.nodes)
    for (const std::string& source : node.sources)
      if (!known.contains(source))
        add(findings, node, "model.source_unknown", {{"code", node.code}, {"source", source}});
  for (const BandList& list : model.band_lists)
    for (const std::string& source : list.sources)
      if (!known.contains(source))
        add_main(
            findings, list.line, "model.source_unknown", {{"code", list.code}, {"source", source}});
}

void check_targets(const Model& model, Findings& findings) {
  for (const auto& target : {model.target_level, model.target_index})
    if (target && (*target < model.scale.min || *target > model.scale.max))
      add_main(findings, 0, "model.target_off_scale", {{"target", show(*target)}});
  if (model.evidence_required && *model.evidence_required < 1)
    add_main(
        findings, 0, "model.gate_required", {{"word", std::to_string(*model.evidence_required)}});
}

void check_shape(const Model& model, Findings& findings) {
  if (model.indicators.empty()) add_main(findings, 0, "model.no_indicators", {});
  int deepest = 0;
  for (const Node& node : model.nodes) deepest = std::max(deepest, node.height);
  if (static_cast<int>(model.node_kinds.size()) != deepest)
    add_main(findings,
             0,
             "model.node_kinds_count",
             {{"count", std::to_string(model.node_kinds.size())},
              {"expected", std::to_string(deepest)}});
  for (const auto& [capability, names] : model.level_names)
    for (const int level : levels_of(model.scale))
      if (!names.contains(level))
        add_main(findings,
                 0,
                 "model.level_name_missing",
                 {{"capability", capability}, {"level", std::to_string(level)}});
}

void check_vectors(const Model& model, Findings& findings) {
  for (const VectorCase& vector : model.vectors) {
    const auto fault = [&](const char* id, const std::string& code) {
      findings.push_back(
          {Severity::error, vector.file, vector.line, id, {{"name", vector.name}, {"code", code}}});
    };
    for (const auto& [code, value] : vector.answers) {
      if (!find_indicator(model, code)) fault("model.vector_code_unknown", code);
      if (!is_on_scale(model.scale, value)) fault("model.vector_off_scale", code);
    }
    for (const auto& [code, value] : vector.nodes)
      if (!find_node(model, code)) fault("model.vector_code_unknown", code);
    for (const auto& [code, value] : vector.expect)
      if (!find_node(model, code)) fault("model.vector_code_unknown", code);
  }
}

}  // namespace

std::vector<Finding> check_model(const Model& model) {
  Findings findings;
  check_identity(model, findings);
  check_scale(model, findings);
  if (has_errors(findings)) return findings;
  check_shape(model, findings);
  check_codes(model, findings);
  check_weights(model, findings);
  check_bands(model, findings);
  for (std::size_t i = 0; i < model.indicators.size(); ++i) {
    const Node& node = model.nodes[static_cast<std::size_t>(model.leaves[i])];
    check_levels(model, node, model.indicators[i], findings);
  }
  const auto advice = check_advice(model);
  findings.insert(findings.end(), advice.begin(), advice.end());
  check_sources(model, findings);
  check_targets(model, findings);
  check_vectors(model, findings);
  return findings;
}

}  // namespace model
