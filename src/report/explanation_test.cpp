// The trace of an element in sentences: they name what is met and missing, and agree with the
// figures.
#include "report/explanation.hpp"

#include <gtest/gtest.h>

#include "report/fixture.hpp"

namespace report {
namespace {

using base::Rational;
using fixture::Study;

std::string explain(const Study& study, int node, const std::string& language) {
  const auto catalog = fixture::read_catalog(language);
  const Context context{study.model,
                        study.dossier,
                        study.evaluation,
                        catalog,
                        language == "en" ? model::Language::english : model::Language::indonesian};
  return fixture::words_of(explain_node(context, node));
}

Study make_next_band_study() {
  Study study = fixture::make_study();
  study.evaluation.nodes[0].value = Rational(519, 200);
  auto& band = study.evaluation.bands[0];
  band.band = 0;
  band.next_min = Rational(13, 5);
  band.distance = Rational(1, 200);
  band.shortest_path = {0, 0, 1};
  return study;
}

/// Two lists with the same bounds: one way leads to both.
Study make_twin_bands_study() {
  Study study = make_next_band_study();
  study.model.band_lists.push_back(study.model.band_lists[0]);
  study.model.band_lists[1].name = {"ID:Readiness", "EN:Readiness"};
  study.evaluation.bands.push_back(study.evaluation.bands[0]);
  study.evaluation.bands[1].list = 1;
  return study;
}

Study make_floor_study() {
  Study study = fixture::make_study();
  study.model.policies.not_rated_working = model::MissingPolicy::floor;
  auto& parent = study.evaluation.nodes[4];
  parent.value = Rational(1);
  parent.contributions[0].value = Rational(1);
  parent.contributions[0].at_floor = true;
  parent.weighted_sum = parent.weight_sum = Rational(1);
  return study;
}

Study make_split_study() {
  Study study = fixture::make_study();
  study.dossier.ratings[1].answer = {
      assessment::Outcome::not_applicable, std::nullopt, "elsewhere"};
  study.evaluation.indicators[0].agreed.highest = Rational(3);
  return study;
}

Study make_bare_study() {
  Study study = fixture::make_study();
  study.evaluation.indicators[0].evidence.clear();
  study.evaluation.indicators[0].standings[1].citations_accepted = 0;
  return study;
}

Study make_highest_study() {
  Study study = fixture::make_study();
  study.evaluation.indicators[1].effective = study.evaluation.indicators[1].claimed = Rational(5);
  return study;
}

Study make_fine_study() {
  Study study = fixture::make_study();
  study.evaluation.nodes[1].value = Rational(17, 6);
  study.evaluation.nodes[1].weighted_sum = Rational(17, 3);
  return study;
}

Study make_ready_study() {
  Study study = fixture::make_study();
  study.evaluation.indicators[1].standings[3] = {5, 2, {}, 1, 1};
  return study;
}

struct ExplanationCase {
  std::string_view name;
  Study study;
  int node = 0;
  std::string language;
  std::vector<std::string_view> said;
  std::vector<std::string_view> not_said;
};

std::vector<ExplanationCase> indicator_cases() {
  const Study study = fixture::make_study();
  return {
      {"a lowered claim names its missing check and evidence",
       study,
       2,
       "id",
       {"ID:question of S01",
        "Tingkat yang diklaim: 3 (ID:level-3). Tingkat yang berlaku: 2 (ID:level-2).",
        "Tingkat 3 belum berlaku karena butir pemeriksaan 3b belum terpenuhi.",
        "Tingkat 3 belum berlaku karena baru 0 dari 1 kutipan pendukung",
        "Kriteria tingkat 2: ID:criterion 2"},
       {"Tingkat 2 belum berlaku", "Tingkat 4 belum berlaku", "sama dengan yang diklaim"}},
      {"the same in English",
       study,
       2,
       "en",
       {"Claimed level: 3 (EN:level-3). Effective level: 2 (EN:level-2).",
        "check 3b is not met",
        "only 0 of 1 required supporting citation has been accepted"},
       {"checks 3b"}},
      {"raters, rule and spread",
       study,
       2,
       "en",
       {"2 raters at the stage document review gave levels 3 to 4",
        "median: 3 (EN:level-3)",
        "Ana / document review, 3 November 2026",
        "4 (EN:level-4)",
        "confidence 4 of 5",
        "because of Budi"},
       {"another answer"}},
      {"a rater with another answer is counted apart",
       make_split_study(),
       2,
       "en",
       {"1 rater at the stage document review gave the level: 3",
        "1 rater gave another answer",
        "elsewhere because of Budi"},
       {"2 raters"}},
      {"conditions level by level up to one above the claim",
       study,
       2,
       "en",
       {"2 (EN:level-2) / \n2a. EN:check 2a / \nmet / ",
        "3b. EN:check 3b / \nnot met / ",
        "4a. EN:check 4a",
        "1 of 1",
        "0 of 1"},
       {"5a. EN:check 5a"}},
      {"the next level: check, evidence, advice",
       study,
       2,
       "en",
       {"To reach level 3 (EN:level-3):",
        "Meet 3b: EN:check 3b",
        "1 more accepted supporting citation is needed, for example from: EN:wanted 3.",
        "Advice: EN:advice to 3"},
       {"Meet 3a", "EN:advice to 4"}},
  };
}

std::vector<ExplanationCase> more_indicator_cases() {
  const Study study = fixture::make_study();
  return {
      {"quotes with place, stance, state and reason",
       study,
       2,
       "en",
       {"1 quote contradicts the claim: E2.",
        "kutipan E1 | Perbup 12 Tahun 2025, p. 4 | E1 supports levels up to 2. Accepted by Asesor "
        "on 2 November 2026.",
        "E2 contradicts the claim. Proposed by Petugas on 1 November 2026, not yet decided.",
        "Rejected by Asesor on 2 November 2026. Reason: not in force"},
       {}},
      {"no quotes is said", make_bare_study(), 2, "id", {"Belum ada kutipan"}, {"bertentangan"}},
      {"a claim that stands",
       study,
       3,
       "id",
       {"Tingkat yang berlaku: 4 (ID:level-4), sama dengan yang diklaim.",
        "Untuk mencapai tingkat 5"},
       {"belum berlaku"}},
      {"the highest level has no next",
       make_highest_study(),
       3,
       "id",
       {"tingkat tertinggi"},
       {"Untuk mencapai"}},
      {"conditions met but not claimed",
       make_ready_study(),
       3,
       "en",
       {"the raters have not claimed level 5"},
       {"Meet 5"}},
      {"not rated",
       study,
       5,
       "id",
       {"Indikator ini belum dinilai."},
       {"Untuk mencapai", "Syarat setiap tingkat", "Penilaian\n"}},
      {"not applicable with its reason",
       study,
       6,
       "id",
       {"Indikator ini tidak berlaku bagi organisasi yang dinilai. Alasan: no server room"},
       {"Untuk mencapai"}},
      {"a model without gate or checks has plain levels",
       fixture::make_plain_study(),
       2,
       "id",
       {"Tingkat: 3 (ID:level-3).", "Kriteria: ID:criterion 4"},
       {"Tingkat yang diklaim:", "Syarat setiap tingkat", "Ajukan bukti"}},
  };
}

std::vector<ExplanationCase> node_cases() {
  const Study study = fixture::make_study();
  return {
      {"a value exact and rounded",
       make_fine_study(),
       1,
       "id",
       {"Nilai A ID:name of A: 2,83 (tepatnya 17/6).",
        "Menurut klaim nilainya 3,50 (tepatnya 7/2).",
        "= 17/3 / 2 = 17/6, ditampilkan sebagai 2,83.",
        "Kelengkapan: 2 dari 2"},
       {"sementara"}},
      {"every child is a row of the sum",
       study,
       1,
       "en",
       {"S01 EN:name of S01 / \n1 / \n2 / \n2 / ",
        "S02 EN:name of S02 / \n1 / \n4 / \n4 / ",
        "Sum / \n2 / \n / \n6 / "},
       {}},
      {"the index: provisional, what was left out and why",
       study,
       0,
       "id",
       {"Nilai ID:Index: 3,00 (tepatnya 3).",
        "sementara",
        "tidak ikut dihitung: belum dinilai",
        "Kelengkapan: 2 dari 3",
        "sebutan tertinggi"},
       {}},
      {"left out as not applicable",
       study,
       4,
       "en",
       {"left out: not applicable", "left out: not rated", "has no value yet"},
       {"Σ"}},
      {"counted at the floor",
       make_floor_study(),
       4,
       "en",
       {"not rated: counted at the lowest level"},
       {"left out: not rated"}},
      {"the way to the next band",
       make_next_band_study(),
       0,
       "en",
       {"EN:Predicate: EN:Low (1.00 to 2.60).",
        "EN:High, begins at 2.60, which is 0.005 away.",
        "The shortest way there, 3 steps:",
        "S01 EN:name of S01: from level 2 to 4",
        "S02 EN:name of S02: from level 4 to 5",
        "The figure 2.60 is rounded",
        "519/200"},
       {"highest one", "the same as the way"}},
      {"one way to two bands is told once",
       make_twin_bands_study(),
       0,
       "id",
       {"ID:Readiness: ID:Low (1,00 sampai 2,60).",
        "Jalan terpendek ke sana, 3 langkah:",
        "Jalan terpendek ke sana sama dengan jalan menuju ID:High."},
       {}},
  };
}

void check_cases(const std::vector<ExplanationCase>& cases) {
  for (const auto& c : cases) {
    const std::string words = explain(c.study, c.node, c.language);
    for (const auto& said : c.said)
      EXPECT_NE(words.find(said), std::string::npos) << c.name << ": " << said << "\n" << words;
    for (const auto& not_said : c.not_said)
      EXPECT_EQ(words.find(not_said), std::string::npos) << c.name << ": " << not_said << "\n"
                                                         << words;
    EXPECT_EQ(words.find("⟦"), std::string::npos) << c.name << "\n" << words;
  }
}

TEST(Explanation, TellsWhyAnIndicatorHasItsLevel) {
  check_cases(indicator_cases());
  check_cases(more_indicator_cases());
}

TEST(Explanation, TellsHowAValueCameAbout) {
  check_cases(node_cases());
}

}  // namespace
}  // namespace report
