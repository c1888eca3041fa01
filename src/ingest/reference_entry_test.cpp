// RIS and CSL-JSON entries, DOIs, dates and pages in one form, and what is refused.
#include "ingest/reference_entry.hpp"

#include <functional>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "assessment/names.hpp"
#include "ingest/file_kind.hpp"
#include "ingest/ingest.hpp"
#include "text/unicode.hpp"

namespace {

using ingest::FileKind;

std::string show(const base::Error& error) {
  std::string shown = error.id;
  for (const auto& [name, value] : error.parameters) shown += " " + name + "=" + value;
  return shown;
}

std::string show(const std::vector<assessment::PersonName>& names) {
  std::string line;
  for (const auto& name : names) {
    line += line.empty() ? "" : "; ";
    line +=
        name.literal.empty() ? name.particle + "/" + name.family + "/" + name.given : name.literal;
  }
  return line;
}

TEST(ReferenceEntries, HaveTheirDoiInOneForm) {
  struct Case {
    std::string_view written;
    std::string_view doi;
  };

  for (const auto& c : std::vector<Case>{
           {"10.1007/S12599-009-0044-5", "10.1007/s12599-009-0044-5"},
           {"https://doi.org/10.1007/s12599-009-0044-5", "10.1007/s12599-009-0044-5"},
           {"http://dx.doi.org/10.1007/s12599-009-0044-5", "10.1007/s12599-009-0044-5"},
           {"https://www.doi.org/10.1000/a", "10.1000/a"},
           {"doi.org/10.1000%2FAb?x=1", "10.1000/ab"},
           {"doi: 10.1000/a.", "10.1000/a"},
           {"DOI:10.1000/a", "10.1000/a"},
           {"10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
            "10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o"},
           {"10.1000", ""},
           {"10.1000/", ""},
           {"10./a", ""},
           {"n/a", ""},
           {"https://example.org/10.1000/a", ""},
           {"10.1000/a b", ""},
           {"", ""},
       })
    EXPECT_EQ(ingest::normalize_doi(c.written), c.doi) << c.written;
}

TEST(ReferenceEntries, HaveDatesAndPagesInOneForm) {
  struct Case {
    std::string_view written;
    std::string_view form;
  };

  for (const auto& c : std::vector<Case>{{"2009", "2009"},
                                         {"2009/02/07/", "2009-02-07"},
                                         {"2009///", "2009"},
                                         {"2009/2", "2009-02"},
                                         {"2009-2-7", "2009-02-07"},
                                         {"2009-13", "2009"},
                                         {"2009-05-01T10:00:00Z", "2009-05-01"},
                                         {"2009/2010", "2009"},
                                         {"in press", "in press"},
                                         {"20091", "20091"},
                                         {"", ""}})
    EXPECT_EQ(ingest::normalize_date(c.written), c.form) << c.written;
  for (const auto& c : std::vector<Case>{{"65-78", "65–78"},
                                         {"65--78", "65–78"},
                                         {"65 - 78", "65–78"},
                                         {"e1", "e1"},
                                         {"1-2, 5-7", "1-2, 5-7"},
                                         {"S1-1-S1-9", "S1-1-S1-9"},
                                         {"65-", "65-"},
                                         {"-", "-"},
                                         {"", ""}})
    EXPECT_EQ(ingest::normalize_pages(c.written), c.form) << c.written;
}

constexpr std::string_view ris_article =
    "\xEF\xBB\xBFTY  - JOUR\r\nID  - becker2009\r\nAU  - Becker, Jörg\r\nAU  - Knackstedt, Ralf\r\n"
    "A1  - Badan Pusat Statistik\r\nTI  - Developing Maturity Models\r\n for IT Management\r\n"
    "T2  - BISE\r\nPY  - 2009\r\nDA  - 2009/06/03/\r\nVL  - 1\r\nIS  - 3\r\nSP  - 213\r\n"
    "EP  - 222\r\nDO  - https://doi.org/10.1007/S12599-009-0044-5\r\nAB  - Ringkasan.\r\nER  - "
    "\r\n";

TEST(Ris, IsReadWithItsRepeatedAndContinuedFields) {
  const auto entries = ingest::read_ris(ris_article);
  ASSERT_TRUE(entries) << show(entries.error());
  ASSERT_EQ(entries->size(), 1U);
  const auto& reference = entries->at(0).reference;
  EXPECT_EQ(entries->at(0).key, "becker2009");
  EXPECT_EQ(reference.kind, assessment::ReferenceKind::article);
  EXPECT_EQ(show(reference.authors), "/Becker/Jörg; /Knackstedt/Ralf; Badan Pusat Statistik");
  EXPECT_EQ(reference.title, "Developing Maturity Models for IT Management");
  EXPECT_EQ(reference.container, "BISE");
  EXPECT_EQ(reference.issued, "2009-06-03");
  EXPECT_EQ(reference.volume + "(" + reference.issue + ") " + reference.pages, "1(3) 213–222");
  EXPECT_EQ(reference.doi, "10.1007/s12599-009-0044-5");
  EXPECT_EQ(entries->at(0).abstract, "Ringkasan.");
  EXPECT_TRUE(entries->at(0).problems.empty());
}

TEST(Ris, TakesOddFilesAsTheyAre) {
  struct Case {
    std::string_view name;
    std::string_view text;
    std::string_view shown;  ///< key, kind, title, container, issued, problems of each entry
  };

  for (const auto& c : std::vector<Case>{
           {"no end before the next record and at the end of the file",
            "TY  - BOOK\nTI  - A\nTY  - RPRT\nTI  - B\n",
            ",book,A,,,references.no_end;,report,B,,,references.no_end;"},
           {"old line ends and one blank",
            "TY - THES\rT1 - A\rY1 - 2001///\rER -\r",
            ",thesis,A,,2001,;"},
           {"text before, between and after",
            "Ekspor\n\nTY  - GEN\nTI  - A\nER  - \nrusak\nTY  - WEB\nTI  - B\nER  - ",
            ",other,A,,,;,web_page,B,,,;"},
           {"a chapter",
            "TY  - CHAP\nTI  - A\nBT  - Buku\nA2  - E, F\nPY  - 1999\nID  - 12\nER  - \n",
            ",chapter,A,Buku,1999,;"},
           {"a DOI in the place that older programs use",
            "TY  - JOUR\nTI  - A\nM3  - doi: 10.1/X\nER  - \n",
            ",article,A,,,;10.1/x"},
           {"a DOI that is none",
            "TY  - JOUR\nTI  - A\nDO  - tidak ada\nER  - \n",
            ",article,A,,,references.odd_doi;"},
           {"a DOI only in the address",
            "TY  - JOUR\nTI  - A\nUR  - https://doi.org/10.1/x\nER  - \n",
            ",article,A,,,;10.1/x"},
           {"no record", "bukan RIS\n", ""},
           {"nothing", "", ""},
       }) {
    const auto entries = ingest::read_ris(c.text);
    ASSERT_TRUE(entries) << c.name;
    std::string shown;
    for (const auto& entry : *entries) {
      const auto& reference = entry.reference;
      shown += entry.key + "," + std::string(assessment::format_reference_kind(reference.kind)) +
               "," + reference.title + "," + reference.container + "," + reference.issued + ",";
      for (const auto& problem : entry.problems) shown += problem.id;
      shown += ";" + reference.doi;
    }
    EXPECT_EQ(shown, c.shown) << c.name;
  }
}

TEST(CslJson, IsReadWithNamesDatesAndMarkup) {
  const auto entries = ingest::read_csl_json(
      R"([{"id":"http://zotero.org/users/1/items/A","type":"article-journal",
      "title":"Kantor <i>cerdas</i> & x<sub>2</sub> < 3","container-title":"BISE",
      "author":[{"family":"Aalst","given":"Wil","non-dropping-particle":"van der"},
                {"literal":"Badan Pusat Statistik"},{"family":"King","given":"M.","suffix":"Jr."},{"literal":"others"},{}],
      "issued":{"date-parts":[["2009",6,3]]},"accessed":{"raw":"2020-01-02"},
      "volume":1,"issue":"3","page":"213-222","DOI":"10.1007/S1"},
      {"id":"smith2020","type":"thesis","issued":{"literal":"dalam proses"},"abstract":"a\u0000b"}])");
  ASSERT_TRUE(entries) << show(entries.error());
  ASSERT_EQ(entries->size(), 2U);
  const auto& reference = entries->at(0).reference;
  EXPECT_EQ(entries->at(0).key, "");
  EXPECT_EQ(reference.title, "Kantor cerdas & x2 < 3");
  EXPECT_EQ(show(reference.authors), "van der/Aalst/Wil; Badan Pusat Statistik; /King/M.");
  EXPECT_TRUE(reference.more_authors);
  EXPECT_EQ(reference.issued + " " + reference.accessed, "2009-06-03 2020-01-02");
  EXPECT_EQ(reference.volume + "(" + reference.issue + ") " + reference.pages, "1(3) 213–222");
  EXPECT_EQ(entries->at(1).key, "smith2020");
  EXPECT_EQ(entries->at(1).reference.issued, "dalam proses");
}

