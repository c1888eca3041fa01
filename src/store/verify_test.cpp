// What changed behind the store's back is found, and is not handed out as if nothing had happened.
#include "store/verify.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "store/workspace_for_test.hpp"

namespace {

using store::Damage;
using store::must;
using store::OpenMode;
using store::outcome_of;
using store::Store;

class VerifyTest : public testing::Test {
 protected:
  VerifyTest() {
    Store store = store::make_workspace(path);
    must(store.decide_evidence("A1",
                               {"E1", assessment::EvidenceState::accepted, "budi", "jelas", "t"}));
    must(store.decide_evidence("A1",
                               {"E1", assessment::EvidenceState::rejected, "cici", "keliru", "t"}));
    auto coded = store::coded_evidence();
    coded.locator = *document::parse_locator("pasal 1");
    must(store.add_evidence("A1", coded));
    assessment::CodingAct act;
    act.kind = assessment::ActKind::add;
    act.code = "anggaran";
    act.name = "Anggaran";
    must(store.add_act("A1", act));
    must(store.add_coding("A1", store::small_coding()));
    act.kind = assessment::ActKind::code;
    act.subjects = {"K1"};
    must(store.add_act("A1", act));
    assessment::NewerPlace place;
    place.outcome = assessment::AnchorOutcome::same;
    const auto cited = store::small_evidence();
    place.now = static_cast<const assessment::Anchor&>(cited);
    must(store.add_anchor("A1", {"E1", place}));
    must(store.add_anchor("A1", {"E1", place}));
    using document::RecordField;
    must(store.add_corrections("source-kebijakan",
                               {{RecordField::number, "58", "", "ani", "t"},
                                {RecordField::number, "59", "", "budi", "t"}}));
  }

  std::vector<Damage> verify() {
    return must(must(Store::open(path, OpenMode::read_only)).verify());
  }

