// A model is read with its findings: the shipped ones are sound, and each way to break one is
// pointed out with its line.
#include "model/check_model.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "model/parse_model.hpp"

namespace {

using model::Finding;
using model::ModelFiles;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

ModelFiles read_shipped(const std::string& id) {
  const auto folder = std::filesystem::path(JENJANG_SOURCE_DIR) / "models" / id;
  ModelFiles files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".yaml")
      files.emplace_back(std::filesystem::relative(entry.path(), folder).generic_string(),
                         read_file(entry.path()));
  std::sort(files.begin(), files.end());
  return files;
}

const char* const toy_main = R"(schema: jenjang-model/1
id: toy
version: 1.0.0
name: { id: Mainan, en: Toy }
standing: proposed
scale: { min: 1, max: 3, step: 1 }
level_names:
  process:
    1: { id: Satu, en: One }
    2: { id: Dua, en: Two }
    3: { id: Tiga, en: Three }
node_kinds:
  - { code: dimension, name: { id: Dimensi, en: Dimension } }
  - { code: indicator, name: { id: Indikator, en: Indicator } }
rules: { aggregation: weighted_mean, levels: cumulative }
weights: { kind: absolute, total: 10 }
evidence_gate: { required: 1 }
policies:
  not_rated: { working: leave_out, published: block }
  not_applicable: leave_out
  awaiting_external: floor
rounding: { mode: half_up, digits: 2, bands_see: unrounded }
bands:
  - code: predicate
    name: { id: Predikat, en: Predicate }
    list:
      - { code: low, name: { id: Rendah, en: Low }, min: 1, max: 2.5 }
      - { code: high, name: { id: Tinggi, en: High }, min: 2.5, max: 3 }
index: { name: { id: Indeks, en: Index } }
target: { level: 2, index: 2.5 }
dimensions: [d.yaml]
sources:
  - { code: OWN, cite: ours }
)";

const char* const toy_dimension = R"(code: D
name: { id: Dimensi, en: Dimension }
weight: 10
sources: [OWN]
children:
  - code: X1
    name: { id: Satu, en: One }
    weight: 4
    capability: process
    criteria:
      1: { id: a, en: a }
      2: { id: b, en: b }
      3: { id: c, en: c }
    checks:
      2:
        - { code: 2a, id: syarat, en: condition }
    advice:
      - { to: 2, do: { id: kerjakan, en: do it }, effort: low, months: 1, cost: low }
      - { to: 3, do: { id: lagi, en: more }, effort: low, months: 1, cost: low, needs: [ { indicator: X2, level: 2 } ] }
  - code: X2
    name: { id: Dua, en: Two }
    weight: 6
    capability: process
    advice:
      - { to: 2, do: { id: kerjakan, en: do it }, effort: high, months: 2, cost: low }
)";

std::vector<Finding> findings_of(const ModelFiles& files) {
  auto parsed = model::parse_model(files);
  if (parsed.model && !model::has_errors(parsed.findings)) {
    auto more = model::check_model(*parsed.model);
    parsed.findings.insert(parsed.findings.end(), more.begin(), more.end());
  }
  return parsed.findings;
}

std::string describe(const std::vector<Finding>& findings) {
  std::string text;
  for (const auto& finding : findings) {
    text += finding.file + ":" + std::to_string(finding.line) + " " + finding.id;
    for (const auto& [name, value] : finding.parameters) text += " " + name + "=" + value;
    text += "\n";
  }
  return text;
}

TEST(ShippedModels, AreSound) {
  struct Case {
    const char* id;
    std::size_t dimensions;
    std::size_t indicators;
  };

  for (const auto& c : {Case{"somm", 8, 40}, Case{"spbe-2020", 4, 47}}) {
    const auto files = read_shipped(c.id);
    const auto parsed = model::parse_model(files);
    ASSERT_TRUE(parsed.model) << c.id;
    EXPECT_EQ(describe(findings_of(files)), "") << c.id;
    EXPECT_EQ(parsed.model->nodes[0].children.size(), c.dimensions);
    EXPECT_EQ(parsed.model->indicators.size(), c.indicators);
    EXPECT_GE(parsed.model->vectors.size(), 3U);
  }
}

TEST(ShippedModels, SommCarriesItsContent) {
  const auto parsed = model::parse_model(read_shipped("somm"));
  std::size_t advice = 0;
  for (const auto& indicator : parsed.model->indicators) {
    advice += indicator.advice.size();
    EXPECT_EQ(indicator.criteria.size(), 5U);
    EXPECT_FALSE(indicator.question.id.empty());
    EXPECT_FALSE(indicator.terms_id.empty());
    EXPECT_FALSE(indicator.pitfall.en.empty());
  }
  EXPECT_EQ(advice, 160U);
  EXPECT_FALSE(parsed.model->validation.empty());
}

TEST(ParseModel, ReadsTheToy) {
  const auto findings = findings_of({{"d.yaml", toy_dimension}, {"model.yaml", toy_main}});
  EXPECT_EQ(describe(findings), "");
}

struct Break {
  const char* name;
  bool in_main;
  const char* from;
  const char* to;
  const char* id;
  int line;  // 0: any
};