TEST(CslJson, SaysWhatItCannotRead) {
  struct Case {
    std::string_view text;
    std::string_view error;
  };

  for (const auto& c : std::vector<Case>{
           {"{}", "references.not_items file=p.json"},
           {"{\"items\":3}", "references.not_items file=p.json"},
           {"[3]", "references.wrong_item file=p.json number=1"},
           {"[{\"type\":\"\",\"id\":\"a\"},{\"nilai\":1}]",
            "references.wrong_item file=p.json number=2"},
           {"[]", "references.empty file=p.json"},
       }) {
    const auto sources = ingest::read_references(std::string(c.text), "p.json");
    EXPECT_EQ(sources ? "" : show(sources.error()), c.error) << c.text;
  }
  const auto broken = ingest::read_references("[{", "p.json");
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().id, "json.syntax");
}

TEST(ReferenceEntries, GetAKeyWhereTheFileHasNone) {
  struct Case {
    std::string_view ris;
    std::string_view code;
  };

  for (const auto& c : std::vector<Case>{
           {"TY  - JOUR\nAU  - Pöppelbuß, J.\nPY  - 2011\n", "poppelbuss2011"},
           {"TY  - JOUR\nAU  - Badan Pusat Statistik\nPY  - 2011\n", "badan2011"},
           {"TY  - JOUR\nTI  - Kantor cerdas\n", "kantor"},
           {"TY  - JOUR\n", "ref"},
       }) {
    const auto sources = ingest::read_references(std::string(c.ris), "p.ris");
    ASSERT_TRUE(sources) << c.ris;
    EXPECT_EQ(sources->at(0).source.code, c.code);
    EXPECT_EQ(sources->at(0).source.format, "ris");
  }
}

