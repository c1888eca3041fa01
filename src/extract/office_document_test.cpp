// Archives and old office files are told by their content, and what is not read says what it is.
#include "extract/office_document.hpp"

#include <gtest/gtest.h>

#include "codec/zip.hpp"
#include "extract/foreign.hpp"
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

TEST(OfficeDocument, FindsPartsByTheirReferences) {
  EXPECT_EQ(extract::resolve_part("xl/workbook.xml", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml");
  EXPECT_EQ(extract::resolve_part("ppt/slides/slide1.xml", "../notes/n.xml"), "ppt/notes/n.xml");
  EXPECT_EQ(extract::resolve_part("xl/workbook.xml", "/a/./b.xml"), "a/b.xml");
  EXPECT_EQ(extract::resolve_part("a.xml", "../../etc/passwd"), "etc/passwd");
}

}  // namespace
