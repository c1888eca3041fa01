// Small offices for the tests of this room: a toy model, ratings, citations, and the shipped
// models.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "evaluation/evaluation.hpp"
#include "model/parse_model.hpp"

namespace evaluation::for_test {

using assessment::Dossier;
using assessment::Evidence;
using assessment::EvidenceState;
using assessment::Outcome;
using assessment::Rating;
using assessment::Stage;
using assessment::Stance;
using base::Rational;
using evaluation::evaluate;
using evaluation::Evaluation;
using evaluation::Gate;
using evaluation::Method;
using evaluation::Purpose;
using model::MissingPolicy;
using model::Model;

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

inline Model read_shipped(const std::string& id) {
  const auto folder = std::filesystem::path(JENJANG_SOURCE_DIR) / "models" / id;
  model::ModelFiles files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".yaml")
      files.emplace_back(std::filesystem::relative(entry.path(), folder).generic_string(),
                         read_file(entry.path()));
  return *model::parse_model(files).model;
}

/// Two dimensions, D (weight 3) over X1 (1), X2 (3) and E (weight 1) over Y1; levels 1 to 5; X1 has
/// checks and a gate of one.
inline Model toy() {
  Model model;
  model.id = "toy";
  model.evidence_required = 1;
  model.target_level = Rational(3);
  const auto add = [&](const char* code, int parent, int weight, bool leaf) {
    model::Node node;
    node.code = code;
    node.parent = parent;
    node.weight = Rational(weight);
    node.height = parent < 0 ? 0 : model.nodes[static_cast<std::size_t>(parent)].height + 1;
    const auto position = static_cast<int>(model.nodes.size());
    if (parent >= 0) model.nodes[static_cast<std::size_t>(parent)].children.push_back(position);
    if (leaf) {
      node.indicator = static_cast<int>(model.indicators.size());
      model.indicators.emplace_back();
      model.leaves.push_back(position);
    }
    model.nodes.push_back(node);
    return position;
  };
  const int index = add("index", -1, 1, false);
  const int d = add("D", index, 3, false);
  add("X1", d, 1, true);
  add("X2", d, 3, true);
  const int e = add("E", index, 1, false);
  add("Y1", e, 1, true);
  model.indicators[0].checks[2] = {{"2a", {}, 0}};
  model.indicators[0].checks[3] = {{"3a", {}, 0}, {"3b", {}, 0}};
  model.band_lists = {{"predicate",
                       {},
                       {},
                       {},
                       {{"low", {}, 1, *base::parse_rational("2.6"), 0},
                        {"high", {}, *base::parse_rational("2.6"), 5, 0}},
                       0}};
  return model;
}

inline Rating rate(const char* indicator,
                   int level,
                   const char* rater = "A",
                   std::vector<std::string> checks = {}) {
  Rating rating;
  rating.indicator_code = indicator;
  rating.rater = rater;
  rating.answer = {Outcome::answered, Rational(level), ""};
  rating.checks = std::move(checks);
  return rating;
}

inline Rating say(const char* indicator, Outcome outcome, const char* rater = "A") {
  Rating rating;
  rating.indicator_code = indicator;
  rating.rater = rater;
  rating.answer.outcome = outcome;
  return rating;
}

inline Rating at(Stage stage, Rating rating) {
  rating.stage = stage;
  return rating;
}

inline Rating withdraw(Rating rating) {
  rating.withdrawn = true;
  return rating;
}

inline Evidence cite(const char* indicator,
                     std::optional<int> level,
                     EvidenceState state = EvidenceState::accepted,
                     Stance stance = Stance::supports) {
  Evidence evidence;
  evidence.indicator_code = indicator;
  evidence.level = level;
  evidence.state = state;
  evidence.stance = stance;
  return evidence;
}

inline Dossier file(std::vector<Rating> ratings, std::vector<Evidence> evidence = {}) {
  Dossier dossier;
  dossier.ratings = std::move(ratings);
  dossier.evidence = std::move(evidence);
  return dossier;
}

inline std::string show(const std::optional<Rational>& value) {
  return value ? value->to_string() : "none";
}

inline const evaluation::NodeResult& node(const Model& model,
                                          const Evaluation& result,
                                          const char* code) {
  return result.nodes[static_cast<std::size_t>(*model::find_node(model, code))];
}

}  // namespace evaluation::for_test
