// A quotation is found as a careful reader would find it, and nowhere else.
#include "text/quote.hpp"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "text/unicode.hpp"

namespace {

using Spans = std::vector<text::Span>;

std::string show(const Spans& spans) {
  std::string shown;
  for (const auto& span : spans)
    shown += "[" + std::to_string(span.begin) + "," + std::to_string(span.end) + ")";
  return shown;
}

struct Case {
  std::string_view name;
  std::string_view page;
  std::string_view quote;
  Spans spans;
};

void check_quotes(const std::vector<Case>& cases) {
  for (const auto& c : cases) {
    const auto spans = text::find_quote(c.page, c.quote);
    EXPECT_EQ(show(spans), show(c.spans)) << c.name;
  }
}

TEST(Quote, FoldsWhatThePrinterAdded) {
  check_quotes({
      {"as it stands", "Pasal 1 ayat", "Pasal 1", {{0, 7}}},
      {"twice", "kunci, kunci", "kunci", {{0, 5}, {7, 12}}},
      {"nowhere", "Pasal 1", "Pasal 2", {}},
      {"letter case is kept", "Pasal 1", "pasal 1", {}},
      {"an empty quote", "Pasal 1", "", {}},
      {"a quote of spaces", "Pasal 1", " \n ", {}},
      {"an empty page", "", "a", {}},
      {"white space", "tata  \n\tkelola", " tata kelola ", {{0, 14}}},
      {"a no-break space", "Rp\u00A05", "Rp 5", {{0, 4}}},
      {"ligatures",
       "kon\uFB01gurasi e\uFB01sien o\uFB03ce",
       "konfigurasi efisien office",
       {{0, 22}}},
      {"part of a ligature takes it whole", "\uFB01kir", "ikir", {{0, 4}}},
      {"curly quotes", "“baik” dan ‘cukup’", "\"baik\" dan 'cukup'", {{0, 18}}},
      {"straight on the page", "\"baik\"", "“baik”", {{0, 6}}},
      {"soft hyphens", "per\u00ADaturan", "peraturan", {{0, 10}}},
      {"composed and decomposed", "kafe\u0301 X", "kafé", {{0, 5}}},
      {"decomposed quote", "kafé X", "kafe\u0301", {{0, 4}}},
      {"a mark is not torn off", "kafé", "kafe", {}},
      {"code points, not bytes", "€€ é", "é", {{3, 4}}},
  });
}

TEST(Quote, KnowsTheHyphenOfAWordFromTheHyphenOfALine) {
  check_quotes({
      {"a broken word", "penye-\nlenggaraan", "penyelenggaraan", {{0, 17}}},
      {"with spaces at the break", "penye- \r\n lenggaraan", "penyelenggaraan", {{0, 20}}},
      {"copied from a viewer", "penye-\nlenggaraan", "penye- lenggaraan", {{0, 17}}},
      {"copied with its break", "penyelenggaraan", "penye-\nlenggaraan", {{0, 15}}},
      {"soft hyphen at the break", "penye\u00AD\nlenggaraan", "penyelenggaraan", {{0, 17}}},
      {"the hyphen was the word's own", "undang-\nundang", "undang-undang", {{0, 14}}},
      {"a word's own hyphen counts", "undang-undang", "undangundang", {}},
      {"nor is one added", "undangundang", "undang-undang", {}},
      {"pra- dan pasca", "pra- dan pasca", "pra- dan", {{0, 8}}},
      {"a dash between spaces", "a - b", "a - b", {{0, 5}}},
      {"a dash is no line-end hyphen", "a -\nb", "ab", {}},
      {"a list mark", "x\n- satu", "- satu", {{2, 8}}},
      {"cut behind the hyphen", "penye-\nlenggaraan", "penye-", {{0, 6}}},
      {"cut before the hyphen", "penye-\nlenggaraan", "-\nlenggaraan", {{5, 17}}},
      {"a hyphen that is not there", "penyelenggaraan", "penye-", {}},
  });
}

// Text as it stands on pages: words, spaces, breaks, hyphens, quotes, ligatures, accents.
rc::Gen<std::vector<std::string>> make_pieces() {
  static const std::vector<std::string> pieces{
      "pasal", "Ayat", "a",  "b",  "é", "e\u0301", "ﬁ",      "“", "”",  "’",
      "(1)",   " ",    "  ", "\n", "-", "-\n",     "\u00A0", "€", "😀", ".",
  };
  return rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
}

std::string join(const std::vector<std::string>& pieces) {
  std::string joined;
  for (const auto& piece : pieces) joined += piece;
  return joined;
}

bool has_letters(std::string_view text) {
  const auto characters = text::to_code_points(text);
  return std::ranges::any_of(characters, text::is_word_character);
}

RC_GTEST_PROP(Quote, ACutFromThePageIsFoundThere, ()) {
  const auto pieces = *make_pieces();
  const auto begin = *rc::gen::inRange<std::size_t>(0, pieces.size() + 1);
  const auto end = *rc::gen::inRange<std::size_t>(begin, pieces.size() + 1);
  const auto at = [&](std::size_t i) { return pieces.begin() + static_cast<std::ptrdiff_t>(i); };
  const auto before = join({pieces.begin(), at(begin)});
  const auto quote = join({at(begin), at(end)});
  if (!has_letters(quote)) return;
  const auto from = text::count_code_points(before);
  const auto to = from + text::count_code_points(quote);
  const auto spans = text::find_quote(join(pieces), quote);
  RC_ASSERT(std::ranges::any_of(
      spans, [&](const text::Span& span) { return span.begin >= from - 1 && span.end <= to + 1; }));
}

RC_GTEST_PROP(Quote, EveryMatchSaysTheQuoteAgain, (const std::string& seed)) {
  const auto pieces = *make_pieces();
  const auto page = text::repair_utf8(seed + join(pieces));
  const auto quote = join(*make_pieces());
  for (const auto& span : text::find_quote(page, quote)) {
    RC_ASSERT(span.begin >= 0 && span.begin < span.end &&
              span.end <= text::count_code_points(page));
    const auto words = text::slice(page, span.begin, span.end);
    if (quote.find("-") == std::string::npos) RC_ASSERT(!text::find_quote(words, quote).empty());
  }
}

RC_GTEST_PROP(Quote, SurvivesTheTypesetter, ()) {
  const auto words =
      *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
          "penilaian", "tata", "\"baik\"", "efisien", "undang-undang", "2026")));
  std::string quote;
  std::string page = "Pembuka. ";
  for (const auto& word : words) {
    const auto style = *rc::gen::inRange(0, 4);
    if (!quote.empty()) {
      quote += ' ';
      page += style == 0 ? "\n" : style == 1 ? "  " : " ";
    }
    quote += word;
    if (word == "\"baik\"" && style > 1)
      page += "“baik”";
    else if (word == "efisien" && style > 1)
      page += "eﬁsien";
    else if (word.size() > 6 && style > 1)
      page += word.substr(0, 6) + (word[6] == '-' ? "" : "-\n") + word.substr(6);
    else
      page += word;
  }
  const auto spans = text::find_quote(page + " Penutup.", quote);
  RC_ASSERT(!spans.empty());
  RC_ASSERT(spans.front().begin == 9);
}

TEST(Quote, ALongPageOfOneLetterTakesNoTimeToSpeakOf) {
  const std::string page(400'000, 'a');
  const std::string quote = std::string(50'000, 'a') + "b";
  EXPECT_TRUE(text::find_quote(page, quote).empty());
  EXPECT_EQ(text::find_quote(page, std::string(50'000, 'a')).size(), 350'001U);
}

}  // namespace
