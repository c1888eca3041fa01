// The study that the tests of this room share, made by hand.
#include "report/fixture.hpp"

namespace report::fixture {

namespace {

using assessment::Evidence;
using assessment::EvidenceState;
using assessment::Outcome;
using assessment::Rating;
using assessment::Stage;
using base::Rational;

model::Text both(const std::string& words) {
  return {"ID:" + words, "EN:" + words};
}

model::Node make_node(const std::string& code, int parent, int height, int indicator) {
  model::Node node;
  node.code = code;
  node.name = both("name of " + code);
  node.parent = parent;
  node.height = height;
  node.indicator = indicator;
  return node;
}

model::Indicator make_indicator(const std::string& code) {
  model::Indicator indicator;
  indicator.capability = "process";
  indicator.question = both("question of " + code);
  for (int level = 1; level <= 5; ++level) {
    const std::string number = std::to_string(level);
    indicator.criteria[level] = both("criterion " + number);
    if (level == 1) continue;
    indicator.checks[level] = {{number + "a", both("check " + number + "a")},
                               {number + "b", both("check " + number + "b")}};
    indicator.evidence[level] = {{"document", both("wanted " + number)}};
    indicator.advice.push_back({level,
                                both("advice to " + number),
                                model::Effort::low,
                                level,
                                model::Effort::high,
                                both("unit"),
                                {}});
  }
  indicator.advice[1].needs = {{"S03", 2}};
  return indicator;
}

void add_bands(model::Model& model) {
  model.band_lists.push_back(
      {"predicate", both("Predicate"), model::Standing::established, {}, {}});
  model.band_lists[0].bands = {{"low", both("Low"), Rational(1), Rational(13, 5)},
                               {"high", both("High"), Rational(13, 5), Rational(5)}};
}

model::Model make_model() {
  model::Model model;
  model.id = "tiny";
  model.version = "1.0.0";
  model.name = both("Tiny model");
  model.description = both("description");
  for (int level = 1; level <= 5; ++level)
    model.level_names["process"][level] = {both("level-" + std::to_string(level)), both("gist")};
  model.node_kinds = {{"dimension", both("Dimension")}, {"indicator", both("Indicator")}};
  model.evidence_required = 1;
  model.target_level = Rational(3);
  model.target_index = Rational(13, 5);
  model.index_name = both("Index");
  add_bands(model);
  model.sources = {{"P59", "Regulation 59 of 2020", "https://example.org/p59", "full text"}};
  model.glossary = {{both("term"), both("meaning")}};
  model.validation = {both("validation paragraph")};
  model.notes = {{"interpretation", "Author", "2026-11-24", both("note")}};
  model.digest = std::string(64, 'a');
  model.nodes = {make_node("", -1, 0, -1),
                 make_node("A", 0, 1, -1),
                 make_node("S01", 1, 2, 0),
                 make_node("S02", 1, 2, 1),
                 make_node("B", 0, 1, -1),
                 make_node("S03", 4, 2, 2),
                 make_node("S04", 4, 2, 3)};
  model.nodes[0].children = {1, 4};
  model.nodes[1].children = {2, 3};
  model.nodes[4].children = {5, 6};
  model.leaves = {2, 3, 5, 6};
  for (const auto* code : {"S01", "S02", "S03", "S04"})
    model.indicators.push_back(make_indicator(code));
  return model;
}

Rating make_rating(const std::string& code,
                   const std::string& rater,
                   int level,
                   std::vector<std::string> checks) {
  Rating rating;
  rating.indicator_code = code;
  rating.rater = rater;
  rating.stage = Stage::document;
  rating.answer = {Outcome::answered, Rational(level), ""};
  rating.checks = std::move(checks);
  rating.because = "because of " + rater;
  rating.confidence = 4;
  rating.rated_at = "2026-11-03T02:00:00Z";
  return rating;
}

Evidence make_evidence(const std::string& id, const std::string& code, EvidenceState state) {
  Evidence evidence;
  evidence.id = id;
  evidence.indicator_code = code;
  evidence.source_code = "perbup-12";
  evidence.page = 4;
  evidence.quote = "kutipan " + id;
  evidence.cited_by = "Petugas";
  evidence.cited_at = "2026-11-01T02:00:00Z";
  evidence.state = state;
  evidence.decided_by = "Asesor";
  evidence.decided_at = "2026-11-02T02:00:00Z";
  return evidence;
}

assessment::Dossier make_dossier() {
  assessment::Dossier dossier;
  dossier.assessment = {"1", "Dinas Contoh", "2026", "tiny", "1.0.0", std::string(64, 'a'), {}};
  assessment::Source source;
  source.code = "perbup-12";
  source.title = "Perbup 12 Tahun 2025";
  source.file_name = "perbup-12.pdf";
  source.digest = std::string(64, 'b');
  source.page_count = 9;
  source.added_at = "2026-11-01T00:00:00Z";
  dossier.sources = {source};
  dossier.evidence = {make_evidence("E1", "S01", EvidenceState::accepted),
                      make_evidence("E2", "S01", EvidenceState::proposed),
                      make_evidence("E3", "S01", EvidenceState::rejected),
                      make_evidence("E4", "S02", EvidenceState::accepted)};
  dossier.evidence[0].level = 2;
  dossier.evidence[1].stance = assessment::Stance::contradicts;
  dossier.evidence[2].because = "not in force";
  dossier.ratings = {make_rating("S01", "Ana", 3, {"2a", "2b", "3a"}),
                     make_rating("S01", "Budi", 4, {"2a", "2b", "3a"}),
                     make_rating("S02", "Ana", 4, {"2a", "2b", "3a", "3b", "4a", "4b"}),
                     make_rating("S04", "Ana", 1, {})};
  dossier.ratings[3].answer = {Outcome::not_applicable, std::nullopt, "no server room"};
  return dossier;
}

std::vector<evaluation::LevelStanding> make_standings(int met_up_to, int accepted_up_to) {
  std::vector<evaluation::LevelStanding> standings;
  for (int level = 2; level <= 5; ++level) {
    evaluation::LevelStanding standing{level, 2, {}, 1, level <= accepted_up_to ? 1 : 0};
    if (level == met_up_to + 1) standing.checks_missing = {1};
    if (level > met_up_to + 1) standing.checks_missing = {0, 1};
    standings.push_back(standing);
  }
  return standings;
}

evaluation::IndicatorResult make_result(int indicator, int node, Outcome outcome) {
  evaluation::IndicatorResult result;
  result.indicator = indicator;
  result.node = node;
  result.agreed.outcome = outcome;
  result.standings = make_standings(1, 1);
  return result;
}

void set_levels(evaluation::IndicatorResult& result,
                int claimed,
                int effective,
                std::vector<int> ratings) {
  result.claimed = Rational(claimed);
  result.effective = Rational(effective);
  result.agreed.value = Rational(claimed);
  result.agreed.lowest = Rational(claimed);
  result.agreed.highest = Rational(claimed);
  result.agreed.stage = Stage::document;
  result.agreed.ratings = std::move(ratings);
}

evaluation::NodeResult make_value(std::optional<Rational> value,
                                  evaluation::Completeness completeness) {
  evaluation::NodeResult result;
  result.outcome = value ? Outcome::answered : Outcome::not_rated;
  result.value = value;
  result.claimed = std::move(value);
  result.completeness = completeness;
  return result;
}

void add_sum(evaluation::NodeResult& result,
             std::vector<std::pair<int, std::optional<Rational>>> children) {
  for (auto& [node, value] : children) {
    if (value) result.weight_sum += Rational(1);
    if (value) result.weighted_sum += *value;
    result.contributions.push_back({node, Rational(1), std::move(value), false});
  }
}

evaluation::Evaluation make_evaluation() {
  evaluation::Evaluation evaluation;
  for (int i = 0; i < 4; ++i) {
    const int node = i < 2 ? 2 + i : 3 + i;
    evaluation.indicators.push_back(
        make_result(i, node, i < 2 ? Outcome::answered : Outcome::not_rated));
  }
  auto& results = evaluation.indicators;
  set_levels(results[0], 3, 2, {0, 1});
  results[0].agreed.highest = Rational(4);
  results[0].standings = make_standings(2, 2);
  results[0].checks_missing = true;
  results[0].insufficient_evidence = true;
  results[0].evidence = {0, 1, 2};
  set_levels(results[1], 4, 4, {2});
  results[1].standings = make_standings(4, 4);
  results[1].evidence = {3};
  results[3].agreed.outcome = Outcome::not_applicable;
  results[3].agreed.ratings = {3};

  evaluation.nodes = {make_value(Rational(3), {2, 3}),
                      make_value(Rational(3), {2, 2}),
                      make_value(Rational(2), {1, 1}),
                      make_value(Rational(4), {1, 1}),
                      make_value(std::nullopt, {0, 1}),
                      make_value(std::nullopt, {0, 1}),
                      make_value(std::nullopt, {0, 0})};
  evaluation.nodes[0].claimed = Rational(7, 2);
  evaluation.nodes[1].claimed = Rational(7, 2);
  evaluation.nodes[2].claimed = Rational(3);
  evaluation.nodes[0].provisional = true;
  evaluation.nodes[6].outcome = Outcome::not_applicable;
  add_sum(evaluation.nodes[0], {{1, Rational(3)}, {4, std::nullopt}});
  add_sum(evaluation.nodes[1], {{2, Rational(2)}, {3, Rational(4)}});
  add_sum(evaluation.nodes[4], {{5, std::nullopt}, {6, std::nullopt}});
  evaluation.bands = {{0, 1, std::nullopt, std::nullopt, {}}};
  evaluation.gaps = {{2, Rational(3), Rational(1), Rational(2), Rational(1, 2), true},
                     {0, Rational(3), Rational(2), Rational(1), Rational(1, 4), false}};
  evaluation.recommendations = {{2, 0, 1, 2, Rational(1, 2), false, {}},
                                {0, 1, 2, 3, Rational(1, 4), true, {{"S03", 2}}}};
  return evaluation;
}

}  // namespace

Study make_study() {
  return {make_model(), make_dossier(), make_evaluation()};
}

Study make_unrated_study() {
  Study study = make_study();
  study.dossier.ratings.clear();
  study.dossier.evidence.clear();
  study.dossier.sources.clear();
  for (auto& result : study.evaluation.indicators)
    result = make_result(result.indicator, result.node, Outcome::not_rated);
  for (auto& result : study.evaluation.nodes) {
    result.value = result.claimed = std::nullopt;
    result.outcome = Outcome::not_rated;
    result.provisional = false;
    result.completeness = {0, 4};
    for (auto& contribution : result.contributions) contribution.value = std::nullopt;
    result.weighted_sum = result.weight_sum = Rational(0);
  }
  study.evaluation.bands[0].band = std::nullopt;
  study.evaluation.gaps.clear();
  study.evaluation.recommendations.clear();
  return study;
}

Study make_plain_study() {
  Study study = make_study();
  study.model.evidence_required = std::nullopt;
  study.model.target_level = study.model.target_index = std::nullopt;
  study.model.band_lists.clear();
  study.model.glossary.clear();
  study.model.validation.clear();
  study.model.notes.clear();
  study.model.standing = model::Standing::established;
  for (auto& indicator : study.model.indicators) {
    indicator.checks.clear();
    indicator.advice.clear();
    indicator.evidence.clear();
  }
  auto& evaluation = study.evaluation;
  evaluation.bands.clear();
  evaluation.gaps.clear();
  evaluation.recommendations.clear();
  for (auto& result : evaluation.indicators) {
    result.agreed.outcome = Outcome::answered;
    set_levels(result, 3, 3, {0});
    for (auto& standing : result.standings) standing = {standing.level, 0, {}, 0, 0};
  }
  for (auto& result : evaluation.nodes) {
    result = make_value(Rational(3), {4, 4});
  }
  add_sum(evaluation.nodes[0], {{1, Rational(3)}, {4, Rational(3)}});
  return study;
}

}  // namespace report::fixture