TEST(FileKinds, AreToldFromTheContent) {
  struct Case {
    std::string_view bytes;
    std::string_view name;
    FileKind kind;
  };

  for (const auto& c : std::vector<Case>{
           {"% komentar\n\n@Article{a, title={x}}", "a.txt", FileKind::references},
           {"TY  - JOUR\n", "a.txt", FileKind::references},
           {"\xEF\xBB\xBF[{\"id\":\"a\",\"type\":\"book\"}]", "a.txt", FileKind::references},
           {"{\"items\":[{\"title\":\"a\",\"type\":\"book\"}]}", "a.json", FileKind::references},
           {"{\"type\":\"FeatureCollection\"}", "a.geojson", FileKind::document},
           {"{\"a\":1}", "a.json", FileKind::document},
           {"[ rusak", "a.json", FileKind::references},
           {"[ rusak", "a.txt", FileKind::document},
           {"@ani: halo", "a.txt", FileKind::document},
           {"%PDF-1.7 @article{", "a.pdf", FileKind::document},
           {"", "a.BIB", FileKind::references},
           {"teks", "a.ris", FileKind::references},
           {"- code: a", "a.YML", FileKind::observations},
           {"", "", FileKind::document},
       })
    EXPECT_EQ(ingest::tell_file_kind(std::string(c.bytes), c.name), c.kind) << c.bytes;
}

RC_GTEST_PROP(ReferenceEntries, AnyBytesEndInSourcesOrAnError, ()) {
  static const std::vector<std::string> pieces{"TY  - ",      "JOUR",
                                               "\r\n",        "\n",
                                               "ER  - ",      "AU  - ",
                                               "a, b",        "DO  - 10.1/",
                                               "[",           "{",
                                               "\"type\":",   "\"book\"",
                                               ",",           "}",
                                               "]",           "\"author\":",
                                               "\"issued\":", "\"date-parts\":",
                                               "1",           "\xFF",
                                               "<i",          ">"};
  std::string bytes = *rc::gen::element<std::string>("TY  - X\n", "[{\"type\":\"a\"},");
  for (const auto& piece :
       *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))
    bytes += piece;
  const auto sources = ingest::read_references(bytes, "x");
  if (!sources) return;
  for (const auto& read : *sources)
    RC_ASSERT(text::is_valid_utf8(read.text) && !read.source.code.empty());
}

}  // namespace
