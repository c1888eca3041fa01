// What is understood of what was typed, as a reader would write it down.
#include "text/search_query.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace text {
namespace {

std::string show(const SearchTerm& term) {
  std::string shown = term.joins_last ? "|" : "";
  if (term.is_excluded) shown += '-';
  for (const auto& word : term.words) shown += (&word == &term.words.front() ? "" : "+") + word;
  switch (term.kind) {
    case SearchTerm::Kind::word:
      return shown;
    case SearchTerm::Kind::phrase:
      return shown + "!";
    case SearchTerm::Kind::prefix:
      return shown + "*";
    case SearchTerm::Kind::near:
      return shown + "~" + std::to_string(term.distance);
  }
  return shown;
}

std::string show(const SearchQuery& query) {
  std::string shown;
  for (const auto& term : query.terms) shown += (shown.empty() ? "" : " ") + show(term);
  if (!query.source.empty()) shown += " source=" + query.source;
  if (query.page) shown += " page=" + std::to_string(*query.page);
  return shown;
}

TEST(SearchQuery, UnderstandsWhatIsTyped) {
  struct Case {
    std::string_view typed;
    std::string_view understood;
  };

  for (const auto& c : {Case{"", ""},
                        Case{"Rencana  INDUK", "rencana induk"},
                        Case{R"("rencana induk")", "rencana+induk!"},
                        Case{R"("rencana induk)", "rencana+induk!"},
                        Case{"ren*", "ren*"},
                        Case{R"("rencana ind"*)", "rencana+ind*"},
                        Case{R"("tata kelola"~5 data)", "tata+kelola~5 data"},
                        Case{R"("tata kelola"~x)", "tata+kelola! x"},
                        Case{"non-elektronik", "non+elektronik"},
                        Case{"rencana OR kebijakan spbe", "rencana |kebijakan spbe"},
                        Case{"rencana ATAU kebijakan", "rencana |kebijakan"},
                        Case{"OR rencana OR", "rencana"},
                        Case{R"("OR" or)", "or! or"},
                        Case{"rencana -induk", "rencana -induk"},
                        Case{R"(a -b OR -"c d")", R"(a -b -c+d!)"},
                        Case{"-a OR b", "-a b"},
                        Case{"arsip sumber:perbup-12 hlm:4", "arsip source=perbup-12 page=4"},
                        Case{"source:perbup* page:12", " source=perbup* page=12"},
                        Case{"hlm:x hlm:0 pukul 10:30", "hlm+x hlm+0 pukul 10+30"},
                        Case{"sumber: arsip", "sumber arsip"},
                        Case{"\u2014 \u201c \u00a7 x * - \" \"", "x"},
                        Case{"peta \u030F -\u030F \"\u0303\"", "peta"},
                        Case{"NEAR(a AND b", "near+a and b"}})
    EXPECT_EQ(show(parse_search_query(c.typed)), c.understood) << c.typed;
}

TEST(SearchQuery, KnowsWhetherAnyWordIsAskedFor) {
  EXPECT_TRUE(parse_search_query("a -b").asks_for_words());
  for (const auto typed : {"", "-a", "sumber:x", "*"})
    EXPECT_FALSE(parse_search_query(typed).asks_for_words()) << typed;
}

RC_GTEST_PROP(SearchQuery, TakesAnyBytes, (const std::vector<std::uint8_t>& bytes)) {
  const auto query = parse_search_query(std::string(bytes.begin(), bytes.end()));
  for (const auto& term : query.terms) RC_ASSERT(!term.words.empty());
}

}  // namespace
}  // namespace text
