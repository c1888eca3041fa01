// Codings, acts and places in newer revisions come back as they were filed, and the codebook
// follows from them.
#include "store/store.hpp"
#include "store/workspace_for_test.hpp"

namespace {

using assessment::ActKind;
using assessment::AnchorOutcome;
using assessment::CodingAct;
using store::must;
using store::OpenMode;
using store::outcome_of;
using store::Store;

class CodingsTest : public testing::Test {
 protected:
  CodingsTest() {
    CodingAct add;
    add.kind = ActKind::add;
    add.code = "anggaran";
    add.name = "Anggaran";
    add.node = "S01";
    add.memo = "uang";
    add.by = "ani";
    add.at = "t1";
    EXPECT_EQ(must(store.add_act("A1", add)), 1);
    EXPECT_EQ(must(store.add_coding("A1", store::small_coding())), "K1");
    EXPECT_EQ(must(store.add_act("A1", act("K1"))), 2);
  }

  static CodingAct act(const std::string& id) {
    CodingAct code;
    code.kind = ActKind::code;
    code.code = "anggaran";
    code.subjects = {id};
    return code;
  }

  store::TemporaryFolder folder;
  Store store = store::make_workspace(folder / "dinas.jenjang");
};

TEST_F(CodingsTest, ComeBackAsTheyWereFiled) {
  const auto filed = store::small_coding();
  const auto book = must(store.load_dossier("A1")).codebook;
  ASSERT_EQ(book.codings.size(), 1U);
  const auto& coding = book.codings[0];
  EXPECT_EQ(coding.id, "K1");
  EXPECT_EQ(coding.code, "anggaran");
  EXPECT_EQ(coding.source_code, "kebijakan");
  EXPECT_EQ(coding.range, filed.range);
  EXPECT_EQ(coding.locator, filed.locator);
  EXPECT_EQ(coding.quote, filed.quote);
  EXPECT_EQ(coding.prefix, filed.prefix);
  EXPECT_EQ(coding.stance, assessment::Stance::contradicts);
  EXPECT_EQ(coding.strength, std::nullopt);
  EXPECT_EQ(coding.memo, "memo");
  EXPECT_FALSE(coding.taken_back);
  ASSERT_EQ(book.codes.size(), 1U);
  EXPECT_EQ(book.codes[0].node, "S01");
  EXPECT_EQ(book.codes[0].added_by, "ani");
}

TEST_F(CodingsTest, ActsComeBackWithAllTheirParts) {
  CodingAct move{
      0, ActKind::move, {"K1", "K2"}, {"a", "b"}, "", "c", "n", "S01", "m", "w", "x", "y"};
  CodingAct undo;
  undo.kind = ActKind::undo;
  undo.undoes = 2;
  must(store.add_act("A1", undo));
  must(store.add_act("A1", move));
  const auto acts = must(store.load_acts("A1"));
  ASSERT_EQ(acts.size(), 4U);
  EXPECT_EQ(acts[2].undoes, 2);
  EXPECT_EQ(acts[3].number, 4);
  EXPECT_EQ(acts[3].kind, ActKind::move);
  EXPECT_EQ(acts[3].subjects, (std::vector<std::string>{"K1", "K2"}));
  EXPECT_EQ(acts[3].former, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(acts[3].target + acts[3].name + acts[3].node + acts[3].memo, "cnS01m");
  EXPECT_EQ(acts[3].because + acts[3].by + acts[3].at, "wxy");
  EXPECT_EQ(outcome_of(store.load_dossier("A1")), "store.damaged_row");  // K2 was never coded
}

TEST_F(CodingsTest, NothingIsTakenBackTwice) {
  CodingAct undo;
  undo.kind = ActKind::undo;
  undo.undoes = 2;
  must(store.add_act("A1", undo));
  EXPECT_TRUE(must(store.load_dossier("A1")).codebook.codings[0].taken_back);
  EXPECT_NE(outcome_of(store.add_act("A1", undo)), "ok");
}

TEST_F(CodingsTest, AreRefusedForAnUnknownSource) {
  auto coding = store::small_coding();
  coding.source_code = "lain";
  EXPECT_EQ(outcome_of(store.add_coding("A1", coding)), "store.no_source");
  EXPECT_EQ(must(store.load_codings("A1")).size(), 1U);
}

TEST_F(CodingsTest, WordsKnowTheirPlaceInTheNewestRevision) {
  const auto newer_of = [&] { return must(store.load_dossier("A1")).evidence[0].newer; };
  EXPECT_FALSE(newer_of());
  for (const auto& [code, revises] : std::vector<std::pair<std::string, std::string>>{
           {"kebijakan@2", "kebijakan"}, {"kebijakan@3", "kebijakan@2"}}) {
    auto revision = store::small_source(code);
    revision.source.revises = revises;
    must(store::save(store, revision));
    ASSERT_TRUE(newer_of());
    EXPECT_EQ(newer_of()->outcome, AnchorOutcome::unsought);
    EXPECT_EQ(newer_of()->now.source_code, code);
  }
  assessment::NewerPlace place;
  place.outcome = AnchorOutcome::lost;
  place.now.source_code = "kebijakan@2";
  place.found_by = "ani";
  must(store.add_anchor("A1", {"E1", place}));
  EXPECT_EQ(newer_of()->outcome, AnchorOutcome::unsought);
  place.now.source_code = "kebijakan@3";
  must(store.add_anchor("A1", {"E1", place}));
  EXPECT_EQ(newer_of()->outcome, AnchorOutcome::lost);
  place.outcome = AnchorOutcome::same;
  place.now.page = 2;
  place.now.range = {24, 37};
  place.now.quote = "Rencana induk";
  place.now.locator = *document::parse_locator("pasal 5");
  must(store.add_anchor("A1", {"E1", place}));
  EXPECT_EQ(newer_of()->outcome, AnchorOutcome::same);
  EXPECT_EQ(newer_of()->now.range, (document::Range{24, 37}));
  EXPECT_EQ(newer_of()->now.locator, place.now.locator);
  EXPECT_EQ(newer_of()->found_by, "ani");
  EXPECT_EQ(must(store.load_dossier("A1")).codebook.codings[0].newer->outcome,
            AnchorOutcome::unsought);
  EXPECT_EQ(must(store.load_anchors("A1")).size(), 3U);
  EXPECT_TRUE(must(store.verify()).empty());
}

TEST_F(CodingsTest, AWorkspaceOfBeforeIsOpenedWithAnEmptyCodebook) {
  const std::string path = folder / "old.jenjang";
  {
    const Store closed = store::make_workspace(path);
  }
  store::undo_migrations_after(path, 7);
  Store old = must(Store::open(path, OpenMode::read_write));
  const auto dossier = must(old.load_dossier("A1"));
  EXPECT_EQ(dossier.evidence.size(), 1U);
  EXPECT_TRUE(dossier.codebook.codes.empty());
  EXPECT_TRUE(must(old.verify()).empty());
}

}  // namespace
