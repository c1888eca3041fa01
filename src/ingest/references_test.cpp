// Bibliographies: entries, LaTeX, names, citations, and what is refused.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/digest.hpp"
#include "ingest/ingest.hpp"
#include "ingest/latex.hpp"
#include "ingest/person_names.hpp"
#include "text/unicode.hpp"

namespace {

std::string show(const base::Error& error) {
  std::string shown = error.id;
  for (const auto& [name, value] : error.parameters) shown += " " + name + "=" + value;
  return shown;
}

TEST(Bibtex, LatexBecomesPlainText) {
  struct Case {
    std::string_view latex;
    std::string_view plain;
  };

  for (const auto& c : std::vector<Case>{
           {"P{\\\"o}ppelbu{\\ss}", "Pöppelbuß"},
           {"Tuzcuo\\u{g}lu", "Tuzcuoğlu"},
           {"Fran\\c{c}ois Moli\\`ere", "François Molière"},
           {"\\'{\\i}ndice {\\'E}tat \\v Capek", "índice État Čapek"},
           {"{\\AA}rhus \\O stfold \\L{}odz", "Århus Østfold Łodz"},
           {"1132--1141 --- ok", "1132–1141 — ok"},
           {"R\\&D 5\\% a\\_b \\$", "R&D 5% a_b $"},
           {"``kantor'' {\\em cerdas} \\emph{pintar}", "“kantor” cerdas pintar"},
           {"dua\n   baris~rapat", "dua baris rapat"},
           {"{SPBE} $x$", "SPBE x"},
           {"Vall{\\'{e}}e \\v{C}apek \\H o \\k{a} \\dj{}uro", "Vallée Čapek ő ą đuro"},
           {"a\\-b c\\,d e\\ f ?`g", "ab cd e f ¿g"},
           {"$\\alpha$ {\\textregistered} \\textquotedblleft x\\textquotedblright", "α ® “x”"},
           {"\\", ""},
           {"\\'", ""},
       })
    EXPECT_EQ(ingest::plain_text(c.latex), c.plain) << c.latex;
}

TEST(Bibtex, AddressesKeepTheirSigns) {
  struct Case {
    std::string_view latex;
    std::string_view plain;
  };

  for (const auto& c : std::vector<Case>{
           {"https://contoh.example/~ani/a_b--c", "https://contoh.example/~ani/a_b--c"},
           {"{\\url{https://contoh.example/a\\_b\\%20c}}", "https://contoh.example/a_b%20c"},
           {"10.1007/978-3\\_36", "10.1007/978-3_36"},
           {"https://contoh.example/{\\textasciitilde}ani", "https://contoh.example/~ani"},
       })
    EXPECT_EQ(ingest::plain_address(c.latex), c.plain) << c.latex;
}

TEST(Bibtex, CrossReferencesLendWhatIsMissing) {
  const auto sources = ingest::read_references(
      "@inproceedings{anak, title={Judul}, crossref={INDUK}, pages={1-2}}\n"
      "@inbook{cucu, title={Bab}, crossref=anak2}\n@book{anak2, title={Buku}, crossref=induk}\n"
      "@proceedings{induk, title={Prosiding}, year=2001, publisher={P}, doi={10.1/induk}}\n"
      "@misc{lepas, title={Lepas}, crossref={tiada}}\n@misc{diri, title={D}, crossref={diri}}",
      "p.bib");
  ASSERT_TRUE(sources) << show(sources.error());
  const auto& first = *sources->at(0).source.reference;
  EXPECT_EQ(first.container, "Prosiding");
  EXPECT_EQ(first.issued + first.publisher, "2001P");
  EXPECT_EQ(first.doi, "");
  EXPECT_EQ(sources->at(1).source.reference->container, "Buku");
  EXPECT_EQ(sources->at(1).source.reference->issued, "2001");
  ASSERT_EQ(sources->at(4).source.problems.size(), 1U);
  EXPECT_EQ(sources->at(4).source.problems[0].id, "references.unknown_crossref");
  EXPECT_EQ(sources->at(4).source.problems[0].detail, "tiada");
  EXPECT_TRUE(sources->at(0).source.problems.empty());
}

TEST(Bibtex, DatesAreReadFromAllTheirFields) {
  struct Case {
    std::string_view fields;
    std::string_view issued;
  };

  for (const auto& c : std::vector<Case>{
           {"year=2009, month=jun", "2009-06"},
           {"year={2009}, month=\"Juni\"", "2009-06"},
           {"year=2009, month={6}", "2009-06"},
           {"year=2009, month=jun # \"~3\"", "2009-06-03"},
           {"year=2009, month={3 } # jun", "2009-06-03"},
           {"year=2009, month={May--June}", "2009-05"},
           {"year=2009, month={musim semi}", "2009"},
           {"year=2009, month=jun, day=3", "2009-06-03"},
           {"date={2009-06-03}", "2009-06-03"},
           {"date={2009-06/2009-07}", "2009-06"},
           {"date={2009/2010}", "2009"},
           {"year={dalam proses}, month=jun", "dalam proses"},
       }) {
    const auto sources =
        ingest::read_references("@misc{a, " + std::string(c.fields) + "}", "p.bib");
    ASSERT_TRUE(sources) << c.fields;
    EXPECT_EQ(sources->at(0).source.reference->issued, c.issued) << c.fields;
  }
}

TEST(References, AreCitedAsOneLine) {
  struct Case {
    std::string_view entry;
    std::string_view citation;
  };

  for (const auto& c : std::vector<Case>{
           {"@article{a, author = {Sensuse, Dana Indra and Petrus Mursanto}, title = {{Smart} "
            "Office}, journal = IJ # \" X\", year = 2022, "
            "volume = 12, number = {3}, pages = {1132--1141}, doi = {10.1/x}}",
            "Sensuse, D. I. & Mursanto, P. (2022). Smart Office. IJ X 12(3), 1132–1141. "
            "doi:10.1/x"},
           {"@BOOK(b, Author = \"{Badan Pusat Statistik}\", Title = \"Apa itu?\", Publisher = "
            "{BPS}, Date = {2021-05-01},)",
            "Badan Pusat Statistik (2021). Apa itu? BPS"},
           {"@misc{c, author = {Tuzcuoglu and others}, title = {T}, url = "
            "{https://contoh.example/a_b}}",
            "Tuzcuoglu et al. T. https://contoh.example/a_b"},
           {"@misc{d}", ""},
       }) {
    const auto sources = ingest::read_references(std::string(c.entry), "pustaka.bib");
    ASSERT_TRUE(sources) << show(sources.error());
    EXPECT_EQ(sources->at(0).source.citation, c.citation);
  }
}

TEST(References, BecomeSourcesWithTheirOwnPartOfTheFile) {
  const std::string first = "@string{j = \"Jurnal\"}";
  const std::string second =
      "@article{satu, title={Judul {\\'e}}, journal=j, year=2020,\n abstract={Ringkasan panjang.}}";
  const auto sources = ingest::read_references(
      "komentar\n" + first + "\n@comment{x}\n" + second + "\n@misc{dua, title={B}}", "map/p.bib");
  ASSERT_TRUE(sources) << show(sources.error());
  ASSERT_EQ(sources->size(), 2U);
  const auto& read = sources->at(0);
  EXPECT_EQ(read.source.code, "satu");
  EXPECT_EQ(read.source.kind, assessment::SourceKind::reference);
  EXPECT_EQ(read.source.title, "Judul é");
  EXPECT_EQ(read.source.date, "2020");
  EXPECT_EQ(read.source.file_name, "p.bib");
  EXPECT_EQ(read.source.format, "bibtex");
  EXPECT_EQ(read.text, "(2020). Judul é. Jurnal\n\nRingkasan panjang.");
  EXPECT_EQ(read.passages.size(), 2U);
  EXPECT_EQ(read.bytes, second);
  EXPECT_EQ(read.source.digest, base::sha256(second));
}

TEST(References, SayWhereTheyCannotBeRead) {
  struct Case {
    std::string_view name;
    std::string_view bytes;
    std::string_view error;
  };

  for (const auto& c : std::vector<Case>{
           {"nothing", "", "references.empty file=p.bib"},
           {"no entry", "teks saja", "references.empty file=p.bib"},
           {"a brace that never closes",
            "\n@misc{a, title = {x\n",
            "references.syntax file=p.bib line=3"},
           {"no key", "@misc{, title={x}}", "references.syntax file=p.bib line=1"},
           {"no value", "@misc{a, title=}", "references.syntax file=p.bib line=1"},
           {"the same key twice",
            "@misc{a}\n@misc{a}",
            "references.duplicate_key file=p.bib line=2 key=a"},
       }) {
    const auto sources = ingest::read_references(std::string(c.bytes), "p.bib");
    EXPECT_EQ(sources ? "" : show(sources.error()), c.error) << c.name;
  }
}

RC_GTEST_PROP(References, AnyBytesEndInSourcesOrAnError, ()) {
  static const std::vector<std::string> pieces{"@misc",
                                               "{",
                                               "}",
                                               "a",
                                               ",",
                                               "=",
                                               "\"",
                                               "#",
                                               "\\",
                                               "\\'",
                                               " and ",
                                               "\n",
                                               "author",
                                               "\xFF",
                                               "@string",
                                               "("};
  std::string bytes;
  for (const auto& piece :
       *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))
    bytes += piece;
  const auto sources = ingest::read_references(bytes, "x.bib");
  if (!sources) return;
  for (const auto& read : *sources)
    RC_ASSERT(text::is_valid_utf8(read.text) && !read.source.code.empty());
}

}  // namespace
