// Slides in their order, titles first, notes marked, and what is hidden said.
#include "extract/pptx.hpp"

#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "extract/slide_pages.hpp"

namespace {

std::string relationship(std::string_view id, std::string_view type, std::string_view target) {
  return fmt::format("<Relationship Id='{}' Type='http://x/{}' Target='{}'/>", id, type, target);
}

std::string shape(std::string_view paragraphs,
                  std::string_view placeholder = "",
                  std::string_view more = "") {
  return fmt::format(
      "<p:sp><p:nvSpPr><p:cNvPr id='1' "
      "{}/><p:nvPr>{}</p:nvPr></p:nvSpPr><p:txBody>{}</p:txBody></p:sp>",
      more,
      placeholder.empty() ? "" : fmt::format("<p:ph type='{}'/>", placeholder),
      paragraphs);
}

std::string paragraph(std::string_view words, std::string_view properties = "") {
  return fmt::format("<a:p>{}<a:r><a:t>{}</a:t></a:r></a:p>", properties, words);
}

std::string slide(std::string_view shapes, std::string_view attributes = "") {
  return fmt::format(
      "<p:sld xmlns:p='p' xmlns:a='a' xmlns:r='r' xmlns:mc='m' "
      "{}><p:cSld><p:spTree>{}</p:spTree></p:cSld></p:sld>",
      attributes,
      shapes);
}

// Two slides, which the presentation lists second one first; parts of the first are optional.
base::Result<extract::FoundText> read(const std::string& first,
                                      const std::string& second = slide(""),
                                      const std::vector<codec::ZipItem>& more = {}) {
  std::vector<codec::ZipItem> parts = {
      {"ppt/presentation.xml",
       "<p:presentation xmlns:p='p' xmlns:r='r'><p:sldIdLst><p:sldId id='256' "
       "r:id='rId2'/><p:sldId "
       "id='257' r:id='rId1'/></p:sldIdLst></p:presentation>"},
      {"ppt/_rels/presentation.xml.rels",
       "<Relationships>" + relationship("rId1", "slide", "slides/slide1.xml") +
           relationship("rId2", "slide", "slides/slide2.xml") + "</Relationships>"},
      {"ppt/slides/slide1.xml", second},
      {"ppt/slides/slide2.xml", first},
      {"ppt/slides/_rels/slide2.xml.rels",
       "<Relationships>" + relationship("rId5", "notesSlide", "../notesSlides/n.xml") +
           relationship("rId6", "comments", "../comments/c.xml") +
           relationship("rId7", "diagramData", "../diagrams/d.xml") + "</Relationships>"}};
  parts.insert(parts.end(), more.begin(), more.end());
  const auto bytes = codec::write_zip(parts).value();
  auto archive = extract::OfficeArchive::open(bytes);
  if (!archive) return base::pass_on(archive.error());
  return extract::read_pptx(*archive, "ppt/presentation.xml");
}

TEST(Pptx, ReadsTheShapesOfASlide) {
  struct Case {
    std::string_view name;
    std::string shapes;
    std::string_view text;
  };

  const auto numbered = [](std::string_view words, std::string_view type, int level) {
    return paragraph(words,
                     fmt::format("<a:pPr lvl='{}'><a:buAutoNum type='{}'/></a:pPr>", level, type));
  };
  for (const auto& c : std::vector<Case>{
           {"the title first",
            shape(paragraph("isi") + paragraph("lagi"), "body") +
                shape(paragraph("Judul"), "title"),
            "Judul\n\nisi\n\nlagi"},
           {"breaks and fields",
            shape("<a:p><a:r><a:t>a</a:t></a:r><a:br/><a:fld><a:t>b</a:t></a:fld></a:p>"),
            "a\nb"},
           {"no margins",
            shape(paragraph("7"), "sldNum") + shape(paragraph("2025"), "dt") +
                shape(paragraph("kaki"), "ftr"),
            ""},
           {"groups",
            "<p:grpSp><p:grpSp>" + shape(paragraph("dalam")) + "</p:grpSp></p:grpSp>",
            "dalam"},
           {"numbers",
            shape(numbered("a", "arabicPeriod", 0) + numbered("b", "alphaLcParenR", 1) +
                  numbered("c", "alphaLcParenR", 1) + numbered("d", "arabicPeriod", 0) +
                  numbered("e", "alphaLcParenR", 1) + paragraph("f") +
                  numbered("g", "romanUcParenBoth", 0)),
            "1. a\n\na) b\n\nb) c\n\n2. d\n\na) e\n\nf\n\n(I) g"},
           {"tables",
            "<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc gridSpan='2'><a:txBody>" +
                paragraph("A") + paragraph("a") + "</a:txBody></a:tc><a:tc hMerge='1'><a:txBody>" +
                paragraph("x") + "</a:txBody></a:tc><a:tc><a:txBody>" + paragraph("B") +
                "</a:txBody></a:tc></a:tr><a:tr><a:tc vMerge='1'><a:txBody>" + paragraph("y") +
                "</a:txBody></a:tc><a:tc><a:txBody>" + paragraph("C") +
                "</a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>" +
                shape(paragraph("z")),
            "A a\tB\n\tC\n\nz"},
           {"alternate content once",
            "<mc:AlternateContent><mc:Choice>" + shape(paragraph("baru")) +
                "</mc:Choice><mc:Fallback>" + shape(paragraph("lama")) +
                "</mc:Fallback></mc:AlternateContent>",
            "baru"},
           {"broken XML", "<p:sp>", "xml.syntax"},
       }) {
    const auto found = read(slide(c.shapes));
    EXPECT_EQ(found ? found->pages.at(0).text : found.error().id, c.text) << c.name;
  }
}

TEST(Pptx, OrdersSlidesAndSaysWhatIsBesideThem) {
  const std::vector<codec::ZipItem> parts = {
      {"ppt/notesSlides/n.xml",
       slide(shape(paragraph("gambar"), "sldImg") +
             shape(paragraph("satu") + paragraph("dua"), "body") +
             shape(paragraph("3"), "sldNum"))},
      {"ppt/comments/c.xml", "<p:cmLst><p:cm/><p:cm/></p:cmLst>"},
      {"ppt/diagrams/d.xml",
       "<dgm:dataModel><dgm:pt><dgm:t>" + paragraph("Langkah") +
           "</dgm:t></dgm:pt></dgm:dataModel>"}};
  const auto found = read(
      slide(shape(paragraph("Judul"), "ctrTitle") + shape(paragraph("gelap"), "", "hidden='1'") +
            "<p:graphicFrame><a:graphic><a:graphicData><dgm:relIds r:dm='rId7' r:lo='x'/>"
            "</a:graphicData></a:graphic></p:graphicFrame>"),
      slide("", "show='0'"),
      parts);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->pages.size(), 2U);
  EXPECT_EQ(found->pages[0].text, "Judul\n\nLangkah\n\n[notes] satu\n\n[notes] dua");
  EXPECT_EQ(found->pages[1].page.number, 2);
  EXPECT_EQ(found->title, "Judul");
  std::string problems;
  for (const auto& problem : found->problems) problems += problem.id + " " + problem.detail + "; ";
  EXPECT_EQ(problems,
            "reading.hidden_slides 2; reading.slides_without_text 2; reading.comments 2; "
            "reading.hidden_text 1; ");
}

TEST(SlidePages, AreBounded) {
  extract::SlidePages pages(document::Format::pptx);
  for (int i = 0; i < 5'000; ++i) ASSERT_TRUE(pages.add("x", false)) << i;
  EXPECT_EQ(pages.add("x", false).error().id, "reading.too_large");
}

}  // namespace
