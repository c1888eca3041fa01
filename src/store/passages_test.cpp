// Passages keep their place and all their stretches, and workspaces from before they had any stay
// whole.
#include "store/passages.hpp"

#include <gtest/gtest.h>

#include "store/workspace_for_test.hpp"

namespace {

using document::Locator;
using document::UnitKind;
using store::must;
using store::OpenMode;
using store::Store;

const Locator clause = {{UnitKind::article, "5"}, {UnitKind::clause, "2"}};

// "Kebijakan é ditetapkan." and "Rencana induk SPBE." as one passage over both pages.
store::FiledSource long_source() {
  auto filed = store::small_source("panjang");
  filed.passages = {{1, {0, 23}, "", clause, {{2, {24, 43}}}}};
  filed.passages[0].text = "Kebijakan \u00e9 ditetapkan.\nRencana induk SPBE.";
  return filed;
}

class PassagesTest : public testing::Test {
 protected:
  PassagesTest() {
    Store store = store::make_workspace(path);
    must(store::save(store, long_source()));
    auto evidence = store::small_evidence();
    evidence.source_code = "panjang";
    evidence.locator = clause;
    must(store.add_evidence("A1", evidence));
  }

  store::TemporaryFolder folder;
  const std::string path = folder / "kantor.jenjang";
};

TEST_F(PassagesTest, AnswerASearchWithTheirPlaceAndPages) {
  Store store = must(Store::open(path, OpenMode::read_only));
  const auto hits = must(store::search(store, "\"ditetapkan rencana\""));
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].source_code, "panjang");
  EXPECT_EQ(hits[0].page, 1);
  EXPECT_EQ(hits[0].last_page, 2);
  EXPECT_EQ(hits[0].locator, clause);
}

TEST_F(PassagesTest, AreFoundByEachOfTheirStretches) {
  Store store = must(Store::open(path, OpenMode::read_only));
  for (const document::Range range : {document::Range{2, 5}, {22, 25}, {30, 31}, {42, 99}}) {
    const auto found = must(store.find_passages("source-panjang", range));
    ASSERT_EQ(found.size(), 1U) << range.begin;
    EXPECT_EQ(found[0].locator, clause);
  }
  EXPECT_TRUE(must(store.find_passages("source-panjang", {23, 24})).empty());
  EXPECT_TRUE(must(store.find_passages("source-panjang", {43, 50})).empty());
}

TEST_F(PassagesTest, GiveACitationItsPlace) {
  Store store = must(Store::open(path, OpenMode::read_only));
  const auto dossier = must(store.load_dossier("A1"));
  ASSERT_EQ(dossier.evidence.size(), 2U);
  EXPECT_TRUE(dossier.evidence[0].locator.empty());
  EXPECT_EQ(dossier.evidence[1].locator, clause);
}

TEST_F(PassagesTest, AreVerifiedInAllTheirStretches) {
  EXPECT_TRUE(must(must(Store::open(path, OpenMode::read_only)).verify()).empty());
  store::tamper(path, "UPDATE passage_parts SET range_end = range_end - 1");
  EXPECT_EQ(must(must(Store::open(path, OpenMode::read_only)).verify()),
            (std::vector<store::Damage>{{"store.damaged_passage", "panjang 3"}}));
  store::tamper(path,
                "UPDATE passage_parts SET range_end = range_end + 1;"
                "UPDATE evidence_locators SET locator = 'pasal 6'");
  EXPECT_EQ(must(must(Store::open(path, OpenMode::read_only)).verify()).front().subject,
            "evidence_locators E2");
}

TEST_F(PassagesTest, OfAnOlderWorkspaceStayValidWithoutAPlace) {
  store::tamper(path, "UPDATE passages SET text = 'Kebijakan \u00e9 ditetapkan.' WHERE number = 3");
  store::undo_migrations_after(path, 3);
  Store store = must(Store::open(path, OpenMode::read_write));
  EXPECT_TRUE(must(store.verify()).empty());
  const auto hits = must(store::search(store, "ditetapkan"));
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_EQ(hits[1].last_page, 1);
  EXPECT_TRUE(hits[1].locator.empty());
  EXPECT_TRUE(must(store.load_dossier("A1")).evidence.at(1).locator.empty());
}

}  // namespace
