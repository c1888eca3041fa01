// Findings and requests say what there is, in one language, with the very words and their places.
#include "report/findings.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "report/compose.hpp"
#include "report/fixture.hpp"

namespace report {
namespace {

using fixture::Study;

/// The fixture with accepted words on both sides, a free coding and a newer revision.
Study make_coded_study() {
  Study study = fixture::make_study();
  study.dossier.evidence[1].state = assessment::EvidenceState::accepted;
  study.dossier.codebook.codes = {{"money", "Money matters", "A"}, {"loose", "Loose ends", ""}};
  assessment::Coding coding;
  coding.id = "K1";
  coding.code = "money";
  coding.source_code = "perbup-12";
  coding.page = 5;
  coding.quote = "words of K1";
  coding.stance = assessment::Stance::contradicts;
  study.dossier.codebook.codings = {coding};
  auto& newer = study.dossier.evidence[0].newer.emplace();
  newer.outcome = assessment::AnchorOutcome::changed;
  newer.now.source_code = "perbup-12@2";
  newer.now.quote = "other words";
  return study;
}

template <typename Tell>
std::string say_in(const Study& study, const std::string& language, Tell tell) {
  const auto catalog = fixture::read_catalog(language);
  const Context context{study.model,
                        study.dossier,
                        study.evaluation,
                        catalog,
                        language == "en" ? model::Language::english : model::Language::indonesian};
  return fixture::words_of(tell(context));
}

std::string findings_of(const Study& study, const std::string& language, std::size_t dimension) {
  return say_in(study, language, [&](const Context& context) {
    return tell_balance(
        context,
        evaluation::weigh_evidence(study.model, study.dossier, study.evaluation).at(dimension));
  });
}

void expect_all(const std::string& words, const std::vector<std::string>& wanted) {
  for (const auto& one : wanted)
    EXPECT_NE(words.find(one), std::string::npos) << one << "\n" << words;
  EXPECT_EQ(words.find("⟦"), std::string::npos) << words;
}

TEST(Findings, TellBothSidesWithCountsQuotesAndPlaces) {
  const auto study = make_coded_study();
  expect_all(findings_of(study, "en", 0),
             {"Evidence in favour: 2 accepted citations and 0 free codings, from 1 source.",
              "Evidence against: 1 accepted citation and 1 free coding, from 1 source.",
              "kutipan E1",
              "kutipan E2",
              "words of K1",
              "free code “Money matters”",
              "Perbup 12 Tahun 2025",
              "the words changed to “other words”",
              "level 3 does not stand",
              "Citations missing: 1."});
  expect_all(findings_of(study, "id", 0),
             {"Bukti yang mendukung: 2 kutipan yang diterima",
              "Bukti yang bertentangan: 1 kutipan yang diterima dan 1 pengodean bebas",
              "kode bebas “Money matters”",
              "dalam revisi perbup-12@2 kata-katanya berubah menjadi “other words”",
              "tingkat 3 belum terpenuhi"});
}

TEST(Findings, SayWhereThereIsNothing) {
  const auto study = fixture::make_unrated_study();
  expect_all(findings_of(study, "en", 1),
             {"No accepted citation and no free coding is in favour yet.",
              "No accepted citation and no free coding is against."});
}

TEST(Findings, StandInTheReportOfResults) {
  auto study = make_coded_study();
  const auto compose = [](const Context& context) {
    return compose_results(context, {"2026-11-24T04:00:00Z", "0.1.0", "", ""});
  };
  expect_all(say_in(study, "en", compose),
             {"Evidence against: 1 accepted citation", "words of K1"});
  EXPECT_EQ(say_in(study, "en", compose).find("Findings outside"), std::string::npos);
  study.dossier.codebook.codings[0].code = "loose";
  expect_all(say_in(study, "en", compose), {"Findings outside the dimensions", "words of K1"});
}

TEST(RequestList, AsksEachUnitForWhatItsClaimsLack) {
  auto study = fixture::make_study();
  for (auto& advice : study.model.indicators[0].advice) {
    const auto unit = "unit " + std::to_string(advice.to);
    advice.unit = {"ID:" + unit, "EN:" + unit};
  }
  ReportFacts facts{"2026-11-24T04:00:00Z", "0.1.0", "", ""};
  facts.until = "2026-12-15";
  const auto compose = [&](const Context& context) { return compose_requests(context, facts); };
  expect_all(say_in(study, "id", compose),
             {"Mohon menyampaikan 1 bukti dalam daftar berikut paling lambat 15 Desember 2026.",
              "ID:unit 3",
              "ID:wanted 3",
              "ID:criterion 3",
              "ID:name of S01"});
  study.model.indicators[0].advice.clear();
  study.model.indicators[0].evidence.clear();
  expect_all(say_in(study, "en", compose),
             {"Please hand in the following 1 piece of evidence by 15 December 2026.",
              "The unit concerned",
              "A document or record that shows"});
  facts.until.clear();
  expect_all(say_in(study, "en", compose), {"Please hand in the following 1 piece of evidence."});
  expect_all(say_in(fixture::make_unrated_study(), "en", compose),
             {"No evidence needs to be requested"});
  for (const auto* language : {"id", "en"})
    EXPECT_EQ(say_in(study, language, compose).find(language[0] == 'e' ? "ID:" : "EN:"),
              std::string::npos);
}

}  // namespace
}  // namespace report
