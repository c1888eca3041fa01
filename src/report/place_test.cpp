// Places as a lawyer writes them, in both languages.
#include "report/place.hpp"

#include <gtest/gtest.h>

#include "report/fixture.hpp"

namespace {

using document::Locator;
using document::UnitKind;

struct Case {
  std::string_view name;
  Locator locator;
  int first_page = 0;
  int last_page = 0;
  std::string_view indonesian;
  std::string_view english;
};

TEST(Place, IsWrittenAsALawyerCitesIt) {
  for (const auto& c : std::vector<Case>{
           {"nothing is known", {}, 0, 0, "", ""},
           {"a page alone", {}, 7, 7, "hlm. 7", "p. 7"},
           {"a letter of a paragraph of an article",
            {{UnitKind::chapter, "II"},
             {UnitKind::part, "Kesatu"},
             {UnitKind::article, "5"},
             {UnitKind::clause, "2"},
             {UnitKind::letter, "a"}},
            7,
            7,
            "Pasal 5 ayat (2) huruf a, hlm. 7",
            "Article 5 paragraph (2) letter a, p. 7"},
           {"over a page break",
            {{UnitKind::article, "12A"}},
            3,
            4,
            "Pasal 12A, hlm. 3–4",
            "Article 12A, pp. 3–4"},
           {"a chapter without an article",
            {{UnitKind::chapter, "II"}, {UnitKind::part, "Kedua"}},
            4,
            4,
            "Bab II Bagian Kedua, hlm. 4",
            "Chapter II Part Kedua, p. 4"},
           {"an annex keeps its chapter",
            {{UnitKind::annex, "I"},
             {UnitKind::chapter, "II"},
             {UnitKind::letter, "B"},
             {UnitKind::number, "1"},
             {UnitKind::number, "2)"}},
            14,
            14,
            "Lampiran I Bab II huruf B angka 1 angka 2), hlm. 14",
            "Annex I Chapter II letter B number 1 number 2), p. 14"},
           {"the only annex", {{UnitKind::annex, ""}}, 5, 5, "Lampiran, hlm. 5", "Annex, p. 5"},
           {"what amends and what is amended",
            {{UnitKind::article, "I"},
             {UnitKind::number, "2"},
             {UnitKind::amended, "5"},
             {UnitKind::clause, "2"}},
            2,
            2,
            "Pasal I angka 2 (Pasal 5 ayat (2)), hlm. 2",
            "Article I number 2 (Article 5 paragraph (2)), p. 2"},
           {"the innermost heading and a row, without pages",
            {{UnitKind::heading, "Laporan"},
             {UnitKind::heading, "2. Tenaga"},
             {UnitKind::row, "3"}},
            0,
            0,
            "bagian “2. Tenaga” baris 3",
            "section “2. Tenaga” row 3"},
           {"a sheet is named, not counted",
            {{UnitKind::sheet, "Data TIK"}, {UnitKind::row, "12"}},
            3,
            3,
            "lembar “Data TIK” baris 12",
            "sheet “Data TIK” row 12"},
           {"a slide", {{UnitKind::slide, "4"}}, 4, 4, "salindia 4", "slide 4"},
       }) {
    const auto indonesian = report::fixture::read_catalog("id");
    const auto english = report::fixture::read_catalog("en");
    EXPECT_EQ(report::format_place(indonesian, c.locator, c.first_page, c.last_page), c.indonesian)
        << c.name;
    EXPECT_EQ(report::format_place(english, c.locator, c.first_page, c.last_page), c.english)
        << c.name;
  }
}

}  // namespace
