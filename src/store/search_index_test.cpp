// The search box takes anything: what is meant is found, and nothing typed can break it.
#include "store/search_index.hpp"

#include <rapidcheck.h>

#include "store/workspace_for_test.hpp"

namespace {

using store::format_search_query;
using store::must;
using store::Store;

TEST(FormatSearchQuery, SaysWhatWasTypedInSafeWords) {
  struct Case {
    const char* typed;
    const char* query;
  };

  for (const auto& c : std::vector<Case>{
           {"", ""},
           {"   ", ""},
           {"rencana", R"(("rencana"))"},
           {"rencana induk", R"(("rencana") AND ("induk"))"},
           {R"("rencana induk")", R"(("rencana induk"))"},
           {R"("rencana induk)", R"(("rencana induk"))"},
           {"ren*", R"(("ren*" *))"},
           {"rencana OR kebijakan spbe", R"(("rencana" OR "kebijakan") AND ("spbe"))"},
           {"rencana ATAU kebijakan", R"(("rencana" OR "kebijakan"))"},
           {"rencana -induk", R"((("rencana")) NOT ("induk"))"},
           {R"(a -b -"c d")", R"((("a")) NOT ("b" OR "c d"))"},
           {"-induk", ""},
           {"OR", ""},
           {"OR rencana OR", R"(("rencana"))"},
           {R"("OR")", R"(("OR"))"},
           {"*", ""},
           {"\"", ""},
           {"\"\"", ""},
           {"-", ""},
           {"--", ""},
           {"NEAR(a", R"(("NEAR(a"))"},
           {"surface:x", R"(("surface:x"))"},
           {"\u2014 \u201c \u00a7 x", R"(("x"))"},
           {"\u00e9", "(\"\u00e9\")"},
       })
    EXPECT_EQ(must(format_search_query(c.typed)), c.query) << c.typed;
  std::string endless;
  for (int i = 0; i < 65; ++i) endless += "kata ";
  EXPECT_EQ(store::outcome_of(format_search_query(endless)), "store.search_too_long");
}

class SearchTest : public testing::Test {
 protected:
  SearchTest() { must(store.save_source("A1", store::small_source("kedua"))); }

  std::size_t count(std::string_view typed) { return must(store.search("A1", typed, 100)).size(); }

  store::TemporaryFolder folder;
  Store store = store::make_workspace(folder / "dinas.jenjang");
};

TEST_F(SearchTest, FindsPassages) {
  struct Case {
    const char* typed;
    std::size_t hits;
  };

  for (const auto& c : std::vector<Case>{
           {"rencana", 2},
           {"RENCANA", 2},
           {"\u00e9", 2},
           {"e", 2},
           {"\"rencana induk\"", 2},
           {"\"induk rencana\"", 0},
           {"induk rencana", 2},
           {"induk kebijakan", 0},
           {"induk OR kebijakan", 4},
           {"ditetap*", 2},
           {"ditetap", 0},
           {"rencana -spbe", 0},
           {"kebijakan -spbe", 2},
           {"induk \u2014 rencana", 2},
           {"spbe.", 2},
       })
    EXPECT_EQ(count(c.typed), c.hits) << c.typed;
  const auto hits = must(store.search("A1", "rencana", 1));
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].source_code, "kebijakan") << "equal ranks come in order of filing";
  EXPECT_EQ(hits[0].page, 2);
  EXPECT_EQ(hits[0].range, (document::Range{24, 43}));
  EXPECT_EQ(hits[0].text, "Rencana induk SPBE.");
}

TEST_F(SearchTest, StaysWithinTheOrganization) {
  auto other = store::small_assessment();
  other.id = "A2";
  other.organization = "Dinas Lain";
  must(store.save_assessment(other, store::small_model(), "t"));
  EXPECT_TRUE(must(store.search("A2", "rencana", 10)).empty());
}

TEST_F(SearchTest, NothingTypedCanBreakIt) {
  for (const std::string_view typed : {std::string_view("\""),
                                       std::string_view("*"),
                                       std::string_view("NEAR("),
                                       std::string_view("-"),
                                       std::string_view(""),
                                       std::string_view("a\" OR \"b"),
                                       std::string_view("^a + b"),
                                       std::string_view("surface : a"),
                                       std::string_view("{a} (b"),
                                       std::string_view("'; DROP TABLE passages"),
                                       std::string_view("AND NOT OR"),
                                       std::string_view("a\0b", 3),
                                       std::string_view("\xff\xfe\xc3"),
                                       std::string_view("\xf0\x9f"),
                                       std::string_view("\u4e2d* -\u0301")})
    EXPECT_TRUE(store.search("A1", typed, 10)) << typed;
  rc::check("any bytes", [&](const std::vector<std::uint8_t>& bytes) {
    RC_ASSERT(store.search("A1", std::string(bytes.begin(), bytes.end()), 10).has_value());
  });
  const auto typed = rc::gen::container<std::string>(
      rc::gen::elementOf(std::string("ab\"*-() \tOR:^+{}\xc3\xa9.")));
  rc::check("any syntax", [&] { RC_ASSERT(store.search("A1", *typed, 10).has_value()); });
}

}  // namespace
