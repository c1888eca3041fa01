// Reads model.yaml, then the dimension and vector files that it names.
#include "model/parse_model.hpp"

#include <algorithm>
#include <array>

#include "base/digest.hpp"
#include "codec/yaml.hpp"
#include "model/parse_node.hpp"
#include "model/reading.hpp"

namespace model {

namespace {

using codec::Value;

constexpr std::string_view main_file = "model.yaml";
constexpr std::string_view format_name = "jenjang-model/1";

constexpr std::array<std::string_view, 26> main_keys = {
    "schema",      "id",          "version",       "name",     "short_name",  "standing",
    "description", "legal_basis", "translation",   "scale",    "level_names", "node_kinds",
    "rules",       "weights",     "evidence_gate", "policies", "rounding",    "bands",
    "index",       "target",      "dimensions",    "vectors",  "sources",     "glossary",
    "validation",  "notes"};

/// The tree of one file, or a finding that says why there is none.
std::optional<Value> parse_file(const ModelFiles& files,
                                std::string_view path,
                                std::vector<Finding>& findings) {
  const auto file = std::find_if(
      files.begin(), files.end(), [&](const auto& entry) { return entry.first == path; });
  if (file == files.end()) {
    findings.push_back({Severity::error,
                        std::string(path),
                        0,
                        "model.file_missing",
                        {{"file", std::string(path)}}});
    return std::nullopt;
  }
  auto tree = codec::parse_yaml(file->second);
  if (tree && tree->is_mapping()) return *std::move(tree);
  if (tree) {
    findings.push_back({Severity::error,
                        std::string(path),
                        1,
                        "model.not_a_mapping",
                        {{"key", std::string(path)}}});
    return std::nullopt;
  }
  int line = 0;
  for (const auto& [name, value] : tree.error().parameters)
    if (name == "line") line = std::stoi(value);
  findings.push_back(
      {Severity::error, std::string(path), line, tree.error().id, tree.error().parameters});
  return std::nullopt;
}

void parse_identity(Reading& reading, Value& root, Model& model) {
  const std::string schema = reading.word(root, "schema");
  if (!schema.empty() && schema != format_name)
    reading.find_fault(*root.find("schema"),
                       "model.unknown_schema",
                       {{"word", schema}, {"allowed", std::string(format_name)}});
  model.id = reading.word(root, "id");
  model.version = reading.word(root, "version");
  model.name = reading.text(root, "name");
  model.short_name = reading.optional_text(root, "short_name");
  model.standing = reading.standing(root, "standing", std::nullopt);
  model.description = reading.optional_text(root, "description");
  model.legal_basis = reading.optional_text(root, "legal_basis");
  if (Value* translation = root.find("translation"); translation != nullptr)
    for (auto& [language, state] : translation->members)
      model.translation.emplace_back(language, state.scalar);
}

void parse_scale(Reading& reading, Value& root, Model& model) {
  Value* scale = reading.require(root, "scale");
  if (scale == nullptr || !reading.expect_mapping(*scale, "scale")) return;
  model.scale.min = reading.number(*scale, "min").value_or(model.scale.min);
  model.scale.max = reading.number(*scale, "max").value_or(model.scale.max);
  model.scale.step = reading.number(*scale, "step").value_or(model.scale.step);
}

void parse_level_names(Reading& reading, Value& root, Model& model) {
  Value* capabilities = root.find("level_names");
  if (capabilities == nullptr || !reading.expect_mapping(*capabilities, "level_names")) return;
  for (auto& [capability, levels] : capabilities->members) {
    if (!reading.expect_mapping(levels, capability)) continue;
    for (auto& [key, value] : levels.members) {
      const auto level = reading.to_level(key, value);
      if (!level || !reading.expect_mapping(value, capability)) continue;
      LevelName name;
      name.gist = reading.optional_text(value, "gist");
      name.name = reading.to_text(value, "level_names");
      model.level_names[capability][*level] = std::move(name);
    }
  }
}

constexpr std::array<std::pair<std::string_view, MissingPolicy>, 3> missing_policies = {
    {{"leave_out", MissingPolicy::leave_out},
     {"floor", MissingPolicy::floor},
     {"block", MissingPolicy::block}}};
constexpr std::array<std::pair<std::string_view, ApplicabilityPolicy>, 2> applicability_policies = {
    {{"leave_out", ApplicabilityPolicy::leave_out}, {"forbidden", ApplicabilityPolicy::forbidden}}};
constexpr std::array<std::pair<std::string_view, Aggregation>, 1> aggregations = {
    {{"weighted_mean", Aggregation::weighted_mean}}};
constexpr std::array<std::pair<std::string_view, LevelRule>, 2> level_rules = {
    {{"cumulative", LevelRule::cumulative}, {"none", LevelRule::none}}};
constexpr std::array<std::pair<std::string_view, WeightKind>, 2> weight_kinds = {
    {{"absolute", WeightKind::absolute}, {"relative", WeightKind::relative}}};
constexpr std::array<std::pair<std::string_view, base::RoundingMode>, 3> rounding_modes = {
    {{"half_up", base::RoundingMode::half_up},
     {"half_even", base::RoundingMode::half_even},
     {"down", base::RoundingMode::down}}};
constexpr std::array<std::pair<std::string_view, bool>, 2> band_views = {
    {{"unrounded", false}, {"rounded", true}}};

void parse_rules(Reading& reading, Value& root, Model& model) {
  if (Value* rules = reading.require(root, "rules");
      rules != nullptr && reading.expect_mapping(*rules, "rules")) {
    model.aggregation =
        reading.choice<Aggregation>(*rules, "aggregation", aggregations, std::nullopt);
    model.level_rule = reading.choice<LevelRule>(*rules, "levels", level_rules, std::nullopt);
  }
  if (Value* weights = reading.require(root, "weights");
      weights != nullptr && reading.expect_mapping(*weights, "weights")) {
    model.weight_kind = reading.choice<WeightKind>(*weights, "kind", weight_kinds, std::nullopt);
    model.weight_total = reading.optional_number(*weights, "total");
  }
  if (Value* gate = root.find("evidence_gate");
      gate != nullptr && reading.expect_mapping(*gate, "evidence_gate"))
    model.evidence_required = reading.whole(*gate, "required", 1);
}

void parse_policies(Reading& reading, Value& root, Model& model) {
  Value* policies = reading.require(root, "policies");
  if (policies == nullptr || !reading.expect_mapping(*policies, "policies")) return;
  if (Value* rated = reading.require(*policies, "not_rated");
      rated != nullptr && reading.expect_mapping(*rated, "not_rated")) {
    model.policies.not_rated_working = reading.choice<MissingPolicy>(
        *rated, "working", missing_policies, MissingPolicy::leave_out);
    model.policies.not_rated_published =
        reading.choice<MissingPolicy>(*rated, "published", missing_policies, MissingPolicy::block);
  }
  model.policies.not_applicable = reading.choice<ApplicabilityPolicy>(
      *policies, "not_applicable", applicability_policies, std::nullopt);
  model.policies.awaiting_external = reading.choice<MissingPolicy>(
      *policies, "awaiting_external", missing_policies, MissingPolicy::leave_out);
}

void parse_rounding(Reading& reading, Value& root, Model& model) {
  Value* rounding = reading.require(root, "rounding");
  if (rounding == nullptr || !reading.expect_mapping(*rounding, "rounding")) return;
  model.rounding.mode =
      reading.choice<base::RoundingMode>(*rounding, "mode", rounding_modes, std::nullopt);
  model.rounding.digits = reading.whole(*rounding, "digits", 2);
  if (model.rounding.digits < 0 || model.rounding.digits > 12)
    reading.find_fault(
        *rounding, "model.digits_out_of_range", {{"word", std::to_string(model.rounding.digits)}});
  model.rounding.bands_see_rounded =
      reading.choice<bool>(*rounding, "bands_see", band_views, std::nullopt);
  model.rounding.standing = reading.standing(*rounding, "standing", Standing::proposed);
  model.rounding.note = reading.optional_text(*rounding, "note");
}

void parse_bands(Reading& reading, Value& root, Model& model) {
  for (Value& entry : reading.items(root, "bands")) {
    if (!reading.expect_mapping(entry, "bands")) continue;
    BandList list;
    list.line = entry.mark.line;
    list.code = reading.word(entry, "code");
    list.name = reading.text(entry, "name");
    list.standing = reading.standing(entry, "standing", Standing::proposed);
    list.sources = reading.words(entry, "sources");
    for (Value& item : reading.items(entry, "list")) {
      if (!reading.expect_mapping(item, "list")) continue;
      Band band;
      band.line = item.mark.line;
      band.code = reading.word(item, "code");
      band.name = reading.text(item, "name");
      band.min = reading.number(item, "min").value_or(base::Rational(0));
      band.max = reading.number(item, "max").value_or(base::Rational(0));
      list.bands.push_back(std::move(band));
    }
    model.band_lists.push_back(std::move(list));
  }
}

void parse_references(Reading& reading, Value& root, Model& model) {
  for (Value& entry : reading.items(root, "node_kinds"))
    if (reading.expect_mapping(entry, "node_kinds"))
      model.node_kinds.push_back({reading.word(entry, "code"), reading.text(entry, "name")});
  for (Value& entry : reading.items(root, "sources"))
    if (reading.expect_mapping(entry, "sources"))
      model.sources.push_back({reading.word(entry, "code"),
                               reading.word(entry, "cite"),
                               reading.optional_word(entry, "url"),
                               reading.optional_word(entry, "read")});
  for (Value& entry : reading.items(root, "glossary"))
    if (reading.expect_mapping(entry, "glossary"))
      model.glossary.push_back({reading.text(entry, "term"), reading.text(entry, "meaning")});
  for (Value& entry : reading.items(root, "validation"))
    model.validation.push_back(reading.to_text(entry, "validation"));
  model.notes = parse_notes(reading, root);
}

void parse_index(Reading& reading, Value& root, Model& model) {
  Node index;
  index.code = "index";
  index.file = main_file;
  if (Value* entry = reading.require(root, "index");
      entry != nullptr && reading.expect_mapping(*entry, "index"))
    model.index_name = reading.text(*entry, "name");
  index.name = model.index_name;
  model.nodes.push_back(std::move(index));
  if (Value* target = root.find("target");
      target != nullptr && reading.expect_mapping(*target, "target")) {
    model.target_level = reading.optional_number(*target, "level");
    model.target_index = reading.optional_number(*target, "index");
  }
}

std::vector<std::pair<std::string, base::Rational>> parse_numbers(Reading& reading,
                                                                  Value& item,
                                                                  std::string_view key) {
  std::vector<std::pair<std::string, base::Rational>> numbers;
  Value* mapping = item.find(key);
  if (mapping == nullptr || !reading.expect_mapping(*mapping, key)) return numbers;
  for (auto& [code, value] : mapping->members)
    if (const auto number = reading.to_number(value, code)) numbers.emplace_back(code, *number);
  return numbers;
}

void parse_vectors(Reading& reading, Value& root, Model& model) {
  const std::string source = reading.word(root, "source");
  for (Value& item : reading.items(root, "cases")) {
    if (!reading.expect_mapping(item, "cases")) continue;
    VectorCase vector;
    vector.file = reading.file();
    vector.line = item.mark.line;
    vector.name = reading.word(item, "name");
    vector.source = source;
    vector.answers = parse_numbers(reading, item, "answers");
    vector.nodes = parse_numbers(reading, item, "nodes");
    vector.expect = parse_numbers(reading, item, "expect");
    vector.predicate = reading.optional_word(item, "predicate");
    model.vectors.push_back(std::move(vector));
  }
}

}  // namespace

bool has_errors(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.severity == Severity::error;
  });
}

