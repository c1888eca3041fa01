// The report of results on studies made by hand: everything appears, nothing is mixed, nothing
// contradicts the figures.
#include "report/compose.hpp"

#include <set>

#include <gtest/gtest.h>

#include "report/fixture.hpp"

namespace report {
namespace {

using base::Rational;
using fixture::Study;

const ReportFacts facts{"2026-11-24T04:00:00Z", "0.1.0", "", std::string(64, 'c')};

Report compose(const Study& study, const std::string& language) {
  const auto catalog = fixture::read_catalog(language);
  const Context context{study.model,
                        study.dossier,
                        study.evaluation,
                        catalog,
                        language == "en" ? model::Language::english : model::Language::indonesian};
  return compose_results(context, facts);
}

const Section* find_section(const Report& report, std::string_view id) {
  for (const auto& section : report.sections)
    if (section.id == id) return &section;
  return nullptr;
}

Study make_blocked_study() {
  Study study = fixture::make_study();
  study.evaluation.method.purpose = evaluation::Purpose::published;
  for (auto& node : study.evaluation.nodes) node.blocked = !node.value;
  auto& index = study.evaluation.nodes[0];
  index.value = index.claimed = std::nullopt;
  index.blocked = true;
  index.provisional = false;
  study.evaluation.bands[0].band = std::nullopt;
  return study;
}

Study make_claims_only_study() {
  Study study = fixture::make_study();
  study.evaluation.method.gate = evaluation::Gate::claims_only;
  study.evaluation.method.stage = assessment::Stage::document;
  study.evaluation.indicators[0].effective = Rational(3);
  for (auto& result : study.evaluation.indicators) result.standings.clear();
  return study;
}

struct StudyCase {
  std::string_view name;
  Study study;
};

std::vector<StudyCase> all_studies() {
  return {{"partly rated and provisional", fixture::make_study()},
          {"no ratings at all", fixture::make_unrated_study()},
          {"no checks, gate, bands or targets", fixture::make_plain_study()},
          {"blocked", make_blocked_study()},
          {"claims alone", make_claims_only_study()}};
}

TEST(ResultsReport, HasEverySectionIndicatorAndQuoteAndNoGap) {
  for (const auto& c : all_studies()) {
    for (const auto* language : {"id", "en"}) {
      const Report report = compose(c.study, language);
      const std::string words = fixture::words_of(report);
      for (const auto* id : {"summary",
                             "profile",
                             "dimensions",
                             "gaps",
                             "recommendations",
                             "indicators",
                             "method",
                             "rules",
                             "sources",
                             "literature",
                             "computation",
                             "node-A",
                             "node-B",
                             "indicator-S01",
                             "indicator-S02",
                             "indicator-S03",
                             "indicator-S04"})
        EXPECT_NE(find_section(report, id), nullptr) << c.name << " " << language << " " << id;
      for (const auto& evidence : c.study.dossier.evidence)
        EXPECT_NE(words.find(evidence.quote + " | Perbup 12 Tahun 2025"), std::string::npos)
            << c.name << evidence.id;
      EXPECT_EQ(words.find("⟦"), std::string::npos)
          << c.name << " " << words.substr(words.find("⟦"), 80);
      EXPECT_EQ(words.find("  "), std::string::npos) << c.name << " " << language;
    }
  }
}

TEST(ResultsReport, NeverMixesLanguages) {
  for (const auto& c : all_studies()) {
    EXPECT_EQ(fixture::words_of(compose(c.study, "en")).find("ID:"), std::string::npos) << c.name;
    EXPECT_EQ(fixture::words_of(compose(c.study, "id")).find("EN:"), std::string::npos) << c.name;
  }
}

TEST(ResultsReport, MarksAMissingTranslation) {
  Study study = fixture::make_study();
  study.model.indicators[0].question.en = "";
  EXPECT_NE(fixture::words_of(compose(study, "en")).find("[translation missing]"),
            std::string::npos);
  EXPECT_EQ(fixture::words_of(compose(study, "id")).find("[terjemahan"), std::string::npos);
}

TEST(ResultsReport, LinksOnlyToItsOwnSections) {
  for (const auto& c : all_studies()) {
    const Report report = compose(c.study, "id");
    std::set<std::string> ids;
    for (const auto& section : report.sections)
      EXPECT_TRUE(ids.insert(section.id).second) << section.id;
    std::set<std::string> links;
    for (const auto& section : report.sections) {
      for (const auto& block : section.blocks) {
        if (const auto* table = std::get_if<Table>(&block))
          for (const auto& row : table->rows)
            for (const auto& cell : row) links.insert(cell.link);
        if (const auto* list = std::get_if<List>(&block))
          for (const auto& item : list->items) links.insert(item.link);
        if (const auto* quote = std::get_if<Quote>(&block)) links.insert(quote->link);
      }
    }
    links.erase("");
    for (const auto& link : links) EXPECT_TRUE(ids.contains(link)) << c.name << " " << link;
  }
}

struct SentenceCase {
  std::string_view name;
  Study study;
  std::string_view language;
  std::string_view section;
  std::vector<std::string_view> said;
  std::vector<std::string_view> not_said;
};

std::vector<SentenceCase> summary_cases() {
  Study reached = fixture::make_study();
  reached.model.target_index = Rational(3);
  Study standing = fixture::make_study();
  standing.evaluation.indicators[0].effective = Rational(3);
  Study equal = fixture::make_plain_study();
  Study close = fixture::make_plain_study();
  close.evaluation.nodes[1].value = Rational(3001, 1000);
  Study apart = fixture::make_plain_study();
  apart.evaluation.nodes[1].value = Rational(7, 2);
  return {
      {"the index with its decimals and predicate",
       fixture::make_study(),
       "id",
       "summary",
       {"adalah 3,00 pada skala 1 sampai 5",
        "ID:High",
        "2/3",
        "1 indikator yang berlaku belum mempunyai tingkat",
        "sementara"},
       {"3.00"}},
      {"the same in English",
       fixture::make_study(),
       "en",
       "summary",
       {"is 3.00 on a scale from 1 to 5",
        "1 applicable indicator has no level yet and is left out.",
        "on 1 indicator,"},
       {"3,00", "1 indicators"}},
      {"a target above is open, with the distance",
       fixture::make_study(),
       "id",
       "summary",
       {"Target indeks 2,60 sudah tercapai"},
       {"belum tercapai"}},
      {"a target met exactly is reached",
       reached,
       "id",
       "summary",
       {"3,00 sudah tercapai"},
       {"belum tercapai"}},
      {"claims that fall are named",
       fixture::make_study(),
       "id",
       "summary",
       {"pada 1 indikator", ": S01."},
       {"S02."}},
      {"claims that all stand",
       standing,
       "id",
       "summary",
       {"Semua klaim"},
       {"Klaim yang belum berlaku"}},
      {"nothing rated",
       fixture::make_unrated_study(),
       "id",
       "summary",
       {"belum dapat dihitung"},
       {"adalah –", "Semua klaim"}},
      {"blocked says why",
       make_blocked_study(),
       "id",
       "summary",
       {"belum dapat ditetapkan"},
       {"belum ada indikator yang mempunyai"}},
      {"values that look equal are called equal",
       close,
       "id",
       "summary",
       {"semua nilainya sama"},
       {"penghambat"}},
      {"the bottleneck is named",
       apart,
       "id",
       "summary",
       {"tertinggi: A ID:name of A (3,50)", "penghambat: B ID:name of B (3,00)"},
       {"sama"}},
      {"equal values have no bottleneck",
       equal,
       "id",
       "summary",
       {"semua nilainya sama"},
       {"penghambat", "Predikat"}},
  };
}

std::vector<SentenceCase> chapter_cases() {
  Study exact = fixture::make_study();
  exact.model.target_level = Rational(4);
  return {
      {"a level at its target exactly is a strength",
       exact,
       "id",
       "node-A",
       {"Kekuatan: 1 indikator mencapai target, yaitu S02"},
       {"Belum ada indikator yang mencapai"}},
      {"strength and weakness follow the target",
       fixture::make_study(),
       "id",
       "node-A",
       {"Kekuatan: 1 indikator mencapai target",
        "yaitu S02 ID:name of S02.",
        "Kelemahan: 1 indikator",
        "yaitu S01 ID:name of S01."},
       {}},
      {"a dimension without ratings has neither",
       fixture::make_study(),
       "id",
       "node-B",
       {"belum mempunyai nilai"},
       {"Kekuatan", "Kelemahan"}},
      {"a reason is never lost",
       fixture::make_study(),
       "id",
       "indicator-S04",
       {"tidak berlaku", "no server room"},
       {}},
      {"not rated is said",
       fixture::make_study(),
       "id",
       "indicator-S03",
       {"belum dinilai"},
       {"Tingkat yang berlaku"}},
      {"no gaps, no steps",
       fixture::make_plain_study(),
       "en",
       "recommendations",
       {"No step is recommended"},
       {}},
      {"a step that waits says for what",
       fixture::make_study(),
       "en",
       "recommendations",
       {"Waits for S03 at level 2.", "This step is here because"},
       {}},
      {"gaps are ordered and counted",
       fixture::make_study(),
       "en",
       "gaps",
       {"2 indicators are below target"},
       {}},
      {"the gate is named with its number",
       fixture::make_study(),
       "en",
       "rules",
       {"at least 1 accepted supporting citation.", "working result"},
       {"not one for publication that"}},
      {"claims alone are named",
       make_claims_only_study(),
       "en",
       "rules",
       {"Claimed levels are taken as they are", "document review"},
       {"A check is met"}},
      {"the digests are printed",
       fixture::make_study(),
       "en",
       "method",
       {std::string_view("aaaaaaaaaaaaaaaa"), "cccccccccccc"},
       {}},
  };
}

void check_sentences(const std::vector<SentenceCase>& cases) {
  for (const auto& c : cases) {
    const Report report = compose(c.study, std::string(c.language));
    const auto* section = find_section(report, c.section);
    ASSERT_NE(section, nullptr) << c.name;
    const std::string words = fixture::words_of(section->blocks);
    for (const auto& said : c.said)
      EXPECT_NE(words.find(said), std::string::npos) << c.name << ": " << said << "\n" << words;
    for (const auto& not_said : c.not_said)
      EXPECT_EQ(words.find(not_said), std::string::npos) << c.name << ": " << not_said << "\n"
                                                         << words;
  }
}

TEST(ResultsReport, SaysOnItsFirstPageWhatTheFiguresSay) {
  check_sentences(summary_cases());
}

TEST(ResultsReport, SaysInItsChaptersWhatTheFiguresSay) {
  check_sentences(chapter_cases());
}

TEST(ResultsReport, KeepsQuotesInTheirOwnLanguage) {
  const Report report = compose(fixture::make_study(), "en");
  const auto* section = find_section(report, "indicator-S01");
  ASSERT_NE(section, nullptr);
  int quotes = 0;
  for (const auto& block : section->blocks)
    if (const auto* quote = std::get_if<Quote>(&block)) {
      EXPECT_EQ(quote->language, "id");
      ++quotes;
    }
  EXPECT_EQ(quotes, 3);
}

}  // namespace
}  // namespace report
