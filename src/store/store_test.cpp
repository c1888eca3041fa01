// A workspace gives back what was filed and said, keeps every entry, and keeps all of a step or
// nothing.
#include "store/store.hpp"

#include <rapidcheck.h>

#include "store/workspace_for_test.hpp"

namespace {

using assessment::EvidenceState;
using base::Rational;
using store::must;
using store::OpenMode;
using store::outcome_of;
using store::Store;

class StoreTest : public testing::Test {
 protected:
  store::TemporaryFolder folder;
  std::string path = folder / "dinas.jenjang";
};

TEST_F(StoreTest, GivesBackTheDossierAsItWasFiled) {
  {
    const Store closed = store::make_workspace(path);
  }
  EXPECT_EQ(folder.list(), std::vector<std::string>{"dinas.jenjang"});
  Store store = must(Store::open(path, OpenMode::read_only));
  const auto dossier = must(store.load_dossier("A1"));

  EXPECT_EQ(dossier.assessment.organization, "Dinas Kominfo");
  EXPECT_EQ(dossier.assessment.model_digest, store::small_model().digest);
  ASSERT_EQ(dossier.assessment.targets.size(), 2U);
  EXPECT_EQ(dossier.assessment.targets[1].level, Rational(7, 2));

  ASSERT_EQ(dossier.sources.size(), 1U);
  EXPECT_EQ(dossier.sources[0].digest, store::small_source().source.digest);
  EXPECT_EQ(dossier.sources[0].page_count, 2);
  ASSERT_EQ(dossier.sources[0].problems.size(), 2U);
  EXPECT_EQ(dossier.sources[0].problems[0].page, 2);
  EXPECT_EQ(dossier.sources[0].problems[1].page, std::nullopt);
  EXPECT_EQ(dossier.sources[0].signatures, store::small_source().source.signatures);

  ASSERT_EQ(dossier.evidence.size(), 1U);
  EXPECT_EQ(dossier.evidence[0].id, "E1");
  EXPECT_EQ(dossier.evidence[0].source_code, "kebijakan");
  EXPECT_EQ(dossier.evidence[0].quote, "Rencana induk");
  EXPECT_EQ(dossier.evidence[0].range, (document::Range{24, 37}));
  EXPECT_EQ(dossier.evidence[0].level, 3);
  EXPECT_EQ(dossier.evidence[0].state, EvidenceState::proposed);

  ASSERT_EQ(dossier.ratings.size(), 2U);
  EXPECT_EQ(dossier.ratings[1].answer.value, Rational(5, 2));
  EXPECT_EQ(dossier.ratings[1].sequence, 2);
  EXPECT_EQ(dossier.ratings[1].checks, (std::vector<std::string>{"2a", "3b"}));
  EXPECT_EQ(dossier.ratings[1].confidence, 4);
}

TEST_F(StoreTest, KeepsEveryCorrectionOfARecordInOrder) {
  Store store = store::make_workspace(path);
  const auto id = store::small_source().source.id;
  using document::RecordField;
  must(store.add_corrections(id,
                             {{RecordField::number, "59", "salah baca", "ani", "2026-01-05"},
                              {RecordField::date, "2020-09-02", "", "ani", "2026-01-05"}}));
  must(store.add_corrections(id, {{RecordField::number, "", "", "budi", "2026-01-06"}}));
  const auto corrections = must(store.find_source("A1", "kebijakan"))->corrections;
  ASSERT_EQ(corrections.size(), 3U);
  EXPECT_EQ(corrections[0].because, "salah baca");
  EXPECT_EQ(corrections[1].field, RecordField::date);
  EXPECT_EQ(corrections[2].by, "budi");
  EXPECT_EQ(corrections[2].at, "2026-01-06");
  EXPECT_TRUE(must(store.verify()).empty());
}

TEST_F(StoreTest, GivesBackBytesPagesWordsAndModelFiles) {
  Store store = store::make_workspace(path);
  const auto filed = store::small_source();
  EXPECT_EQ(must(store.load_bytes("source-kebijakan")), filed.bytes);
  const auto pages = must(store.load_pages("source-kebijakan"));
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(pages[0].text, "Kebijakan \u00e9 ditetapkan.\n");
  EXPECT_EQ(pages[1].text, "Rencana induk SPBE.");
  EXPECT_EQ(must(store.load_words("source-kebijakan", 1)), filed.pages[0].words);
  const auto model = must(store.load_model(store::small_model().digest));
  EXPECT_EQ(model.version, "1.0.0");
  EXPECT_EQ(model.files.size(), 2U);
}

TEST_F(StoreTest, GivesBackWhatOcrMadeOfPagesAndTheirOtherLayer) {
  Store store = store::make_workspace(path);
  auto filed = store::small_source();
  filed.source.id.clear();
  filed.source.code = "pindai";
  filed.pages[0].ocr = document::OcrReading{1, true, "ind", 94.25, 0.98, 0.5};
  filed.pages[0].other_text = "Kcbijakan";
  filed.pages[1].ocr = document::OcrReading{2, false, "ind+eng", 61, {}, {}};
  must(store::save(store, filed));
  const auto source = must(store.find_source("A1", "pindai"));
  ASSERT_TRUE(source);
  EXPECT_EQ(source->ocr_readings,
            (std::vector<document::OcrReading>{*filed.pages[0].ocr, *filed.pages[1].ocr}));
  EXPECT_EQ(must(store.find_other_layer(source->id, 1)), "Kcbijakan");
  EXPECT_EQ(must(store.find_other_layer(source->id, 2)), std::nullopt);
  EXPECT_EQ(must(store.find_source("A1", "kebijakan"))->ocr_readings.size(), 0U);
  EXPECT_TRUE(must(store.verify()).empty());
}

TEST_F(StoreTest, NamesWhatIsAbsent) {
  Store store = store::make_workspace(path);
  EXPECT_EQ(outcome_of(store.load_dossier("A9")), "store.no_assessment");
  EXPECT_EQ(outcome_of(store.load_sources("A9")), "store.no_assessment");
  EXPECT_EQ(outcome_of(store.add_ratings("A9", {})), "store.no_assessment");
  EXPECT_EQ(outcome_of(store.load_pages("nowhere")), "store.no_source");
  EXPECT_EQ(outcome_of(store.load_bytes("nowhere")), "store.no_source");
  EXPECT_EQ(outcome_of(store.load_words("source-kebijakan", 3)), "store.no_page");
  EXPECT_EQ(outcome_of(store.load_model("00")), "store.no_model");
  EXPECT_EQ(outcome_of(store.decide_evidence("A1", {"E2", EvidenceState::accepted, "", "", ""})),
            "store.no_evidence");
  EXPECT_EQ(must(store.find_source("A1", "nothing")).has_value(), false);
  EXPECT_EQ(must(store.find_source("A1", "kebijakan"))->title, "Kebijakan");
}

TEST_F(StoreTest, KeepsEveryEntryAndAppliesTheLatestDecision) {
  Store store = store::make_workspace(path);
  must(store.decide_evidence("A1", {"E1", EvidenceState::rejected, "budi", "salah", "t1"}));
  must(store.decide_evidence("A1", {"E1", EvidenceState::accepted, "cici", "benar", "t2"}));
  auto withdrawal = store::small_rating("ani", Rational(3));
  withdrawal.withdrawn = true;
  must(store.add_ratings("A1", {withdrawal}));
  auto imported = store::small_evidence();
  imported.state = EvidenceState::rejected;
  imported.decided_by = "dedi";
  EXPECT_EQ(must(store.add_evidence("A1", imported)), "E2");

  const auto dossier = must(store.load_dossier("A1"));
  EXPECT_EQ(dossier.evidence[0].state, EvidenceState::accepted);
  EXPECT_EQ(dossier.evidence[0].decided_by, "cici");
  EXPECT_EQ(dossier.evidence[0].because, "benar");
  EXPECT_EQ(dossier.evidence[1].state, EvidenceState::rejected);
  EXPECT_EQ(dossier.evidence[1].decided_by, "dedi");
  ASSERT_EQ(dossier.ratings.size(), 3U);
  EXPECT_FALSE(dossier.ratings[0].withdrawn);
  EXPECT_EQ(dossier.ratings[0].answer.value, Rational(3));
  EXPECT_TRUE(dossier.ratings[2].withdrawn);
}

TEST_F(StoreTest, GivesBackWhatACoderSaidOfACitation) {
  Store store = store::make_workspace(path);
  const auto coded = store::coded_evidence();
  EXPECT_EQ(must(store.add_evidence("A1", coded)), "E2");
  const auto dossier = must(store.load_dossier("A1"));
  EXPECT_EQ(dossier.evidence[0].check_code, "");
  EXPECT_EQ(dossier.evidence[0].coverage, std::nullopt);
  EXPECT_EQ(dossier.evidence[0].strength, std::nullopt);
  EXPECT_EQ(dossier.evidence[1].check_code, "3b");
  EXPECT_EQ(dossier.evidence[1].coverage, coded.coverage);
  EXPECT_EQ(dossier.evidence[1].strength, assessment::Strength::strong);
}

TEST_F(StoreTest, RefusesWhatWouldChangeTheRecord) {
  Store store = store::make_workspace(path);
  EXPECT_EQ(outcome_of(store.save_assessment(store::small_assessment(), store::small_model(), "t")),
            "store.assessment_exists");
  auto next = store::small_assessment();
  next.id = "A2";
  next.period = "2027";
  auto other = store::small_model();
  other.files[0].second += "changed\n";
  EXPECT_EQ(outcome_of(store.save_assessment(next, other, "t")), "store.model_digest");
  other.digest = store::compute_model_digest(other);
  EXPECT_EQ(outcome_of(store.save_assessment(next, other, "t")), "store.model_changed");
  EXPECT_EQ(outcome_of(store::save(store, store::small_source())), "store.source_exists");
  auto forged = store::small_source("forged");
  forged.source.digest = base::sha256("something else");
  EXPECT_EQ(outcome_of(store::save(store, forged)), "store.source_digest");
  EXPECT_EQ(must(store.load_assessments()).size(), 1U);
  EXPECT_EQ(must(store.load_sources("A1")).size(), 1U);
  must(store.save_assessment(next, store::small_model(), "t"));
  EXPECT_EQ(must(store.load_assessments())[1].period, "2027");
  EXPECT_EQ(must(store.load_sources("A2")).size(), 1U) << "sources serve the whole organization";
}

TEST_F(StoreTest, KeepsAllOfAStepOrNothing) {
  Store store = store::make_workspace(path);
  const auto failed = store.in_transaction([&]() -> base::Result<void> {
    TRY(store.add_ratings("A1", {store::small_rating("cici", Rational(1))}));
    TRY(store::save(store, store::small_source("kedua")));
    return base::fail(base::ErrorKind::invalid, "test.stop");
  });
  EXPECT_EQ(outcome_of(failed), "test.stop");
  EXPECT_EQ(must(store.load_dossier("A1")).ratings.size(), 2U);
  EXPECT_EQ(must(store.load_sources("A1")).size(), 1U);

  must(store.in_transaction([&]() -> base::Result<void> {
    TRY(store::save(store, store::small_source("kedua")));
    // A step inside that fails is undone alone when the outer one goes on.
    EXPECT_EQ(outcome_of(store::save(store, store::small_source("kedua"))), "store.source_exists");
    return {};
  }));
  EXPECT_EQ(must(store.load_sources("A1")).size(), 2U);
  EXPECT_EQ(must(store.verify()), std::vector<store::Damage>{});
}

TEST_F(StoreTest, BytesOfOneBibliographyAreKeptOnce) {
  Store store = store::make_workspace(path);
  const auto first = store::small_source("satu");
  for (const auto* code : {"satu", "dua"}) {
    auto entry = store::small_source(code);
    entry.bytes = first.bytes;
    entry.source.digest = first.source.digest;
    must(store::save(store, entry));
  }
  EXPECT_EQ(must(store.load_bytes("source-dua")), first.bytes);
}

TEST_F(StoreTest, GivesIdsAndDigestsWhereTheCallerHasNone) {
  Store store = must(Store::open(path, OpenMode::create));
  auto assessment = store::small_assessment();
  assessment.id.clear();
  must(store.save_assessment(assessment, store::small_model(), "t"));
  auto filed = store::small_source();
  filed.source.id = filed.source.digest = filed.source.text_digest = "";
  must(store::save(store, filed));
  const auto found = must(store.find_source("A1", "kebijakan"));
  EXPECT_EQ(found->id, "S1");
  EXPECT_EQ(found->digest, base::sha256(filed.bytes));
  EXPECT_EQ(must(store.verify()), std::vector<store::Damage>{});
}

TEST_F(StoreTest, AnyRatingComesBackAsItWas) {
  Store store = store::make_workspace(path);
  rc::check("rating round trip", [&](std::int64_t top, std::string because, bool withdrawn) {
    std::erase(because, '\0');
    auto rating = store::small_rating("rc", Rational(top, 7));
    rating.because = because;
    rating.withdrawn = withdrawn;
    rating.confidence = std::nullopt;
    rating.checks.clear();
    rating.stage = assessment::Stage::visit;
    RC_ASSERT(store.add_ratings("A1", {rating}).has_value());
    const auto back = must(store.load_dossier("A1")).ratings.back();
    RC_ASSERT(back.answer == rating.answer);
    RC_ASSERT(back.because == because);
    RC_ASSERT(back.withdrawn == withdrawn);
    RC_ASSERT(back.checks.empty());
    RC_ASSERT(back.stage == rating.stage);
  });
}

TEST_F(StoreTest, ReadOnlyRefusesToWrite) {
  {
    const Store closed = store::make_workspace(path);
  }
  Store store = must(Store::open(path, OpenMode::read_only));
  EXPECT_EQ(outcome_of(store.add_ratings("A1", {store::small_rating("x", Rational(1))})),
            "store.read_only");
  EXPECT_EQ(folder.list(), std::vector<std::string>{"dinas.jenjang"});
}

}  // namespace