ParsedModel parse_model(const ModelFiles& files) {
  ParsedModel parsed;
  auto root = parse_file(files, main_file, parsed.findings);
  if (!root) return parsed;
  Model& model = parsed.model.emplace();
  Reading reading(std::string(main_file), parsed.findings);
  reading.expect_keys(*root, main_keys);
  parse_identity(reading, *root, model);
  parse_scale(reading, *root, model);
  parse_level_names(reading, *root, model);
  parse_rules(reading, *root, model);
  parse_policies(reading, *root, model);
  parse_rounding(reading, *root, model);
  parse_bands(reading, *root, model);
  parse_references(reading, *root, model);
  parse_index(reading, *root, model);
  const auto dimensions = reading.words(*root, "dimensions");
  if (dimensions.empty()) reading.find_fault(*root, "model.key_missing", {{"key", "dimensions"}});
  for (const std::string& path : dimensions) {
    auto tree = parse_file(files, path, parsed.findings);
    if (!tree) continue;
    Reading dimension(path, parsed.findings);
    parse_node(dimension, *tree, 0, model);
  }
  for (const std::string& path : reading.words(*root, "vectors")) {
    auto tree = parse_file(files, path, parsed.findings);
    if (!tree) continue;
    Reading vectors(path, parsed.findings);
    parse_vectors(vectors, *tree, model);
  }
  model.digest = digest_model(files);
  return parsed;
}

std::string digest_model(const ModelFiles& files) {
  ModelFiles sorted = files;
  std::sort(sorted.begin(), sorted.end());
  std::string bytes;
  for (const auto& [path, content] : sorted)
    bytes.append(path)
        .append("\n")
        .append(std::to_string(content.size()))
        .append("\n")
        .append(content);
  return base::sha256(bytes);
}

}  // namespace model
