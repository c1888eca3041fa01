// Archives and old office files are told by their content, and what is not read says what it is.
#include "extract/office_document.hpp"

#include <cstdio>

#include <gtest/gtest.h>

#include "codec/zip.hpp"
#include "extract/foreign.hpp"
#include "extract/formats.hpp"
#include "extract/office_archive.hpp"

namespace {

std::string write(const std::vector<codec::ZipItem>& items) {
  return codec::write_zip(items).value();
}

std::string stream(std::string_view name) {
  std::string entry;
  for (const char byte : name) entry += {byte, '\0'};
  entry.resize(64);
  return entry + static_cast<char>(name.size() * 2 + 2);
}

TEST(OfficeDocument, SaysWhatIsNotRead) {
  const std::string ole("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and its sectors ");

  struct Case {
    std::string_view name;
    std::string bytes;
    std::string_view failure;
  };

  for (const auto& c : std::vector<Case>{
           {"Word 97", ole + stream("Root Entry") + stream("WordDocument"), "old_word"},
           {"Excel 97", ole + stream("Workbook"), "old_excel"},
           {"Excel 95", ole + stream("Book"), "old_excel"},
           {"PowerPoint 97", ole + stream("PowerPoint Document"), "old_powerpoint"},
           {"a locked .docx",
            ole + stream("EncryptionInfo") + stream("EncryptedPackage"),
            "encrypted"},
           {"a mail", ole + stream("__properties"), "old_office"},
           {"only its name in the text", ole + "WordDocument", "old_office"},
           {"RTF", "{\\rtf1 teks}", "rtf"},
       }) {
    EXPECT_TRUE(extract::recognizes_foreign(c.bytes)) << c.name;
    EXPECT_EQ(extract::extract_foreign(c.bytes)->id, c.failure) << c.name;
  }
  EXPECT_FALSE(extract::recognizes_foreign("Tulisan tentang {\\rtf"));
}

TEST(OfficeDocument, SaysWhatAnArchiveIs) {
  const auto types = [](std::string_view type) {
    return "<Types><Override PartName='/a.xml' ContentType='" + std::string(type) + "'/></Types>";
  };
  const std::string relationships =
      "<Relationships><Relationship Id='1' Type='http://x/officeDocument' Target='a.xml'/>"
      "</Relationships>";
  const auto package = [&](std::string_view type, std::string_view main) {
    return write({{"[Content_Types].xml", types(type)},
                  {"_rels/.rels", relationships},
                  {"a.xml", std::string(main)}});
  };
  constexpr std::string_view word = "application/x.wordprocessingml.document.main+xml";
  EXPECT_EQ(extract::extract_archive(write({{"a.txt", "x"}}))->id, "archive");
  EXPECT_EQ(extract::extract_archive(write({{"mimetype", "application/epub+zip", false}}))->id,
            "epub");
  EXPECT_EQ(
      extract::extract_archive(package("application/vnd.ms-excel.sheet.binary.main", "x"))->id,
      "excel_binary");
  EXPECT_EQ(extract::extract_archive(package(word, "<w:document>"))->id, "damaged");
  EXPECT_EQ(extract::extract_archive(package(word, "<w:document><w:body/></w:document>"))->id,
            "empty");
  EXPECT_EQ(extract::extract_archive(package(word, std::string(8U << 20U, ' ')))->id,
            "unpacks_too_large");
  EXPECT_EQ(extract::extract_archive("PK\x03\x04 cut off")->id, "damaged");
}

// A package whose main part has this type, or an OpenDocument file of this type.
std::string package(std::string_view type,
                    std::string_view main,
                    std::vector<codec::ZipItem> more = {}) {
  more.push_back({"[Content_Types].xml",
                  "<Types><Override PartName='/x/main.xml' ContentType='" + std::string(type) +
                      "'/></Types>"});
  more.push_back(
      {"_rels/.rels",
       "<Relationships><Relationship Id='1' Type='http://x/officeDocument' Target='x/main.xml'/>"
       "</Relationships>"});
  more.push_back({"x/main.xml", std::string(main)});
  return write(more);
}

std::string open_document(std::string_view type,
                          std::string_view content,
                          std::vector<codec::ZipItem> more = {}) {
  more.insert(more.begin(),
              {"mimetype", "application/vnd.oasis.opendocument." + std::string(type), false});
  more.push_back({"content.xml", std::string(content)});
  return write(more);
}

// The format that was read and its first problem, or the failure.
std::string outcome(const std::string& bytes) {
  testing::internal::CaptureStdout();
  const auto failure = extract::extract_document(bytes);
  std::fflush(stdout);
  const auto lines = testing::internal::GetCapturedStdout();
  if (failure) return failure->id;
  const auto find = [&](std::string_view key) {
    const auto at = lines.find(key);
    if (at == std::string::npos) return std::string();
    const auto rest = lines.substr(at + key.size());
    return rest.substr(0, rest.find('"'));
  };
  return find("\"format\":\"") + " " + find("\"problem\":\"");
}

TEST(OfficeDocument, IsToldByItsContentNeverByItsName) {
  const std::string word =
      "<w:document><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>";
  const std::string sheet =
      "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='rId1'/></sheets></workbook>";
  const std::vector<codec::ZipItem> rows = {
      {"x/_rels/main.xml.rels",
       "<Relationships><Relationship Id='rId1' Type='http://x/worksheet' "
       "Target='s.xml'/></Relationships>"},
      {"x/s.xml", "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"}};
  const std::string slides =
      "<p:presentation xmlns:r='r'><p:sldIdLst><p:sldId "
      "r:id='rId1'/></p:sldIdLst></p:presentation>";
  const std::vector<codec::ZipItem> slide = {
      {"x/_rels/main.xml.rels",
       "<Relationships><Relationship Id='rId1' Type='http://x/slide' "
       "Target='s.xml'/></Relationships>"},
      {"x/s.xml",
       "<p:sld><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>x</a:t></a:r></a:p></p:txBody></"
       "p:sp></p:spTree>"
       "</p:cSld></p:sld>"}};
  const auto with = [](std::vector<codec::ZipItem> parts, codec::ZipItem more) {
    parts.push_back(std::move(more));
    return parts;
  };
  const auto body = [](std::string_view kind, std::string_view inside) {
    return "<o:d><o:body><o:" + std::string(kind) + ">" + std::string(inside) +
           "</o:" + std::string(kind) + "></o:body></o:d>";
  };
  const std::string text = body("text", "<text:p>x</text:p>");
  const std::string table =
      body("spreadsheet",
           "<table:table table:name='S'><table:table-row><table:table-cell><text:p>x</text:p>"
           "</table:table-cell></table:table-row></table:table>");
  const std::string manifest =
      "<m:manifest><m:file-entry m:full-path='/' "
      "m:media-type='application/vnd.oasis.opendocument.text'/></m:manifest>";
  const std::string locked =
      "<m:manifest><m:file-entry m:full-path='content.xml'><m:encryption-data/>"
      "</m:file-entry></m:manifest>";
  const std::string hostile = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>";
  const std::string ooxml = "application/vnd.openxmlformats-officedocument.";
  const std::string plain = package(ooxml + "wordprocessingml.document.main+xml", word);

  struct Case {
    std::string_view name;
    std::string bytes;
    std::string_view outcome;
  };

  for (const auto& c : std::vector<Case>{
           {"Word", plain, "docx "},
           {"Word with macros",
            package("application/vnd.ms-word.document.macroEnabled.main+xml",
                    word,
                    {{"word/vbaProject.bin", "x"}}),
            "docx reading.macros"},
           {"Excel", package(ooxml + "spreadsheetml.sheet.main+xml", sheet, rows), "xlsx "},
           {"Excel with macros",
            package("application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                    sheet,
                    with(rows, {"xl/vbaProject.bin", "x"})),
            "xlsx reading.macros"},
           {"binary Excel",
            package("application/vnd.ms-excel.sheet.binary.macroEnabled.main", "x"),
            "excel_binary"},
           {"PowerPoint",
            package(ooxml + "presentationml.presentation.main+xml", slides, slide),
            "pptx "},
           {"PowerPoint with macros",
            package("application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
                    slides,
                    with(slide, {"ppt/vbaProject.bin", "x"})),
            "pptx reading.macros"},
           {"OpenDocument text", open_document("text", text), "odt "},
           {"OpenDocument text with macros",
            open_document("text", text, {{"Basic/Standard/Module1.xml", "x"}}),
            "odt reading.macros"},
           {"OpenDocument without its type",
            write({{"META-INF/manifest.xml", manifest}, {"content.xml", text}}),
            "odt "},
           {"OpenDocument workbook", open_document("spreadsheet", table), "ods "},
           {"OpenDocument presentation",
            open_document("presentation",
                          body("presentation", "<draw:page><text:p>x</text:p></draw:page>")),
            "odp "},
           {"OpenDocument drawing", open_document("graphics", text), "archive"},
           {"a type that its content is not", open_document("spreadsheet", text), "empty"},
           {"locked OpenDocument",
            open_document("text", text, {{"META-INF/manifest.xml", locked}}),
            "encrypted"},
           {"a workbook that is cut off",
            package(ooxml + "spreadsheetml.sheet.main+xml", sheet, rows).substr(0, 400),
            "damaged"},
           {"a sheet that is absent",
            package(ooxml + "spreadsheetml.sheet.main+xml", sheet, {rows[0]}),
            "damaged"},
           {"a workbook with entities",
            package(ooxml + "spreadsheetml.sheet.main+xml", hostile + sheet, rows),
            "unsafe"},
           {"OpenDocument with entities", open_document("text", hostile + text), "unsafe"},
           {"a sheet that unpacks to much",
            package(ooxml + "spreadsheetml.sheet.main+xml",
                    sheet,
                    {rows[0],
                     {"x/s.xml", "<worksheet>" + std::string(8U << 20U, ' ') + "</worksheet>"}}),
            "unpacks_too_large"},
           {"two parts of one name",
            package(ooxml + "wordprocessingml.document.main+xml",
                    word,
                    {{"X/MAIN.xml", "x"}, {"x/a", "y"}}),
            "damaged"},
           {"a PDF before an archive", "%PDF-1.4\n%%EOF\n" + plain, "two_documents"},
           {"a PDF inside an archive",
            write({{"a", "%PDF-1.4 ", false}, {"b", "x"}}),
            "two_documents"},
           {"HTML by any name", "<html><body>x", "html "},
           {"a text that speaks of archives", "PK adalah singkatan", "plain_text "},
       })
    EXPECT_EQ(outcome(c.bytes), c.outcome) << c.name;
}

TEST(OfficeDocument, FindsPartsByTheirReferences) {
  EXPECT_EQ(extract::resolve_part("xl/workbook.xml", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml");
  EXPECT_EQ(extract::resolve_part("ppt/slides/slide1.xml", "../notes/n.xml"), "ppt/notes/n.xml");
  EXPECT_EQ(extract::resolve_part("xl/workbook.xml", "/a/./b.xml"), "a/b.xml");
  EXPECT_EQ(extract::resolve_part("a.xml", "../../etc/passwd"), "etc/passwd");
}

}  // namespace
