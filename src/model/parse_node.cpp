// Reads the tree of a dimension: nodes by their children, leaves by their question, criteria,
// checks and advice.
#include "model/parse_node.hpp"

#include <array>

namespace model {

namespace {

using codec::Value;

constexpr int height_max = 12;

constexpr std::array<std::string_view, 9> inner_keys = {"code",
                                                        "name",
                                                        "weight",
                                                        "weight_standing",
                                                        "standing",
                                                        "sources",
                                                        "notes",
                                                        "children",
                                                        "indicators"};

constexpr std::array<std::string_view, 20> leaf_keys = {
    "code",     "name",     "weight",     "weight_standing",   "standing",
    "sources",  "notes",    "capability", "methods",           "maps_to",
    "question", "criteria", "checks",     "evidence",          "observe",
    "ask",      "terms",    "pitfall",    "criteria_standing", "advice"};

constexpr std::array<std::pair<std::string_view, Effort>, 3> efforts = {
    {{"low", Effort::low}, {"medium", Effort::medium}, {"high", Effort::high}}};

void parse_criteria(Reading& reading, Value& leaf, Indicator& indicator) {
  Value* criteria = leaf.find("criteria");
  if (criteria == nullptr || !reading.expect_mapping(*criteria, "criteria")) return;
  for (auto& [key, value] : criteria->members)
    if (const auto level = reading.to_level(key, value))
      indicator.criteria[*level] = reading.to_text(value, "criteria");
}

void parse_checks(Reading& reading, Value& leaf, Indicator& indicator) {
  Value* checks = leaf.find("checks");
  if (checks == nullptr || !reading.expect_mapping(*checks, "checks")) return;
  for (auto& [key, value] : checks->members) {
    const auto level = reading.to_level(key, value);
    if (!level) continue;
    for (Value& item : reading.items(*checks, key)) {
      if (!reading.expect_mapping(item, "checks")) continue;
      Check check;
      check.code = reading.word(item, "code");
      check.text = reading.to_text(item, "checks");
      check.line = item.mark.line;
      indicator.checks[*level].push_back(std::move(check));
    }
  }
}

void parse_evidence(Reading& reading, Value& leaf, Indicator& indicator) {
  Value* evidence = leaf.find("evidence");
  if (evidence == nullptr || !reading.expect_mapping(*evidence, "evidence")) return;
  for (auto& [key, value] : evidence->members) {
    const auto level = reading.to_level(key, value);
    if (!level) continue;
    for (Value& item : reading.items(*evidence, key)) {
      if (!reading.expect_mapping(item, "evidence")) continue;
      EvidenceWanted wanted;
      wanted.kind = reading.word(item, "kind");
      wanted.text = reading.to_text(item, "evidence");
      indicator.evidence[*level].push_back(std::move(wanted));
    }
  }
}

void parse_advice(Reading& reading, Value& leaf, Indicator& indicator) {
  for (Value& item : reading.items(leaf, "advice")) {
    if (!reading.expect_mapping(item, "advice")) continue;
    Advice advice;
    advice.line = item.mark.line;
    advice.to = reading.whole(item, "to", 0);
    advice.action = reading.text(item, "do");
    advice.effort = reading.choice<Effort>(item, "effort", efforts, Effort::medium);
    advice.cost = reading.choice<Effort>(item, "cost", efforts, Effort::medium);
    advice.months = reading.whole(item, "months", 0);
    advice.unit = reading.optional_text(item, "unit");
    for (Value& need : reading.items(item, "needs")) {
      if (!reading.expect_mapping(need, "needs")) continue;
      advice.needs.push_back({reading.word(need, "indicator"), reading.whole(need, "level", 0)});
    }
    indicator.advice.push_back(std::move(advice));
  }
}

void parse_search_terms(Reading& reading, Value& leaf, Indicator& indicator) {
  Value* terms = leaf.find("terms");
  if (terms == nullptr || !reading.expect_mapping(*terms, "terms")) return;
  indicator.terms_id = reading.words(*terms, "id");
  indicator.terms_en = reading.words(*terms, "en");
}

Indicator parse_indicator(Reading& reading, Value& leaf) {
  Indicator indicator;
  reading.expect_keys(leaf, leaf_keys);
  indicator.capability = reading.optional_word(leaf, "capability");
  indicator.criteria_standing = reading.standing(leaf, "criteria_standing", Standing::proposed);
  indicator.methods = reading.words(leaf, "methods");
  if (Value* maps = leaf.find("maps_to");
      maps != nullptr && reading.expect_mapping(*maps, "maps_to"))
    for (auto& [target, codes] : maps->members)
      indicator.maps_to.emplace_back(target, reading.words(*maps, target));
  indicator.question = reading.optional_text(leaf, "question");
  parse_criteria(reading, leaf, indicator);
  parse_checks(reading, leaf, indicator);
  parse_evidence(reading, leaf, indicator);
  indicator.observe = reading.optional_text(leaf, "observe");
  indicator.ask = reading.optional_text(leaf, "ask");
  parse_search_terms(reading, leaf, indicator);
  indicator.pitfall = reading.optional_text(leaf, "pitfall");
  parse_advice(reading, leaf, indicator);
  return indicator;
}

Node parse_head(Reading& reading, Value& value) {
  Node node;
  node.file = reading.file();
  node.line = value.mark.line;
  node.code = reading.word(value, "code");
  node.name = reading.text(value, "name");
  node.weight = reading.number(value, "weight").value_or(base::Rational(1));
  node.standing = reading.standing(value, "standing", Standing::proposed);
  node.weight_standing = reading.standing(value, "weight_standing", node.standing);
  node.sources = reading.words(value, "sources");
  node.notes = parse_notes(reading, value);
  return node;
}

}  // namespace

std::vector<Note> parse_notes(Reading& reading, Value& mapping) {
  std::vector<Note> notes;
  for (Value& item : reading.items(mapping, "notes")) {
    if (!reading.expect_mapping(item, "notes")) continue;
    Note note;
    note.kind = reading.word(item, "kind");
    note.author = reading.word(item, "author");
    note.date = reading.word(item, "date");
    note.text = reading.to_text(item, "notes");
    notes.push_back(std::move(note));
  }
  return notes;
}

// NOLINTNEXTLINE(misc-no-recursion): the depth of the tree is bounded by height_max
void parse_node(Reading& reading, Value& value, int parent, Model& model) {
  if (!reading.expect_mapping(value, "children")) return;
  Node node = parse_head(reading, value);
  node.parent = parent;
  node.height = model.nodes[static_cast<std::size_t>(parent)].height + 1;
  if (node.height > height_max) {
    reading.find_fault(value, "model.too_deep", {{"code", node.code}});
    return;
  }
  const auto position = static_cast<int>(model.nodes.size());
  model.nodes[static_cast<std::size_t>(parent)].children.push_back(position);
  const bool is_leaf = value.find("children") == nullptr;
  if (is_leaf) {
    node.indicator = static_cast<int>(model.indicators.size());
    model.indicators.push_back(parse_indicator(reading, value));
    model.leaves.push_back(position);
  } else {
    reading.expect_keys(value, inner_keys);
  }
  model.nodes.push_back(std::move(node));
  if (is_leaf) return;
  const auto children = reading.items(value, "children");
  if (children.empty())
    reading.find_fault(value,
                       "model.no_children",
                       {{"code", model.nodes[static_cast<std::size_t>(position)].code}});
  for (Value& child : children) parse_node(reading, child, position, model);
}

}  // namespace model
