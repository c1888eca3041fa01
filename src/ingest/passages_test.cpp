// Where a passage begins and ends.
#include "ingest/passages.hpp"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "text/unicode.hpp"

namespace {

std::string words_of(std::string_view text, const document::Passage& passage) {
  std::string words(text::slice(text, passage.range.begin, passage.range.end));
  for (const auto& further : passage.continued)
    words += "\n" + std::string(text::slice(text, further.range.begin, further.range.end));
  return words;
}

// Pages parted by \f, as ingest joins them.
std::vector<document::Passage> cut(std::string text,
                                   document::PageKind kind = document::PageKind::page) {
  std::vector<document::Page> pages;
  std::int64_t position = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find('\f', begin), text.size());
    if (end < text.size()) text[end] = '\n';
    const auto length = text::count_code_points(std::string_view(text).substr(begin, end - begin));
    const int number = static_cast<int>(pages.size()) + 1;
    pages.push_back(
        {number, 0, 0, {position, position + length}, {}, "L" + std::to_string(number)});
    position += length + 1;
    begin = end + 1;
  }
  const auto passages = ingest::find_passages(text, pages, kind);
  for (const auto& passage : passages) EXPECT_EQ(words_of(text, passage), passage.text);
  return passages;
}

TEST(Passages, AreTheNaturalUnitsOfAText) {
  struct Case {
    std::string_view name;
    std::string text;
    std::vector<std::string_view> passages;
  };

  for (const auto& c : std::vector<Case>{
           {"nothing", "", {}},
           {"blank", " \n\n\t\n", {}},
           {"paragraphs", "Satu\nbaris.\n\n  Dua é.\n", {"Satu\nbaris.", "Dua é."}},
           {"articles and their clauses",
            "BAB II\nTATA KELOLA\nPasal 2\n(1) Setiap bidang:\na. menyusun; dan\nb. "
            "melaporkan.\n(2) Rencana.\nPasal 3\nCukup jelas.",
            {"BAB II\nTATA KELOLA",
             "Pasal 2\n(1) Setiap bidang:",
             "a. menyusun; dan",
             "b. melaporkan.",
             "(2) Rencana.",
             "Pasal 3\nCukup jelas."}},
           {"a number at the head of a line that goes on",
            "(2) Aplikasi sebagaimana dimaksud pada ayat\n(1) huruf a merupakan aplikasi.",
            {"(2) Aplikasi sebagaimana dimaksud pada ayat\n(1) huruf a merupakan aplikasi."}},
           {"a heading apart from its article",
            "Pasal 4\n\nCukup jelas.",
            {"Pasal 4\n\nCukup jelas."}},
           {"Markdown",
            "# Judul\nIsi.\n\n- satu,\n  lanjut\n- dua\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
            {"# Judul", "Isi.", "- satu,\n  lanjut", "- dua", "| a | b |", "| 1 | 2 |"}},
           {"rows of an office table",
            "Bidang\tNilai\nData\t70\n\tJumlah\n",
            {"Bidang\tNilai", "Data\t70", "Jumlah"}},
           {"what only looks like a mark",
            "Pasal 5 ayat (1) berlaku\nA.n. Kepala\n2026 adalah tahun",
            {"Pasal 5 ayat (1) berlaku\nA.n. Kepala\n2026 adalah tahun"}},
           {"pages that end a sentence",
            "Satu.\fDua\ntiga.\f\fempat",
            {"Satu.", "Dua\ntiga.", "empat"}},
           {"a sentence over a page break, its page number left out",
            "Satu dan\f- 2 -\ndua.\f- 3 -\n\nTiga",
            {"Satu dan\ndua.", "Tiga"}},
       }) {
    std::vector<std::string_view> texts;
    const auto passages = cut(c.text);
    for (const auto& passage : passages) texts.push_back(passage.text);
    EXPECT_EQ(texts, c.passages) << c.name;
  }
}

TEST(Passages, KnowTheirPage) {
  const auto passages = cut("é\f\fx");
  ASSERT_EQ(passages.size(), 2U);
  EXPECT_EQ(passages[0].page, 1);
  EXPECT_EQ(passages[1].page, 3);
  EXPECT_EQ(passages[1].range, (document::Range{3, 4}));
}

TEST(Passages, AreCutAtTheEndOfASentence) {
  std::string text;
  for (int i = 0; i < 100; ++i)
    text += "Kalimat é nomor " + std::to_string(i) + " berakhir di sini. ";
  const auto passages = cut(text);
  EXPECT_GT(passages.size(), 2U);
  for (const auto& passage : passages) {
    EXPECT_LE(text::count_code_points(passage.text), 1'200);
    EXPECT_TRUE(passage.text.ends_with("sini.")) << passage.text;
    EXPECT_TRUE(passage.text.starts_with("Kalimat"));
  }
}

RC_GTEST_PROP(Passages, LoseNoWord, ()) {
  static const std::vector<std::string> pieces{
      "a", "é", " ", "\n", "\n\n", "(1) ", "Pasal 1", "|", "# ", "- ", "BAB I", ". B"};
  std::string text;
  for (const auto& piece :
       *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))
    text += piece;
  std::string kept;
  std::int64_t done = 0;
  for (const auto& passage : cut(text)) {
    RC_ASSERT(passage.range.begin >= done);
    done = passage.range.end;
    kept += passage.text;
  }
  const auto letters = [](std::string_view from) {
    std::string found;
    for (const char32_t character : text::to_code_points(from))
      if (text::is_word_character(character)) text::append_utf8(found, character);
    return found;
  };
  RC_ASSERT(letters(kept) == letters(text));
}

// Each passage behind its place: "lembar L1/baris 2: words".
std::string show(const std::vector<document::Passage>& passages) {
  std::string shown;
  for (const auto& passage : passages) {
    auto place = document::format_locator(passage.locator);
    std::ranges::replace(place, '\n', '/');
    shown += place + ": " + passage.text + "; ";
  }
  return shown;
}

TEST(Passages, AreTheRowsOfASheet) {
  const auto passages =
      cut("\nNama\tNilai\n\tPasal 1\n---\f12.\n\t \n5", document::PageKind::sheet);
  EXPECT_EQ(show(passages),
            "lembar L1/baris 2: Nama\tNilai; lembar L1/baris 3: Pasal 1; lembar L1/baris 4: ---; "
            "lembar L2/baris 1: 12.; lembar L2/baris 3: 5; ");
  EXPECT_EQ(passages.back().page, 2);
}

TEST(Passages, EndWithTheirSlide) {
  const std::string text = "Rencana kerja meliputi\fdan pemantauan.";
  EXPECT_EQ(cut(text).size(), 1U) << "pages of a document run on";
  EXPECT_EQ(show(cut(text, document::PageKind::slide)),
            "salindia 1: Rencana kerja meliputi; salindia 2: dan pemantauan.; ");
}

}  // namespace
