// What a browser shows of a page is what is read, whatever the page tries.
#include "extract/html.hpp"

#include <new>
#include <vector>

#include <gtest/gtest.h>

namespace {

std::string text_of(std::string_view html) {
  const auto found = extract::read_html(html);
  return found ? found->pages.at(0).text : found.error().id;
}

TEST(Html, ReadsWhatIsShown) {
  struct Case {
    std::string_view name;
    std::string_view html;
    std::string_view text;
  };

  for (const auto& c : std::vector<Case>{
           {"headings and paragraphs",
            "<html><head><title>T</title></head><body><h1>Satu  "
            "dua</h1><p>tiga\n<b>em</b>pat<p>lima"
            "</body></html>",
            "Satu dua\n\ntiga empat\n\nlima"},
           {"spaces between tags", "<p><b>a</b> <i>b</i><span> c</span>d</p>", "a b cd"},
           {"line breaks", "<p>a<br>b<br/> c</p>", "a\nb\nc"},
           {"text of a pre keeps its lines", "<pre>a  b\n c</pre>", "a  b\n c"},
           {"entities",
            "<p>a &amp; b&nbsp;&lt;c&gt; &eacute; &#8220;x&#8221;</p>",
            "a & b\u00A0<c> é “x”"},
           {"lists",
            "<ul><li>a<li><p>b</p></ul><ol start=3><li>c<ol type=a><li>d</ol><li "
            "value=9>e<li>f</ol>",
            "• a\n\n• b\n\n3. c\n\na. d\n\n9. e\n\n10. f"},
           {"definitions", "<dl><dt>a<dd>b</dl>", "a\n\nb"},
           {"an item without words", "<ul><li><li>x</ul>", "• x"},
           {"nothing that is not text",
            "<style>p{}</style><script>alert('x')</script><p><template>t</template><noscript>n</"
            "noscript>"
            "<!-- c -->a</p><svg><text>s</text></svg><iframe src='http://x'>i</iframe>",
            "a"},
           {"tables",
            "<table><caption>Tabel 1</caption><thead><tr><th>Nama<th>Nilai</thead><tr><td>a\n b<td>"
            "<p>1</p><p>2</p></tr></table><p>x",
            "Tabel 1\n\nNama\tNilai\na b\t1 2\n\nx"},
           {"a cell that reaches down",
            "<table><tr><td rowspan=2>a<td>b<td rowspan=3>c<tr><td>d<tr><td>e<td>f</table>",
            "a\tb\tc\n\td\ne\tf"},
           {"tables as layout",
            "<table><tr><td><p>kiri</p><td><table><tr><td>a<td>b</table></table>",
            "kiri\n\na\tb"},
           {"what is marked as deleted", "<p>a <del>b</del><ins>c</ins>", "a c"},
           {"nothing but text", "<body>halo", "halo"},
           {"broken markup", "<p>a<b>b<p>c</b>d</i></div><td>e", "ab\n\ncde"},
       })
    EXPECT_EQ(text_of(c.html), c.text) << c.name;
}

TEST(Html, LeavesOutWhatIsHiddenAndCountsIt) {
  const auto found = extract::read_html(
      "<h2>Judul</h2><p hidden>a</p><p style='color:red; Display : NONE'>b</p><div hidden></div>"
      "<table><tr><td style='visibility: hidden'>c<td>d</table><input type=hidden value=x>");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->pages[0].text, "Judul\n\n\td");
  EXPECT_EQ(found->title, "Judul");
  ASSERT_EQ(found->problems.size(), 1U);
  EXPECT_EQ(found->problems[0].id + found->problems[0].detail, "reading.hidden_text3");
}

TEST(Html, TakesTheEncodingThatThePageNames) {
  using namespace std::string_view_literals;
  EXPECT_EQ(text_of("<meta charset=windows-1252><p>kaf\xE9 \x80"), "kafé €");
  EXPECT_EQ(text_of("<META http-equiv=x content='text/html; charset=ISO-8859-1'><p>kaf\xE9"),
            "kafé");
  EXPECT_EQ(text_of("<meta charset='utf-8'><p>kafé"), "kafé");
  EXPECT_EQ(text_of("\xFF\xFE<\0p\0>\0a\0"sv), "a");
  const auto guessed = extract::read_html("<p>Rapat di kaf\xE9 bersama Ren\xE9");
  ASSERT_TRUE(guessed);
  EXPECT_EQ(guessed->problems.at(0).id, "reading.encoding_assumed");
}

TEST(Html, IsToldByItsBeginning) {
  using namespace std::string_view_literals;
  for (const auto html : {"<!DOCTYPE html><p>x"sv,
                          "\xEF\xBB\xBF\n <!-- a --> <HTML lang=id>"sv,
                          "<?xml version='1.0'?><!doctype HTML PUBLIC '-//W3C'>"sv,
                          "<body>x"sv,
                          "<\0h\0t\0m\0l\0>\0x\0"sv})
    EXPECT_TRUE(extract::recognizes_html(html)) << html;
  for (const auto other : {""sv,
                           "x <html>"sv,
                           "<htmlx>"sv,
                           "<header>"sv,
                           "<?xml version='1.0'?><svg/>"sv,
                           "<!-- never closed <html>"sv,
                           "# <html>"sv})
    EXPECT_FALSE(extract::recognizes_html(other)) << other;
}

TEST(Html, SurvivesDeepAndGrowingTrees) {
  std::string deep = "<body>";
  for (int i = 0; i < 5'000; ++i) deep += "<div>";
  EXPECT_EQ(text_of(deep + "x"), "reading.unsafe");
  // Every paragraph opens all that is still open anew: the tree grows with the square.
  std::string growing = "<p>";
  for (int i = 0; i < 500; ++i) growing += "<b id=" + std::to_string(i) + ">";
  growing += "</p>";
  for (int i = 0; i < 10'000; ++i) growing += "<p>x</p>";
  EXPECT_THROW(text_of(growing), std::bad_alloc);
}

}  // namespace
