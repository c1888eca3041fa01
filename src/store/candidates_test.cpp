// Candidates hold any of the stems; counts are those of all passages.
#include "store/candidates.hpp"

#include "store/workspace_for_test.hpp"

namespace {

using store::must;
using store::Store;

class CandidatesTest : public testing::Test {
 protected:
  CandidatesTest() { must(store::save(store, store::small_source("kedua"))); }

  store::TemporaryFolder folder;
  Store store = store::make_workspace(folder / "dinas.jenjang");
};

TEST_F(CandidatesTest, HoldAnyOfTheStems) {
  struct Case {
    std::vector<std::string> stems;
    int limit;
    std::size_t hits;
  };

  for (const auto& c : std::vector<Case>{{{}, 10, 0},
                                         {{"rencana"}, 10, 2},
                                         {{"rencana", "tetap"}, 10, 4},
                                         {{"rencana", "tetap"}, 3, 3},
                                         {{"rencana", "tetap"}, 0, 0},
                                         {{"ditetapkan"}, 10, 0},
                                         {{"nirada"}, 10, 0}})
    EXPECT_EQ(must(store.find_candidates("A1", c.stems, c.limit)).size(), c.hits)
        << c.stems.size() << " of " << c.limit;
  const auto hits = must(store.find_candidates("A1", {"rencana"}, 1));
  EXPECT_EQ(hits.at(0).text, "Rencana induk SPBE.");
  EXPECT_EQ(hits.at(0).page, 2);
}

TEST_F(CandidatesTest, AreCountedAmongAllPassages) {
  const auto counts = must(store.count_stems({"rencana", "nirada", "spbe"}));
  EXPECT_EQ(counts.passages, 4);
  EXPECT_DOUBLE_EQ(counts.mean_words, 3);
  EXPECT_EQ(counts.holding,
            (std::vector<std::pair<std::string, std::int64_t>>{
                {"rencana", 2}, {"nirada", 0}, {"spbe", 2}}));
  EXPECT_TRUE(must(store.count_stems({})).holding.empty());
}

TEST(EmptyWorkspace, HasNoCandidates) {
  const store::TemporaryFolder folder;
  auto store = must(Store::open(folder / "kosong.jenjang", store::OpenMode::create));
  must(store.save_assessment(
      store::small_assessment(), store::small_model(), "2026-01-01T00:00:00Z"));
  EXPECT_TRUE(must(store.find_candidates("A1", {"rencana"}, 5)).empty());
  EXPECT_EQ(must(store.count_stems({"rencana"})).passages, 0);
}

}  // namespace
