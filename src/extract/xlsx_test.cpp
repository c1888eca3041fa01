// What a workbook shows is what is read: values of formulas, dates, hidden and merged cells.
#include "extract/xlsx.hpp"

#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "extract/sheet_number.hpp"
#include "extract/sheet_text.hpp"

namespace {

// One sheet, "Data", of these rows and what stands around them; other sheets and parts beside it.
struct Book {
  std::string rows;
  std::string before = {};  // of sheetData
  std::string after = {};
  std::string sheets = {};  // further <sheet> elements, rId2 a second sheet with "lain" in B3
  std::string properties = {};
  std::string styles = {};
  std::string strings = {};
  std::string comments = {};
};

std::string relationship(std::string_view id, std::string_view type, std::string_view target) {
  return fmt::format("<Relationship Id='{}' Type='http://x/{}' Target='{}'/>", id, type, target);
}

base::Result<extract::FoundText> read(const Book& book) {
  const std::string workbook = "<workbook xmlns:r='r'><workbookPr " + book.properties +
                               "/><sheets><sheet name='Data' sheetId='7' r:id='rId1'/>" +
                               book.sheets + "</sheets></workbook>";
  const std::vector<codec::ZipItem> parts = {
      {"xl/workbook.xml", workbook},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships>" + relationship("rId1", "worksheet", "worksheets/a.xml") +
           relationship("rId2", "worksheet", "/xl/worksheets/b.xml") +
           relationship("rId3", "styles", "styles.xml") +
           relationship("rId4", "sharedStrings", "strings.xml") + "</Relationships>"},
      {"xl/worksheets/a.xml",
       "<worksheet>" + book.before + "<sheetData>" + book.rows + "</sheetData>" + book.after +
           "</worksheet>"},
      {"xl/worksheets/b.xml",
       "<worksheet><sheetData><row r='3'><c r='B3' t='str'><v>lain</v></c></row></sheetData>"
       "</worksheet>"},
      {"xl/worksheets/_rels/a.xml.rels",
       "<Relationships>" + relationship("rId1", "comments", "../comments.xml") +
           "</Relationships>"},
      {"xl/comments.xml", "<comments><commentList>" + book.comments + "</commentList></comments>"},
      {"xl/styles.xml", "<styleSheet>" + book.styles + "</styleSheet>"},
      {"xl/strings.xml", "<sst>" + book.strings + "</sst>", false}};
  const auto bytes = codec::write_zip(parts).value();
  auto archive = extract::OfficeArchive::open(bytes);
  if (!archive) return base::pass_on(archive.error());
  return extract::read_xlsx(*archive, "xl/workbook.xml");
}

std::string text_of(const Book& book) {
  const auto found = read(book);
  return found ? found->pages.at(0).text : found.error().id;
}

std::string problems_of(const Book& book) {
  const auto found = read(book);
  if (!found) return found.error().id;
  std::string problems;
  for (const auto& problem : found->problems) problems += problem.id + " " + problem.detail + "\n";
  return problems;
}

