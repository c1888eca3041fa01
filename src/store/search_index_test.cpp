// The search box takes anything: what is meant is found, and nothing typed can break it.
#include "store/search_index.hpp"

#include <rapidcheck.h>

#include "store/workspace_for_test.hpp"

namespace {

using store::must;
using store::Store;

TEST(FormatMatch, AsksForStemsAndForTheWordItself) {
  struct Case {
    const char* typed;
    const char* match;
  };

  auto stemmer = store::small_stemmer();
  for (
      const auto& c : std::vector<Case>{
          {"", ""},
          {"-induk", ""},
          {"perencanaan", R"((({stems compounds} : "rencana" OR surface : "perencanaan")))"},
          {R"("tata kelola")", R"(((surface : "tata kelola")))"},
          {"ren*", R"(((surface : "ren" *)))"},
          {R"("diubah data"~4)", R"(((stems : NEAR("ubah" "data" , 4))))"},
          {"a OR b c",
           R"((({stems compounds} : "a" OR surface : "a") OR ({stems compounds} : "b" OR surface : "b")) )"
           R"(AND (({stems compounds} : "c" OR surface : "c")))"},
          {R"(a -"b c")",
           R"(((({stems compounds} : "a" OR surface : "a"))) NOT ((surface : "b c")))"},
      })
    EXPECT_EQ(must(store::format_match(text::parse_search_query(c.typed), stemmer)), c.match)
        << c.typed;
  text::SearchQuery joined = text::parse_search_query("-a");
  joined.terms.push_back({text::SearchTerm::Kind::phrase, {"b"}, 0, false, true});
  EXPECT_EQ(must(store::format_match(joined, stemmer)),
            R"((((surface : "b"))) NOT (({stems compounds} : "a" OR surface : "a")))")
      << "an alternative to nothing stands alone";
  std::string endless;
  for (int i = 0; i < 65; ++i) endless += "kata ";
  EXPECT_EQ(store::outcome_of(store::format_match(text::parse_search_query(endless), stemmer)),
            "store.search_too_long");
}

class SearchTest : public testing::Test {
 protected:
  SearchTest() { must(store::save(store, store::small_source("kedua"))); }

  std::size_t count(std::string_view typed) { return must(store::search(store, typed)).size(); }

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
           {"ditet", 0},
           {"perencanaan", 2},
           {"penetapan", 2},
           {R"("perencanaan")", 0},
           {R"("rencana spbe"~1)", 2},
           {R"("spbe rencana"~0)", 0},
           {"rencana sumber:kebijakan", 1},
           {"rencana source:ke*", 2},
           {"rencana sumber:absen", 0},
           {"rencana hlm:2", 2},
           {"rencana page:1", 0},
           {"rencana -spbe", 0},
           {"kebijakan -spbe", 2},
           {"induk \u2014 rencana", 2},
           {"spbe.", 2},
       })
    EXPECT_EQ(count(c.typed), c.hits) << c.typed;
  const auto hits = must(store::search(store, "rencana", 1));
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].source_code, "kebijakan") << "equal ranks come in order of filing";
  EXPECT_EQ(hits[0].page, 2);
  EXPECT_EQ(hits[0].range, (document::Range{24, 43}));
  EXPECT_EQ(hits[0].text, "Rencana induk SPBE.");
}

TEST_F(SearchTest, FindsWordsThatLookAlike) {
  EXPECT_EQ(must(store.find_similar_words("rencama")), (std::vector<std::string>{"rencana"}));
  EXPECT_EQ(must(store.find_similar_words("rnecana")), (std::vector<std::string>{"rencana"}));
  EXPECT_TRUE(must(store.find_similar_words("rencana")).empty());
  EXPECT_TRUE(must(store.find_similar_words("xyz")).empty());
}

TEST_F(SearchTest, MakesTheIndexAfreshForAnotherDictionary) {
  text::Stemmer other(text::Lexicon::parse("1\ninduk/B0KaPa\n"), text::shipped_word_lists());
  EXPECT_FALSE(must(store.is_index_current(other)));
  const auto find = [&](std::string_view typed) {
    return must(store.search("A1", text::parse_search_query(typed), other, 10)).size();
  };
  EXPECT_EQ(find("berinduk"), 2U) << "the words themselves stand in the old index";
  EXPECT_EQ(find("penetapan"), 0U);
  must(store.rebuild_index(other));
  EXPECT_TRUE(must(store.is_index_current(other)));
  EXPECT_EQ(find("berinduk"), 2U);
  EXPECT_TRUE(must(store.verify()).empty());
  must(store.save_source("A1", store::small_source("ketiga"), other));
  EXPECT_EQ(find("berinduk"), 3U);
  must(store::save(store, store::small_source("keempat")));
  EXPECT_EQ(count("penetapan"), 4U) << "filing with the first dictionary made it afresh";
}

TEST(OldIndex, IsMadeAfreshAfterAnUpgrade) {
  const store::TemporaryFolder folder;
  const auto path = folder / "lama.jenjang";
  {
    const Store made = store::make_workspace(path);
  }
  store::undo_migrations_after(path, 2);
  EXPECT_EQ(store::outcome_of(Store::open(path, store::OpenMode::read_only)),
            "store.older_version");
  Store upgraded = must(Store::open(path, store::OpenMode::read_write));
  auto stemmer = store::small_stemmer();
  EXPECT_FALSE(must(upgraded.is_index_current(stemmer)));
  EXPECT_TRUE(must(upgraded.verify()).empty()) << "an index that was not made yet is no damage";
  must(upgraded.rebuild_index(stemmer));
  EXPECT_EQ(must(store::search(upgraded, "perencanaan")).size(), 1U);
  EXPECT_TRUE(must(upgraded.verify()).empty());
}

TEST_F(SearchTest, StaysWithinTheOrganization) {
  auto other = store::small_assessment();
  other.id = "A2";
  other.organization = "Dinas Lain";
  must(store.save_assessment(other, store::small_model(), "t"));
  EXPECT_TRUE(must(store::search(store, "rencana", 10, "A2")).empty());
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
    EXPECT_TRUE(store::search(store, typed, 10)) << typed;
  rc::check("any bytes", [&](const std::vector<std::uint8_t>& bytes) {
    RC_ASSERT(store::search(store, std::string(bytes.begin(), bytes.end()), 10).has_value());
  });
  const auto typed = rc::gen::container<std::string>(
      rc::gen::elementOf(std::string("ab\"*-() \tOR:^+{}\xc3\xa9.")));
  rc::check("any syntax", [&] { RC_ASSERT(store::search(store, *typed, 10).has_value()); });
}

}  // namespace
