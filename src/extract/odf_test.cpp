// OpenDocument files as they are shown: numbers, notes, changes, repeated cells, hidden pages.
#include "extract/odf.hpp"

#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "extract/odf_numbering.hpp"

namespace {

using Read = base::Result<extract::FoundText> (*)(extract::OfficeArchive&, std::string_view);

// The names bear the prefixes that programs give them; only the local ones count.
std::string content(std::string_view kind, std::string_view body, std::string_view styles = "") {
  return fmt::format(
      "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:style='s' "
      "xmlns:draw='d' xmlns:presentation='p' xmlns:fo='f'><office:automatic-styles>{}"
      "</office:automatic-styles><office:body><office:{}>{}</office:{}></office:body>"
      "</office:document-content>",
      styles,
      kind,
      body,
      kind);
}

base::Result<extract::FoundText> read(Read reader,
                                      const std::string& content_part,
                                      const std::string& styles_part = "") {
  std::vector<codec::ZipItem> parts = {{"content.xml", content_part}};
  if (!styles_part.empty()) parts.push_back({"styles.xml", styles_part});
  const auto bytes = codec::write_zip(parts).value();
  auto archive = extract::OfficeArchive::open(bytes);
  if (!archive) return base::pass_on(archive.error());
  return reader(*archive, "content.xml");
}

std::string show(const base::Result<extract::FoundText>& found) {
  if (!found) return found.error().id;
  std::string text;
  for (const auto& page : found->pages)
    text += (text.empty() ? "" : " / ") + page.page.label + page.text;
  for (const auto& problem : found->problems) text += " | " + problem.id + " " + problem.detail;
  return text;
}

TEST(Odt, ReadsWhatIsPrinted) {
  struct Case {
    std::string_view name;
    std::string body;
    std::string_view text;
  };

  for (const auto& c : std::vector<Case>{
           {"spaces, tabs and breaks",
            "<text:p>\n  a \n b<text:s/>c<text:s text:c='3'/>d<text:tab/>e<text:line-break/> "
            "f<text:span> g</text:span>"
            "</text:p><text:p/><text:p>h</text:p>",
            "a b c   d\te\nf g\n\nh"},
           {"notes behind their paragraph",
            "<text:p>a<text:note><text:note-citation>1</"
            "text:note-citation><text:note-body><text:p>kaki"
            "</text:p></text:note-body></text:note>b</text:p><text:p>c</text:p>",
            "a[1]b\n\n[1] kaki\n\nc"},
           {"changes are taken as accepted",
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>lama</text:p></"
            "text:deletion>"
            "</text:changed-region><text:changed-region><text:insertion/></"
            "text:changed-region><text:changed-region>"
            "<text:format-change/></text:changed-region></"
            "text:tracked-changes><text:p>a<text:change/>"
            "<text:change-start/>baru<text:change-end/></text:p>",
            "abaru | reading.tracked_changes 2"},
           {"comments and hidden words",
            "<text:p>a<office:annotation><text:p>komentar</text:p></office:annotation><text:span "
            "text:style-name='H'>gelap</text:span><text:hidden-text "
            "text:string-value='x'/></text:p>"
            "<text:section text:display='none'><text:p>b</text:p></text:section>",
            "a | reading.comments 1 | reading.hidden_text 3"},
           {"boxes behind their paragraph",
            "<text:p>a<draw:frame><svg:title>t</svg:title><draw:text-box><text:p>kotak</text:p></"
            "draw:text-box>"
            "</draw:frame>b</text:p>",
            "ab\n\nkotak"},
           {"tables",
            "<table:table><table:table-header-rows><table:table-row><table:table-cell "
            "table:number-columns-spanned='2'>"
            "<text:p>A</text:p></table:table-cell><table:covered-table-cell/"
            "><table:table-cell><text:p>B</text:p>"
            "<text:p>b</text:p></table:table-cell></table:table-row></"
            "table:table-header-rows><table:table-row "
            "table:number-rows-repeated='2'><table:table-cell "
            "table:number-columns-repeated='3'><text:p>c</text:p>"
            "</table:table-cell></table:table-row></table:table><text:p>d</text:p>",
            "A\t\tB b\nc\tc\tc\nc\tc\tc\n\nd"},
           {"a note in a table waits for its end",
            "<table:table><table:table-row><table:table-cell><text:p>a<text:note><text:note-"
            "citation>i"
            "</text:note-citation><text:note-body><text:p>akhir</text:p></text:note-body></"
            "text:note></text:p>"
            "</table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></"
            "table:table-row></table:table>",
            "a[i]\tb\n\n[i] akhir"},
           {"the body of a table of contents",
            "<text:table-of-content><text:table-of-content-source><text:index-title-template>x"
            "</text:index-title-template></"
            "text:table-of-content-source><text:index-body><text:p>Bab 1</text:p>"
            "</text:index-body></text:table-of-content>",
            "Bab 1"},
           {"broken XML", "<text:p>", "xml.syntax"},
       }) {
    const auto styles =
        "<style:style style:name='H' style:family='text'><style:text-properties "
        "text:display='none'/></style:style>";
    EXPECT_EQ(show(read(extract::read_odt, content("text", c.body, styles))), c.text) << c.name;
  }
}

TEST(Odt, PrintsTheNumbersOfListsAndHeadings) {
  const std::string styles =
      "<text:list-style style:name='L'><text:list-level-style-number text:level='1' "
      "style:num-format='1' "
      "style:num-suffix='.'/><text:list-level-style-number text:level='2' style:num-format='a' "
      "style:num-suffix=')' text:display-levels='2'/></text:list-style><text:list-style "
      "style:name='B'>"
      "<text:list-level-style-bullet text:level='1' text:bullet-char='-'/></text:list-style>"
      "<text:outline-style><text:outline-level-style text:level='1' style:num-format='I' "
      "style:num-prefix='BAB '/>"
      "<text:outline-level-style text:level='2' style:num-format=''/></text:outline-style>";
  const auto item = [](std::string_view inside) {
    return fmt::format("<text:list-item>{}</text:list-item>", inside);
  };
  const auto list = [](std::string_view style, std::string_view items, std::string_view more = "") {
    return fmt::format("<text:list text:style-name='{}' {}>{}</text:list>", style, more, items);
  };
  const auto body =
      "<text:h text:outline-level='1'>Umum</text:h><text:h text:outline-level='2'>Arti</text:h>" +
      list("L",
           item("<text:p>a</text:p><text:p>lanjut</text:p>" +
                list("", item("<text:p>b</text:p>") + item("<text:p>c</text:p>"))) +
               item("<text:p>d</text:p>")) +
      list("L", item(list("", item("<text:p>e</text:p>"))), "text:continue-numbering='true'") +
      list("L", "<text:list-item text:start-value='7'><text:p>f</text:p></text:list-item>") +
      list("B",
           "<text:list-header><text:p>kepala</text:p></text:list-header>" +
               item("<text:p>g</text:p>")) +
      list("?", item("<text:p>h</text:p>")) + "<text:h text:outline-level='1'>Akhir</text:h>";
  EXPECT_EQ(show(read(extract::read_odt, content("text", body, styles))),
            "BAB I Umum\n\nArti\n\n1. a\n\nlanjut\n\n1.a) b\n\n1.b) c\n\n2. d\n\n2.a) e\n\n7. "
            "f\n\nkepala\n\n- g\n\n"
            "• h\n\nBAB II Akhir");
}

TEST(Odt, PutsHeadersAndFootersAtTheEnd) {
  const std::string styles =
      "<x><office:master-styles><style:master-page><style:header><text:p>Kop</text:p></"
      "style:header>"
      "<style:footer><text:p/></style:footer></style:master-page><style:master-page><style:header>"
      "<text:p>Kop</text:p></style:header><style:footer-first><text:p>Kaki</text:p></"
      "style:footer-first>"
      "<style:header-left "
      "style:display='false'><text:p>x</text:p></style:header-left></style:master-page>"
      "</office:master-styles></x>";
  EXPECT_EQ(show(read(extract::read_odt, content("text", "<text:p>a</text:p>"), styles)),
            "a\n\n[header] Kop\n\n[footer] Kaki");
}

TEST(Ods, ReadsRowsAsTheyAreShown) {
  struct Case {
    std::string_view name;
    std::string table;
    std::string text;
  };

  const auto cell = [](std::string_view words, std::string_view more = "") {
    return fmt::format("<table:table-cell {}><text:p>{}</text:p></table:table-cell>", more, words);
  };
  const auto row = [](std::string_view cells, std::string_view more = "") {
    return fmt::format("<table:table-row {}>{}</table:table-row>", more, cells);
  };
  std::string thousand = "Sx";
  for (int i = 1; i < 1'000; ++i) thousand += "\nx";
  for (const auto& c : std::vector<Case>{
           {"words as shown, values without words",
            row(cell("14/03/2025", "office:value-type='date' office:date-value='2025-03-14'") +
                "<table:table-cell office:value='0.30000000000000004'/><table:table-cell "
                "office:boolean-value='true'/>"),
            "S14/03/2025\t0.3\ttrue"},
           {"several paragraphs and spaces",
            row("<table:table-cell><text:p>a<text:s "
                "text:c='2'/>b</text:p><text:p>c</text:p></table:table-cell>"),
            "Sa b c"},
           {"empty rows and cells are counted",
            row("<table:table-cell/>", "table:number-rows-repeated='3'") +
                row(cell("a") + "<table:table-cell table:number-columns-repeated='5'/>" +
                    cell("b")) +
                row("<table:table-cell table:number-columns-repeated='16384'/>",
                    "table:number-rows-repeated='1048572'"),
            "S\n\n\na\tb"},
           {"repeated cells",
            row(cell("a", "table:number-columns-repeated='3'"), "table:number-rows-repeated='2'"),
            "Sa\ta\ta\na\ta\ta"},
           {"rows that repeat without end",
            row(cell("x"), "table:number-rows-repeated='1048576'") + row(cell("y")),
            thousand + " | reading.repeated_rows S: 1047576"},
           {"groups of rows",
            "<table:table-header-rows>" + row(cell("a")) +
                "</table:table-header-rows><table:table-row-group>" + row(cell("b")) +
                "</table:table-row-group>",
            "Sa\nb"},
           {"merged and covered cells",
            row(cell("a", "table:number-columns-spanned='2' table:number-rows-spanned='1'") +
                "<table:covered-table-cell><text:p>b</text:p></table:covered-table-cell>" +
                cell("c")),
            "Sa\tc | reading.merged_cells S: 1 | reading.covered_cells S: 1"},
           {"hidden rows and columns",
            "<table:table-column/><table:table-column table:visibility='collapse' "
            "table:number-columns-repeated='16383'/>" +
                row(cell("a") + cell("b")) + row(cell("c"), "table:visibility='filter'"),
            "Sa\tb\nc | reading.hidden_rows S: 1 | reading.hidden_columns S: 1"},
           {"comments and formulas",
            row("<table:table-cell><office:annotation><dc:date>2025</dc:date><text:p>cek</text:p></"
                "office:annotation>"
                "<text:p>=1+1</text:p></table:table-cell><table:table-cell "
                "table:formula='of:=1'/>"),
            "S=1+1\t[comment A1] cek | reading.formulas_without_value S: 1 | "
            "reading.sheet_comments S: 1"},
       })
    EXPECT_EQ(show(read(extract::read_ods,
                        content("spreadsheet",
                                "<table:table table:name='S'>" + c.table + "</table:table>"))),
              c.text)
        << c.name;
}

TEST(Ods, NamesHiddenSheetsAndPassesOverCopiesOfOthers) {
  const std::string styles =
      "<style:style style:name='t' style:family='table'><style:table-properties "
      "table:display='false'/></style:style>";
  const auto table = [](std::string_view name,
                        std::string_view more,
                        std::string_view inside = "") {
    return fmt::format(
        "<table:table table:name='{}' {}>{}<table:table-row><table:table-cell><text:p>x</text:p>"
        "</table:table-cell></table:table-row></table:table>",
        name,
        more,
        inside);
  };
  EXPECT_EQ(show(read(extract::read_ods,
                      content("spreadsheet",
                              table("A ", "") + table("file:x", "", "<table:table-source/>") +
                                  table("C", "table:style-name='t'"),
                              styles))),
            "Ax / Cx | reading.hidden_sheets C");
}

TEST(Odp, ReadsSlidesAndMarksNotes) {
  const auto frame = [](std::string_view words, std::string_view kind) {
    return fmt::format(
        "<draw:frame "
        "presentation:class='{}'><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>",
        kind,
        words);
  };
  const std::string styles =
      "<style:style style:name='d' style:family='drawing-page'><style:drawing-page-properties "
      "presentation:visibility='hidden'/></style:style>";
  const auto body =
      "<draw:page>" + frame("isi", "outline") + frame("Judul", "title") +
      frame("7", "page-number") +
      "<draw:g><draw:custom-shape><text:p>bentuk</text:p></draw:custom-shape></draw:g><draw:frame>"
      "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
      "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table></"
      "draw:frame>"
      "<presentation:notes><draw:page-thumbnail/>" +
      frame("ucapkan", "notes") +
      "</presentation:notes></draw:page><draw:page draw:style-name='d'>" +
      "<office:annotation><text:p>x</text:p></office:annotation></draw:page>";
  const auto found = read(extract::read_odp, content("presentation", body, styles));
  EXPECT_EQ(show(found),
            "Judul\n\nisi\n\nbentuk\n\na\tb\n\n[notes] ucapkan /  | reading.hidden_slides 2 | "
            "reading.slides_without_text 2 | reading.comments 1");
  EXPECT_EQ(found ? found->title : "", "Judul");
}

TEST(Odf, SaysWhetherItIsEncrypted) {
  const auto check = [](std::string_view entry) {
    const auto bytes =
        codec::write_zip(std::vector<codec::ZipItem>{
                             {"META-INF/manifest.xml",
                              "<manifest:manifest><manifest:file-entry manifest:full-path='/' "
                              "manifest:media-type='application/vnd.oasis.opendocument.text'/>" +
                                  std::string(entry) + "</manifest:manifest>"}})
            .value();
    auto archive = extract::OfficeArchive::open(bytes).value();
    EXPECT_EQ(extract::read_odf_type(archive).value(), "application/vnd.oasis.opendocument.text");
    return extract::is_encrypted_odf(archive).value();
  };
  EXPECT_FALSE(check("<manifest:file-entry manifest:full-path='content.xml'/>"));
  EXPECT_TRUE(
      check("<manifest:file-entry manifest:full-path='content.xml'><manifest:encryption-data/>"
            "</manifest:file-entry>"));
}

}  // namespace