TEST(Xlsx, ShowsTheValuesOfCells) {
  const std::string strings =
      "<si><t>satu</t></si><si><r><t>d</t></r><r><t xml:space='preserve'>ua \n tiga</t></r>"
      "<rPh><t>aid</t></rPh></si>";
  const std::string styles =
      "<numFmts><numFmt numFmtId='164' formatCode='dd\\ mmmm\\ yyyy;@'/></numFmts><cellXfs>"
      "<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='10'/></cellXfs>";

  struct Case {
    std::string_view name;
    Book book;
    std::string_view text;
  };

  for (const auto& c : std::vector<Case>{
           {"shared strings, one with runs",
            {.rows = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>",
             .strings = strings},
            "satu\tdua tiga"},
           {"a string that is not there",
            {.rows = "<row r='1'><c r='A1' t='s'><v>9</v></c><c r='B1' t='s'><v>-1</v></c></row>"},
            ""},
           {"inline strings, truth values, errors, numbers",
            {.rows = "<row r='1'><c t='inlineStr'><is><t>a</t></is></c><c t='b'><v>1</v></c>"
                     "<c t='e'><v>#N/A</v></c><c><v>0.30000000000000004</v></c></row>"},
            "a\tTRUE\t#N/A\t0.3"},
           {"the saved value of a formula",
            {.rows = "<row r='1'><c r='A1'><f>SUM(B1:B9)</f><v>42</v></c><c r='B1' t='str'>"
                     "<f>A1&amp;\"x\"</f><v>42x</v></c></row>"},
            "42\t42x"},
           {"words that begin as a formula does stay words",
            {.rows = "<row r='1'><c t='inlineStr'><is><t>=HYPERLINK(\"x\")</t></is></c>"
                     "<c t='inlineStr'><is><t>+62 21</t></is></c></row>"},
            "=HYPERLINK(\"x\")\t+62 21"},
           {"dates and percentages by style",
            {.rows = "<row r='1'><c s='1'><v>46350</v></c><c s='2'><v>46350</v></c><c s='3'>"
                     "<v>0.12345</v></c><c s='0'><v>46350</v></c><c s='99'><v>1</v></c></row>",
             .styles = styles},
            "2026-11-24\t2026-11-24\t12.35%\t46350\t1"},
           {"days from 1904",
            {.rows = "<row r='1'><c s='1'><v>0</v></c></row>",
             .properties = "date1904='1'",
             .styles = styles},
            "1904-01-01"},
           {"line n is row n, used columns have tabs",
            {.rows = "<row r='2'><c r='C2'><v>1</v></c></row><row r='5'><c r='C5'><v>2</v></c>"
                     "<c r='XFD5'><v>3</v></c></row><row><c r='XFD6'><v>4</v></c></row>"},
            "\n1\n\n\n2\t3\n\t4"},
           {"rows out of order",
            {.rows = "<row r='2'><c r='B2'><v>2</v></c><c r='A2'><v>1</v></c></row>"
                     "<row r='1'><c r='A1'><v>0</v></c></row>"},
            "0\n1\t2"},
           {"places outside of a sheet",
            {.rows = "<row r='1'><c r='XFE1'><v>1</v></c></row><row r='1048577'><c r='A1048577'>"
                     "<v>2</v></c></row><row r='99999999999'><c><v>3</v></c></row>"},
            ""},
           {"a merged cell stands at its top left",
            {.rows = "<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>9</v></c></row><row r='2'>"
                     "<c r='A2'><v>8</v></c><c r='C2'><v>2</v></c></row>",
             .after = "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>"},
            "1\n\t2"},
           {"comments at the end of their row",
            {.rows = "<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>",
             .comments =
                 "<comment ref='A1'><text><r><t>cek </t></r><r><t>ini</t></r></text></comment>"
                 "<comment ref='AB2'><text><t>lagi</t></text></comment>"},
            "1\t2\t[comment A1] cek ini\n\t\t[comment AB2] lagi"},
           {"no string part fits", {.rows = "<row><c/></row>"}, ""},
           {"broken XML", {.rows = "<row>"}, "xml.syntax"},
       })
    EXPECT_EQ(text_of(c.book), c.text) << c.name;
}

TEST(Xlsx, MakesEachSheetAPageAndSaysWhatIsHidden) {
  const Book book = {
      .rows =
          "<row r='1' hidden='1'><c r='A1'><v>1</v></c><c r='C1'><v>2</v></c></row>"
          "<row r='2' hidden='1'/><row r='3'><c r='A3'><f>1/0</f></c><c r='B3'><v>1</v></c></row>",
      .before = "<cols><col min='2' max='16384' hidden='1'/></cols>",
      .after = "<mergeCells><mergeCell ref='B3:C4'/></mergeCells>",
      .sheets =
          "<sheet name=' Rekap\n2025' sheetId='1' r:id='rId2' state='veryHidden'/>"
          "<sheet name='' sheetId='2' r:id='rId9' state='hidden'/>",
      .comments = "<comment ref='A1'><text><t>x</t></text></comment>"};
  const auto found = read(book);
  ASSERT_TRUE(found);
  std::string pages;
  for (const auto& page : found->pages)
    pages += fmt::format("{} {}: {}; ", page.page.number, page.page.label, page.text);
  EXPECT_EQ(pages, "1 Data: 1\t\t2\t[comment A1] x\n\n\t1; 2 Rekap 2025: \n\nlain; 3 3: ; ");
  EXPECT_EQ(
      problems_of(book),
      "reading.hidden_rows Data: 1\nreading.hidden_columns Data: 2\nreading.merged_cells Data: 1\n"
      "reading.formulas_without_value Data: 1\nreading.sheet_comments Data: 1\n"
      "reading.hidden_sheets Rekap 2025; 3\n");
}