  store::TemporaryFolder folder;
  std::string path = folder / "dinas.jenjang";
};

TEST_F(VerifyTest, FindsNothingInAWorkspaceAsItWasFiled) {
  EXPECT_EQ(verify(), std::vector<Damage>{});
}

TEST_F(VerifyTest, FindsEveryKindOfChange) {
  const std::string sound = store::read_whole(path);

  struct Case {
    const char* script;
    Damage damage;
  };

  for (const auto& c : std::vector<Case>{
           {"UPDATE source_texts SET text = replace(text, 'Rencana', 'Rencanb')",
            {"store.damaged_text", "kebijakan"}},
           {"UPDATE source_bytes SET bytes = CAST(bytes || x'00' AS BLOB)",
            {"store.damaged_bytes", "kebijakan"}},
           {"UPDATE model_files SET bytes = x'79' WHERE path = 'a/b.yaml'",
            {"store.damaged_model", "tiny@1.0.0"}},
           {"DELETE FROM model_files WHERE path = 'a/b.yaml'",
            {"store.damaged_model", "tiny@1.0.0"}},
           {"UPDATE ratings SET value = '2/1' WHERE sequence = 1",
            {"store.damaged_row", "ratings A1/1"}},
           {"UPDATE ratings SET withdrawn = 1 WHERE sequence = 2",
            {"store.damaged_row", "ratings A1/2"}},
           {"UPDATE ratings SET row_digest = 'x' WHERE sequence = 2",
            {"store.damaged_row", "ratings A1/2"}},
           {"DELETE FROM ratings WHERE sequence = 1", {"store.missing_entry", "ratings A1"}},
           {"DELETE FROM evidence_decisions WHERE sequence = 1",
            {"store.missing_entry", "evidence_decisions E1"}},
           {"UPDATE evidence SET level = 4", {"store.damaged_row", "evidence E1"}},
           {"UPDATE evidence SET quote = 'Rencana indux'", {"store.damaged_quote", "kebijakan E1"}},
           {"UPDATE evidence_decisions SET state = 'accepted' WHERE sequence = 2",
            {"store.damaged_row", "evidence_decisions E1/2"}},
           {"UPDATE evidence_codings SET coverage = 'all/40'",
            {"store.damaged_row", "evidence_codings E2"}},
           {"UPDATE evidence_codings SET check_code = '3a'",
            {"store.damaged_row", "evidence_codings E2"}},
           {"UPDATE codings SET memo = 'lain'", {"store.damaged_row", "codings K1"}},
           {"UPDATE codings SET quote = 'Rencana indux'", {"store.damaged_quote", "kebijakan K1"}},
           {"DELETE FROM coding_acts WHERE number = 1", {"store.missing_entry", "coding_acts"}},
           {"UPDATE coding_acts SET code = 'lain' WHERE number = 1",
            {"store.damaged_row", "coding_acts 1"}},
           {"UPDATE coding_acts SET done_by = 'lain' WHERE number = 2",
            {"store.damaged_row", "coding_acts 2"}},
           {"UPDATE anchors SET outcome = 'lost' WHERE sequence = 2",
            {"store.damaged_row", "anchors E1/2"}},
           {"UPDATE anchors SET quote = 'Rencana indux' WHERE sequence = 1",
            {"store.damaged_quote", "kebijakan E1/1"}},
           {"DELETE FROM anchors WHERE sequence = 1", {"store.missing_entry", "anchors E1"}},
           {"UPDATE source_signatures SET state = 'valid' WHERE position = 1",
            {"store.damaged_row", "source_signatures source-kebijakan/1"}},
           {"UPDATE record_corrections SET value = '60' WHERE sequence = 2",
            {"store.damaged_row", "record_corrections source-kebijakan/2"}},
           {"DELETE FROM record_corrections WHERE sequence = 1",
            {"store.missing_entry", "record_corrections source-kebijakan"}},
           {"UPDATE targets SET level = '1/1' WHERE position = 0",
            {"store.damaged_row", "targets A1/0"}},
           {"UPDATE organizations SET name = 'Dinas Lain'",
            {"store.damaged_row", "organizations O1"}},
           {"UPDATE sources SET title = 'x'", {"store.damaged_row", "sources source-kebijakan"}},
           {"INSERT INTO ocr_readings VALUES ('source-kebijakan', 1, 1, 'ind', 99.0, NULL, NULL, "
            "'x')",
            {"store.damaged_row", "ocr_readings source-kebijakan/1"}},
           {"INSERT INTO other_layers VALUES ('source-kebijakan', 1, 'lain', 'x')",
            {"store.damaged_row", "other_layers source-kebijakan/1"}},
           {"UPDATE pages SET words = x'01ff' WHERE number = 2",
            {"store.damaged_page", "kebijakan 2"}},
           {"UPDATE pages SET range_end = 4000 WHERE number = 2",
            {"store.damaged_page", "kebijakan 2"}},
           {"UPDATE passages SET text = 'lain' WHERE number = 2",
            {"store.damaged_passage", "kebijakan 2"}},
           {"DELETE FROM passages WHERE number = 2", {"store.search_incomplete", "1"}},
       }) {
    store::write_whole(path, sound);
    store::tamper(path, c.script);
    const auto found = verify();
    EXPECT_NE(std::find(found.begin(), found.end(), c.damage), found.end())
        << c.script << (found.empty() ? " nothing" : " " + found[0].id + " " + found[0].subject);
  }
}

TEST_F(VerifyTest, FindsTheLastRowOfEachTableOfCodingDeleted) {
  const std::string sound = store::read_whole(path);
  for (const std::string table : {"evidence",
                                  "evidence_locators",
                                  "evidence_codings",
                                  "evidence_decisions",
                                  "codings",
                                  "coding_acts",
                                  "anchors"}) {
    store::write_whole(path, sound);
    store::tamper(path,
                  fmt::format("PRAGMA foreign_keys = OFF;"
                              "DELETE FROM {0} WHERE rowid = (SELECT MAX(rowid) FROM {0})",
                              table));
    EXPECT_EQ(std::ranges::count(verify(), Damage{"store.missing_entry", table}), 1) << table;
  }
  store::write_whole(path, sound);
  store::tamper(path, "DELETE FROM row_counts WHERE table_name = 'codings'");
  EXPECT_EQ(verify(), (std::vector<Damage>{{"store.missing_entry", "codings"}}));
}

TEST_F(VerifyTest, CountsTheRowsOfAWorkspaceOfBefore) {
  store::undo_migrations_after(path, 11);
  must(Store::open(path, OpenMode::read_write));
  EXPECT_EQ(verify(), std::vector<Damage>{});
  store::tamper(path, "DELETE FROM evidence_codings");
  EXPECT_EQ(verify(), (std::vector<Damage>{{"store.missing_entry", "evidence_codings"}}));
}

TEST_F(VerifyTest, AFlippedBitInTheFileIsFoundWhereverItMatters) {
  const std::string sound = store::read_whole(path);
  for (const std::string words :
       {"Rencana induk SPBE.", "%PDF-1.7", "id: tiny", "karena", "jelas", "Dinas Kominfo"}) {
    std::string flipped = sound;
    const auto at = flipped.find(words);
    ASSERT_NE(at, std::string::npos) << words;
    flipped[at + 2] = static_cast<char>(flipped[at + 2] ^ 1);
    store::write_whole(path, flipped);
    EXPECT_FALSE(verify().empty()) << words;
  }
}

TEST_F(VerifyTest, DamageIsNotHandedOut) {
  store::tamper(path,
                "UPDATE source_texts SET text = text || 'x';"
                "UPDATE source_bytes SET bytes = CAST(bytes || x'00' AS BLOB);"
                "UPDATE model_files SET bytes = x'79'");
  {
    Store store = must(Store::open(path, OpenMode::read_only));
    EXPECT_EQ(outcome_of(store.load_pages("source-kebijakan")), "store.damaged_text");
    EXPECT_EQ(outcome_of(store.load_bytes("source-kebijakan")), "store.damaged_bytes");
    EXPECT_EQ(outcome_of(store.load_model(store::small_model().digest)), "store.damaged_model");
    EXPECT_EQ(outcome_of(store.load_dossier("A1")), "ok");
  }
  store::tamper(path, "UPDATE ratings SET value = '4/1' WHERE sequence = 2");
  const auto dossier = must(Store::open(path, OpenMode::read_only)).load_dossier("A1");
  ASSERT_FALSE(dossier);
  EXPECT_EQ(dossier.error(),
            (base::Error{
                base::ErrorKind::unsupported, "store.damaged_row", {{"subject", "ratings A1/2"}}}));
}

TEST_F(VerifyTest, ADamagedStructureIsAFindingNotAFailure) {
  std::string bytes = store::read_whole(path);
  ASSERT_GT(bytes.size(), 40'000U);
  for (std::size_t i = 20'000; i < 30'000; ++i) bytes[i] = '\x5a';
  store::write_whole(path, bytes);
  const auto opened = Store::open(path, OpenMode::read_only);
  if (!opened) {
    EXPECT_EQ(opened.error().kind, base::ErrorKind::unsupported);
    return;
  }
  EXPECT_FALSE(verify().empty());
}

}  // namespace
