// Words are found again where they stand, changed or several times, and not where they are gone.
#include "text/find_again.hpp"

#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "text/unicode.hpp"

namespace {

using text::PlaceCandidate;
using text::Span;

std::string words_at(const std::string& text, const Span& span) {
  return std::string(text::slice(text, span.begin, span.end));
}

TEST(FindNearestWords, FindsTheStretchThatIsMostAlike) {
  const std::string quote = "Anggaran tahun 2026 tidak mencukupi untuk pusat data kabupaten ini";

  struct Case {
    const char* text;
    const char* found;  ///< empty: none
  };

  for (const auto& c : std::vector<Case>{
           {"Awal. anggaran tahun 2026 tidak mencukupi untuk pusat data kabupaten ini. Akhir.",
            "anggaran tahun 2026 tidak mencukupi untuk pusat data kabupaten ini"},
           {"x Anggaran tahun 2027 tidak mencukupi untuk pusat data kabupaten ini y",
            "Anggaran tahun 2027 tidak mencukupi untuk pusat data kabupaten ini"},
           {"x Anggaran tahun 2026 memang tidak mencukupi untuk pusat data kabupaten ini y",
            "Anggaran tahun 2026 memang tidak mencukupi untuk pusat data kabupaten ini"},
           {"x Anggaran tahun 2026 tidak mencukupi untuk data kabupaten ini y",
            "Anggaran tahun 2026 tidak mencukupi untuk data kabupaten ini"},
           {"x Anggaran tahun 2027 sudah cukup untuk pusat data kabupaten ini y", ""},
           {"Anggaran tahun 2026 tidak", ""},
           {"", ""},
       }) {
    const auto found = text::find_nearest_words(c.text, quote, 0.8);
    ASSERT_LE(found.size(), 1U) << c.text;
    EXPECT_EQ(found.empty() ? "" : words_at(c.text, found[0].span), c.found) << c.text;
  }
  EXPECT_TRUE(text::find_nearest_words("apa saja", "…", 0.8).empty());
}

TEST(FindNearestWords, GivesEveryEquallyNearStretchOnce) {
  const std::string line = "satu dua tiga empat lima enam";
  const std::string page = "satu dua tiga empat lima tujuh. satu dua tiga empat lima delapan.";
  const auto found = text::find_nearest_words(page, line, 0.8);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(words_at(page, found[0].span), "satu dua tiga empat lima tujuh");
  EXPECT_EQ(words_at(page, found[1].span), "satu dua tiga empat lima delapan");
}

std::vector<std::string> some_words(int least, int most) {
  const int size = *rc::gen::inRange(least, most);
  std::vector<std::string> words;
  words.reserve(static_cast<std::size_t>(size));
  for (int i = 0; i < size; ++i) words.push_back("w" + std::to_string(*rc::gen::inRange(0, 12)));
  return words;
}

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

/// The fewest edits between two lists of words, by the plain recurrence.
int count_edits(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

TEST(FindNearestWords, FindsWhatTryingEveryStretchFinds) {
  rc::check([] {
    const auto quote = some_words(1, 12);
    const auto page = some_words(0, 40);
    double best = 0;
    for (std::size_t begin = 0; begin < page.size(); ++begin)
      for (std::size_t end = begin + 1; end <= page.size(); ++end) {
        const std::vector<std::string> part(page.begin() + static_cast<std::ptrdiff_t>(begin),
                                            page.begin() + static_cast<std::ptrdiff_t>(end));
        const double longer = static_cast<double>(std::max(part.size(), quote.size()));
        best = std::max(best, 1 - count_edits(part, quote) / longer);
      }
    const auto found = text::find_nearest_words(join(page), join(quote), 0.8);
    RC_ASSERT(found.empty() == (best < 0.8 - 1e-9));
    // Of stretches with the same edits the shorter one may be taken, which is less alike by a
    // little.
    if (!found.empty()) RC_ASSERT(found[0].similarity <= best + 1e-9);
    if (!found.empty()) RC_ASSERT(found[0].similarity >= 0.8 - 1e-9);
  });
}

TEST(ChoosePlace, TakesUnitNeighboursAndPlaceInThatOrder) {
  const std::string page = "satu wajib dua. tiga wajib empat. lima wajib enam.";

  struct Case {
    std::vector<PlaceCandidate> candidates;
    text::FormerPlace former;
    std::size_t chosen;
  };

  const std::vector<PlaceCandidate> plain = {{{5, 10}}, {{21, 26}}, {{39, 44}}};
  auto with_unit = plain;
  with_unit[2].same_unit = true;
  for (const auto& c : std::vector<Case>{
           {plain, {"tiga ", " empat", 0.0}, 1},
           {plain, {"", " enam.", 0.0}, 2},
           {plain, {"tujuh ", " delapan", 0.45}, 1},
           {plain, {"tujuh ", " delapan", 0.0}, 0},
           {with_unit, {"tiga ", "", 0.0}, 2},
           {with_unit, {"tujuh", "delapan", 0.0}, 2},
       })
    EXPECT_EQ(text::choose_place(page, c.candidates, c.former), c.chosen) << c.former.prefix;
}

}  // namespace