TEST(Xlsx, IsBoundedHoweverOftenALongStringIsNamed) {
  std::string rows = "<row r='1'>";
  for (int i = 0; i < 100; ++i) rows += "<c t='s'><v>0</v></c>";
  std::string words = "kata ";
  while (words.size() < (std::size_t{1} << 20U)) words += words;
  EXPECT_EQ(text_of({.rows = rows + "</row>", .strings = "<si><t>" + words + "</t></si>"}),
            "reading.too_large");
}

TEST(SheetNumber, IsShownAsItsFormatSays) {
  struct Case {
    std::string_view value;
    std::string_view code;
    std::string_view text;
  };

  for (const auto& c : std::vector<Case>{
           {"46350", "yyyy-mm-dd", "2026-11-24"},
           {"46350.545138889", "dd/mm/yyyy hh:mm", "2026-11-24 13:05"},
           {"46350.999999999", "d/m/yy h:mm", "2026-11-25 00:00"},
           {"0.5451388889", "h:mm AM/PM", "13:05"},
           {"0.5451504630", "h:mm:ss", "13:05:01"},
           {"1.5", "[h]:mm", "36:00"},
           {"46350", "[$-421]dd mmmm yyyy;@", "2026-11-24"},
           {"46350", "mmm", "2026-11-24"},
           {"1", "yyyy", "1900-01-01"},
           {"59", "yyyy", "1900-02-28"},
           {"60", "yyyy", "1900-02-29"},
           {"61", "yyyy", "1900-03-01"},
           {"-1", "yyyy", "-1"},
           {"99999999", "yyyy", "99999999"},
           {"0.853", "0%", "85%"},
           {"0.853", "0.00 %", "85.30%"},
           {"2.966666", "0.00", "2.97"},
           {"1.005", "0.00", "1.01"},
           {"1234567.891", "#,##0", "1234568"},
           {"1234567", "\"Rp\"\\ #,##0.00_);[Red]\\(#,##0\\)", "1234567.00"},
           {"2.5", "0.0##", "2.5"},
           {"-0.001", "0.0", "0.0"},
           {"1234567", "#,##0,", "1234567"},
           {"12345", "0.00E+00", "12345"},
           {"0.5", "# ?/?", "0.5"},
           {"198012310501001000", "General", "198012310501001000"},
           {"1.98012310501001E+17", "0", "198012310501001000"},
           {"1e300", "General", "1e+300"},
           {"7", "@", "7"},
           {"tujuh", "0", "tujuh"},
           {"7", "\"unclosed", "7"},
           {"7", "[", "7"},
       })
    EXPECT_EQ(extract::format_sheet_number(
                  c.value, extract::parse_number_format(c.code), extract::Epoch::from_1900),
              c.text)
        << c.value << " " << c.code;
}

TEST(SheetText, NamesCellsAsTheProgramsDo) {
  for (const auto& [row, column, name] : std::vector<std::tuple<int, int, std::string>>{
           {0, 0, "A1"}, {8, 25, "Z9"}, {9, 26, "AA10"}, {1'048'575, 16'383, "XFD1048576"}}) {
    EXPECT_EQ(extract::format_cell_name(row, column), name);
    EXPECT_EQ(extract::parse_cell_name(name).row, row);
    EXPECT_EQ(extract::parse_cell_name(name).column, column);
  }
  EXPECT_EQ(extract::parse_cell_name("").row, -1);
  EXPECT_EQ(extract::parse_cell_name("b2").column, -1);
}

}  // namespace