const Break breaks[] = {
    {"weights that do not sum", false, "weight: 4", "weight: 5", "model.weights_do_not_sum", 1},
    {"total that does not hold", true, "total: 10", "total: 100", "model.weights_do_not_sum", 0},
    {"weight of zero", false, "weight: 4", "weight: 0", "model.weight_not_positive", 6},
    {"band gap", true, "min: 2.5, max: 3 ", "min: 2.6, max: 3 ", "model.band_gap", 28},
    {"band overlap", true, "min: 2.5, max: 3 ", "min: 2.4, max: 3 ", "model.band_overlap", 28},
    {"no band at the top", true, "min: 2.5, max: 3 ", "min: 2.5, max: 2.9 ", "model.band_gap", 28},
    {"no band at the bottom", true, "min: 1, max: 2.5", "min: 1.1, max: 2.5", "model.band_gap", 27},
    {"band doubled", true, "code: high", "code: low", "model.band_doubled", 28},
    {"code doubled", false, "code: X2\n", "code: x01\n", "model.code_doubled", 20},
    {"criterion off the scale",
     false,
     "3: { id: c, en: c }",
     "4: { id: c, en: c }",
     "model.level_off_scale",
     6},
    {"criterion missing", false, "      3: { id: c, en: c }\n", "", "model.criterion_missing", 6},
    {"check off the scale",
     false,
     "      2:\n        - { code: 2a",
     "      7:\n        - { code: 7a",
     "model.level_off_scale",
     16},
    {"check with a foreign code", false, "code: 2a", "code: 2b", "model.check_code", 16},
    {"check at the lowest level",
     false,
     "      2:\n        - { code: 2a",
     "      1:\n        - { code: 1a",
     "model.check_at_floor",
     6},
    {"advice off the scale", false, "to: 3", "to: 9", "model.level_off_scale", 19},
    {"advice twice", false, "to: 3", "to: 2", "model.advice_order", 19},
    {"prerequisite unknown",
     false,
     "indicator: X2, level: 2",
     "indicator: X9, level: 2",
     "model.need_unknown",
     19},
    {"prerequisite circular",
     false,
     "effort: high, months: 2, cost: low }",
     "effort: high, months: 2, cost: low, needs: [ { indicator: X1, level: 3 } ] }",
     "model.advice_cycle",
     0},
    {"source unknown", false, "sources: [OWN]", "sources: [WHO]", "model.source_unknown", 1},
    {"capability unknown",
     false,
     "weight: 6\n    capability: process",
     "weight: 6\n    capability: magic",
     "model.capability_unknown",
     20},
    {"level name missing",
     true,
     "    3: { id: Tiga, en: Three }\n",
     "",
     "model.level_name_missing",
     0},
    {"target off the scale",
     true,
     "target: { level: 2",
     "target: { level: 4",
     "model.target_off_scale",
     0},
    {"key misspelled", true, "rounding: {", "roundign: {", "model.key_unknown", 22},
    {"key missing",
     true,
     "rounding: { mode: half_up, digits: 2, bands_see: unrounded }\n",
     "",
     "model.key_missing",
     1},
    {"word unknown", true, "mode: half_up", "mode: upwards", "model.unknown_word", 22},
    {"number that is none", false, "weight: 4", "weight: four", "model.not_a_number", 8},
    {"translation missing",
     false,
     "{ id: Satu, en: One }",
     "{ id: Satu }",
     "model.translation_missing",
     7},
    {"file missing", true, "[d.yaml]", "[e.yaml]", "model.file_missing", 0},
    {"not YAML", true, "schema: jenjang-model/1", "schema: [", "yaml.syntax", 0},
    {"another format", true, "jenjang-model/1", "jenjang-model/9", "model.unknown_schema", 1},
    {"scale upside down",
     true,
     "min: 1, max: 3, step: 1",
     "min: 3, max: 1, step: 1",
     "model.bad_scale",
     0},
    {"bad id", true, "id: toy", "id: Toy Model", "model.bad_id", 0},
};

TEST(CheckModel, PointsAtEveryBreak) {
  for (const Break& c : breaks) {
    std::string main = toy_main;
    std::string dimension = toy_dimension;
    std::string& broken = c.in_main ? main : dimension;
    const auto at = broken.find(c.from);
    ASSERT_NE(at, std::string::npos) << c.name;
    broken.replace(at, std::string_view(c.from).size(), c.to);
    const auto findings = findings_of({{"d.yaml", dimension}, {"model.yaml", main}});
    const bool found = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
      return finding.id == c.id && (c.line == 0 || finding.line == c.line);
    });
    EXPECT_TRUE(found) << c.name << "\n" << describe(findings);
  }
}

TEST(FoldCode, PutsSpellingsTogether) {
  EXPECT_EQ(model::fold_code("i01"), model::fold_code("I1"));
  EXPECT_NE(model::fold_code("I10"), model::fold_code("I1"));
  EXPECT_EQ(model::fold_code("S00"), "S0");
  EXPECT_EQ(model::fold_code("P1.02"), "P1.2");
}

TEST(FindBand, KnowsBothEnds) {
  const auto parsed = model::parse_model({{"d.yaml", toy_dimension}, {"model.yaml", toy_main}});
  const auto& list = parsed.model->band_lists.front();
  EXPECT_EQ(model::find_band(list, base::Rational(1))->code, "low");
  EXPECT_EQ(model::find_band(list, *base::parse_rational("2.499999"))->code, "low");
  EXPECT_EQ(model::find_band(list, *base::parse_rational("2.5"))->code, "high");
  EXPECT_EQ(model::find_band(list, base::Rational(3))->code, "high");
  EXPECT_EQ(model::find_band(list, base::Rational(4)), nullptr);
}

}  // namespace
