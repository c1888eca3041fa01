// The words around a hit: where it is cut, and what is marked.
#include "text/snippet.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "text/tokens.hpp"
#include "text/unicode.hpp"

namespace {

text::Snippet cut(std::string_view passage, std::string_view query, int width) {
  static text::Stemmer stemmer(
      text::Lexicon::parse("3\nkelola/D0PaM0\ntetap/DkPa\ntindaklanjut/A2DiMi\n"),
      text::shipped_word_lists());
  return text::find_snippet(passage, text::parse_search_query(query), stemmer, width);
}

std::string show(const text::Snippet& snippet) {
  std::string shown;
  std::int64_t done = 0;
  for (const auto& mark : snippet.marks) {
    shown += text::slice(snippet.text, done, mark.begin);
    shown += '[';
    shown += text::slice(snippet.text, mark.begin, mark.end);
    shown += ']';
    done = mark.end;
  }
  return shown + std::string(text::slice(snippet.text, done, 1 << 20));
}

TEST(Snippet, ShowsTheWordsAroundTheHit) {
  struct Case {
    std::string_view name;
    std::string_view passage;
    std::string_view query;
    int width;
    std::string_view shown;
  };

  constexpr std::string_view passage =
      "Kebijakan tata kelola SPBE ditetapkan\noleh pimpinan, lalu ditinjau setiap tahun.";
  for (const auto& c : std::vector<Case>{
           {"all of a short passage", "tata  kelola", "Kelola", 40, "tata [kelola]"},
           {"in the middle", passage, "pimpinan", 30, "…oleh [pimpinan], lalu ditinjau…"},
           {"the beginning without a hit", passage, "absen", 16, "Kebijakan tata…"},
           {"two words close together",
            passage,
            "setiap kebijakan tahun",
            24,
            "…ditinjau [setiap] [tahun]."},
           {"a prefix", passage, "tetap* ditetap*", 24, "…SPBE [ditetapkan] oleh…"},
           {"any form of a word", passage, "penetapan", 24, "…SPBE [ditetapkan] oleh…"},
           {"a compound, fused or apart",
            "tindak lanjut; menindaklanjuti; lanjut",
            "ditindaklanjuti",
            60,
            "[tindak] [lanjut]; [menindaklanjuti]; lanjut"},
           {"a compound's part", "menindaklanjuti", "tindak", 40, "[menindaklanjuti]"},
           {"a phrase only as it stands",
            "dikelola, tata kelola",
            R"("kelola")",
            40,
            "dikelola, tata [kelola]"},
           {"what is excluded is not marked", "tata kelola", "tata -kelola", 40, "[tata] kelola"},
           {"accents aside", "Kafé di kota", "kafe", 40, "[Kafé] di kota"},
           {"no words at all", "---", "x", 40, "---"},
           {"nothing", "", "x", 40, ""},
       })
    EXPECT_EQ(show(cut(c.passage, c.query, c.width)), c.shown) << c.name;
}

RC_GTEST_PROP(Snippet, MarksLieInTheTextAndInOrder, (const std::string& passage)) {
  const auto snippet = cut(text::repair_utf8(passage), "a b* 1", *rc::gen::inRange(1, 60));
  std::int64_t done = 0;
  for (const auto& mark : snippet.marks) {
    RC_ASSERT(mark.begin >= done && mark.end > mark.begin);
    done = mark.end;
  }
  RC_ASSERT(done <= text::count_code_points(snippet.text));
}

TEST(Tokens, AreWordsWithTheirPlaces) {
  const auto words = text::find_words("Undang-Undang No. 5 é");
  ASSERT_EQ(words.size(), 5U);
  EXPECT_EQ(words[1].folded, "undang");
  EXPECT_EQ(words[1].range, (text::Span{7, 13}));
  EXPECT_EQ(words[4].folded, "e");
}

}  // namespace
