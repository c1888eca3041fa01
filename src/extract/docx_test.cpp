// What a Word document says on paper is what is read: numbers, tables, notes, changes, fields.
#include "extract/docx.hpp"

#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "extract/list_number.hpp"

namespace {

using Parts = std::vector<codec::ZipItem>;

constexpr std::string_view main_part = "word/document.xml";

std::string wrap(std::string_view element, std::string_view inside) {
  const std::string name(element);
  return "<w:" + name + " xmlns:w='w' xmlns:mc='m'>" + std::string(inside) + "</w:" + name + ">";
}

// The document with this body; other parts are named to it by their type, "footnotes" and so on.
base::Result<extract::FoundText> read(std::string_view body, const Parts& others = {}) {
  Parts parts = {{std::string(main_part), wrap("document", wrap("body", body))}};
  std::string relationships = "<Relationships>";
  for (const auto& [name, content, packed] : others) {
    const auto type = name.substr(0, name.find_first_of("0123456789."));
    parts.push_back({"word/" + name, content, packed});
    relationships +=
        fmt::format("<Relationship Id='{0}' Type='http://x/{1}' Target='{0}'/>", name, type);
  }
  parts.push_back({"word/_rels/document.xml.rels", relationships + "</Relationships>"});
  const auto bytes = codec::write_zip(parts).value();
  auto archive = extract::OfficeArchive::open(bytes);
  if (!archive) return base::pass_on(archive.error());
  return extract::read_docx(*archive, main_part);
}

std::string text_of(std::string_view body, const Parts& others = {}) {
  const auto found = read(body, others);
  return found ? found->pages.at(0).text : found.error().id;
}

std::string problems_of(const extract::FoundText& found) {
  std::string problems;
  for (const auto& problem : found.problems) problems += problem.id + " " + problem.detail + "; ";
  return problems;
}

std::string paragraph(std::string_view words) {
  return "<w:p><w:r><w:t>" + std::string(words) + "</w:t></w:r></w:p>";
}

TEST(Docx, ReadsWhatIsPrinted) {
  struct Case {
    std::string_view name;
    std::string body;
    std::string_view text;
  };

  for (const auto& c : std::vector<Case>{
           {"paragraphs", paragraph("satu") + "<w:p/>" + paragraph("dua"), "satu\n\ndua"},
           {"tabs and breaks",
            "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>",
            "a\tb\nc"},
           {"kept and lost white space",
            "<w:p><w:r><w:t xml:space='preserve'>a </w:t><w:t> b\n</w:t></w:r></w:p>",
            "a b"},
           {"hyphens and symbols",
            "<w:p><w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>aktif ke\u00ADdua</w:t><w:softHyphen/>"
            "<w:sym w:font='Wingdings' w:char='F0FC'/></w:r></w:p>",
            "non-aktif kedua✓"},
           {"decomposed letters", paragraph("kafe\u0301"), "kafé"},
           {"the result of a field",
            "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:t>REF x</w:t></w:r>"
            "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>7</w:t></w:r>"
            "<w:r><w:fldChar w:fldCharType='end'/></w:r><w:fldSimple w:instr='PAGE'><w:r><w:t>8"
            "</w:t></w:r></w:fldSimple></w:p>",
            "78"},
           {"content controls and links",
            "<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent><w:p><w:hyperlink><w:r><w:t>a"
            "</w:t></w:r></w:hyperlink></w:p></w:sdtContent></w:sdt>",
            "a"},
           {"alternate content once",
            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" +
                paragraph("kotak") +
                "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" +
                paragraph("kotak") +
                "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent><w:t>teks</w:t></w:r>"
                "</w:p>",
            "teks\n\nkotak"},
           {"a deleted paragraph end",
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>" +
                paragraph("b"),
            "ab"},
       })
    EXPECT_EQ(text_of(c.body), c.text) << c.name;
}

TEST(Docx, WritesARowOfATableAsALine) {
  const auto cell = [](std::string_view inside, std::string_view properties = "") {
    return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + std::string(inside) +
           "</w:tc>";
  };
  const auto table =
      "<w:tbl><w:tr>" + cell(paragraph("A") + paragraph("a"), "<w:gridSpan w:val='2'/>") +
      cell(paragraph("tinggi"), "<w:vMerge w:val='restart'/>") + "</w:tr><w:tr>" +
      cell(paragraph("B")) + cell("<w:p/>") + cell(paragraph("sisa"), "<w:vMerge/>") +
      "</w:tr><w:tr>" + cell("<w:p/>") + "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" +
      cell(paragraph("dihapus")) + "</w:tr></w:tbl>";
  EXPECT_EQ(text_of(paragraph("x") + table + paragraph("y")), "x\n\nA a\ttinggi\nB\n\ny");
}

TEST(Docx, CountsWhatItLeavesOut) {
  const auto found = read(
      "<w:p><w:del><w:r><w:delText>lama</w:delText></w:r></w:del><w:ins><w:r><w:t>baru</w:t></w:r>"
      "</w:ins><w:moveFrom><w:r><w:t>pindah</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr>"
      "<w:t>rahasia</w:t></w:r></w:p><w:p><w:moveTo><w:r><w:t>pindah</w:t></w:r></w:moveTo></w:p>",
      {{"comments.xml", wrap("comments", "<w:comment/><w:comment/>")}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->pages[0].text, "baru\n\npindah");
  EXPECT_EQ(problems_of(*found),
            "reading.tracked_changes 3; reading.comments 2; reading.hidden_text 1; ");
}

TEST(Docx, PutsNotesBehindTheirParagraphAndMarginsAtTheEnd) {
  const auto refer = [](std::string_view kind, int id) {
    return "<w:r><w:" + std::string(kind) + "Reference w:id='" + std::to_string(id) + "'/></w:r>";
  };
  const auto body = "<w:p><w:r><w:t>satu</w:t></w:r>" + refer("footnote", 2) +
                    "</w:p><w:p><w:r><w:t>"
                    "dua</w:t></w:r>" +
                    refer("endnote", 1) + refer("footnote", 3) + "</w:p>";
  const Parts parts = {
      {"footnotes.xml",
       wrap("footnotes",
            "<w:footnote w:type='separator' w:id='2'>" + paragraph("---") +
                "</w:footnote><w:footnote w:id='2'>" + paragraph("kaki") +
                "</w:footnote><w:footnote w:id='3'><w:p><w:r><w:t>diri</w:t></w:r>" +
                refer("footnote", 3) + "</w:p></w:footnote>")},
      {"endnotes.xml",
       wrap("endnotes", "<w:endnote w:id='1'>" + paragraph("akhir") + "</w:endnote>")},
      {"header1.xml", wrap("hdr", paragraph("Kop") + paragraph("Dinas"))},
      {"header2.xml", wrap("hdr", paragraph("Kop Dinas"))},
      {"footer1.xml", wrap("ftr", "<w:p/>")}};
  EXPECT_EQ(text_of(body, parts),
            "satu[1]\n\n[1] kaki\n\ndua[i][2]\n\n[i] akhir\n\n[2] diri\n\n[header] Kop Dinas");
  const auto table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>sel</w:t></w:r>" + refer("footnote", 2) +
                     "</w:p></w:tc><w:tc>" + paragraph("lain") + "</w:tc></w:tr></w:tbl>";
  EXPECT_EQ(text_of(table, {parts[0]}), "sel[1]\tlain\n\n[1] kaki") << "behind the whole table";
}

TEST(Docx, PrintsTheNumbersOfLists) {
  const auto item = [](int list, int level, std::string_view words) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val='" + std::to_string(level) + "'/><w:numId w:val='" +
           std::to_string(list) + "'/></w:numPr></w:pPr><w:r><w:t>" + std::string(words) +
           "</w:t></w:r></w:p>";
  };
  const auto level =
      [](int n, std::string_view format, std::string_view text, std::string_view more = "") {
        return "<w:lvl w:ilvl='" + std::to_string(n) + "'><w:start w:val='1'/><w:numFmt w:val='" +
               std::string(format) + "'/><w:lvlText w:val='" + std::string(text) + "'/>" +
               std::string(more) + "</w:lvl>";
      };
  const auto numbering = wrap(
      "numbering",
      "<w:abstractNum w:abstractNumId='0'>" + level(0, "upperRoman", "BAB %1") +
          level(1, "decimal", "%1.%2.", "<w:isLgl/>") + level(2, "lowerLetter", "%3)") +
          "</w:abstractNum><w:abstractNum w:abstractNumId='1'>" + level(0, "bullet", "\uF0D8") +
          "</w:abstractNum><w:abstractNum w:abstractNumId='2'>" +
          level(0, "decimal", "Pasal %1", "<w:pStyle w:val='Pasal'/>") +
          "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num "
          "w:numId='2'>"
          "<w:abstractNumId w:val='1'/></w:num><w:num w:numId='3'><w:abstractNumId w:val='0'/>"
          "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='9'/></w:lvlOverride></w:num>"
          "<w:num w:numId='4'><w:abstractNumId w:val='2'/></w:num>");
  const auto styles =
      wrap("styles",
           "<w:style w:type='paragraph' w:styleId='Dasar'><w:pPr><w:outlineLvl w:val='1'/>"
           "<w:numPr><w:numId w:val='4'/></w:numPr></w:pPr></w:style>"
           "<w:style w:type='paragraph' w:styleId='Pasal'><w:basedOn w:val='Dasar'/>"
           "</w:style>");
  const auto article = std::string("<w:p><w:pPr><w:pStyle w:val='Pasal'/></w:pPr></w:p>");
  const auto body = item(1, 0, "a") + item(1, 1, "b") + item(1, 2, "c") + item(1, 2, "d") +
                    item(1, 1, "e") + item(1, 2, "f") + item(1, 0, "g") + item(1, 1, "h") +
                    item(2, 0, "i") + item(3, 0, "j") + item(0, 0, "k") + article + article;
  const Parts parts = {{"numbering.xml", numbering}, {"styles.xml", styles}};
  EXPECT_EQ(text_of(body, parts),
            "BAB I a\n\n1.1. b\n\na) c\n\nb) d\n\n1.2. e\n\na) f\n\nBAB II g\n\n2.1. h\n\n• i\n\n"
            "BAB IX j\n\nk\n\nPasal 1\n\nPasal 2");
}

TEST(Docx, TakesTheFirstHeadingForItsTitle) {
  const auto styles =
      wrap("styles",
           "<w:style w:type='paragraph' w:styleId='H'><w:pPr><w:outlineLvl w:val='0'/>"
           "</w:pPr></w:style>");
  const auto found = read(paragraph("kop") +
                              "<w:p><w:pPr><w:pStyle w:val='H'/></w:pPr><w:r><w:t>Judul"
                              "</w:t></w:r></w:p>",
                          {{"styles.xml", styles}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->title, "Judul");
}

TEST(Docx, RefusesBrokenAndHostileParts) {
  EXPECT_EQ(text_of("<w:p>"), "xml.syntax");
  const auto hostile = "<!DOCTYPE x [<!ENTITY a 'b'>]>" + wrap("styles", "");
  EXPECT_EQ(text_of(paragraph("x"), {{"styles.xml", hostile}}), "xml.entities");
  EXPECT_EQ(extract::to_failure({base::ErrorKind::invalid, "xml.entities", {}}).id, "unsafe");
}

TEST(ListNumber, IsWrittenAsPrinted) {
  using extract::NumberStyle;

  struct Case {
    int number;
    NumberStyle style;
    std::string_view text;
  };

  for (const auto& c : {Case{14, NumberStyle::decimal, "14"},
                        Case{4, NumberStyle::two_digits, "04"},
                        Case{26, NumberStyle::lower_letter, "z"},
                        Case{28, NumberStyle::lower_letter, "bb"},
                        Case{1994, NumberStyle::upper_roman, "MCMXCIV"},
                        Case{0, NumberStyle::upper_letter, "0"},
                        Case{4000, NumberStyle::lower_roman, "4000"}})
    EXPECT_EQ(extract::format_list_number(c.number, c.style), c.text);
}

}  // namespace
