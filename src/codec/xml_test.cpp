// XML is walked by local names, never expanded, and written so that it can be read again.
#include "codec/xml.hpp"

#include <gtest/gtest.h>

namespace {

using codec::parse_xml;
using codec::XmlWriter;

std::string id_of(const std::string& text, const codec::XmlLimits& limits = {}) {
  const auto document = parse_xml(text, limits);
  return document ? "" : document.error().id;
}

std::string repeat(std::string_view text, int times) {
  std::string repeated;
  for (int i = 0; i < times; ++i) repeated += text;
  return repeated;
}

TEST(Xml, IsWalkedByLocalNames) {
  const auto document = parse_xml(
      "<?xml version='1.0'?><!-- x --><w:p xmlns:w='u'><w:r id='1' r:id='2' w:val='3'>"
      "<w:t xml:space='preserve'> a&amp;b </w:t></w:r><w:t><![CDATA[<c>]]></w:t></w:p>");
  ASSERT_TRUE(document);
  const auto root = document->root();
  EXPECT_EQ(root.name(), "p");
  EXPECT_EQ(root.qualified_name(), "w:p");
  const auto run = root.child("r");
  EXPECT_EQ(run.attribute("id"), "1");
  EXPECT_EQ(run.attribute("r:id"), "2");
  EXPECT_EQ(run.prefixed_attribute("id"), "2");
  EXPECT_EQ(run.attribute("val"), "3");
  EXPECT_FALSE(run.has_attribute("value"));
  std::string attributes;
  for (const auto& [name, value] : run.attributes()) attributes.append(name).append(value);
  EXPECT_EQ(attributes, "id1id2val3");
  EXPECT_EQ(run.child("t").text(), " a&b ");
  EXPECT_EQ(root.all_text(), " a&b <c>");
  int elements = 0;
  for (const auto node : root.children()) elements += node.is_element() ? 1 : 0;
  EXPECT_EQ(elements, 2);
  EXPECT_EQ(parse_xml("<a><b>x</b> <b> </b></a>")->root().all_text(), "x  ") << "spaces are text";
}

TEST(Xml, AnswersForAbsentNodes) {
  const auto document = parse_xml("<a/>");
  const auto absent = document->root().child("b").child("c");
  EXPECT_FALSE(absent);
  EXPECT_EQ(absent.name(), "");
  EXPECT_EQ(absent.text(), "");
  EXPECT_EQ(absent.attribute("x"), "");
  EXPECT_FALSE(absent.is_element());
  for (const auto node : absent.children()) ADD_FAILURE() << node.name();
}

TEST(Xml, ExpandsNoEntities) {
  EXPECT_EQ(id_of("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"), "xml.entities");
  EXPECT_EQ(id_of("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"),
            "xml.entities");
  EXPECT_EQ(id_of("<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://x/'> %p;]><a/>"), "xml.entities");
  const auto document = parse_xml("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>&x;&lt;&#65;</a>");
  ASSERT_TRUE(document) << "a DOCTYPE that declares nothing is passed over";
  EXPECT_EQ(document->root().text(), "&x;<A");
}

TEST(Xml, RefusesWhatIsBrokenOrTooMuch) {
  EXPECT_EQ(id_of(""), "xml.syntax");
  EXPECT_EQ(id_of("<a><b></a>"), "xml.syntax");
  EXPECT_EQ(id_of("<a>cut off"), "xml.syntax");
  EXPECT_EQ(id_of("no markup"), "xml.syntax");
  EXPECT_EQ(id_of(std::string("<a>\0</a>", 8)), "xml.syntax");
  EXPECT_EQ(id_of(repeat("<a>", 256) + repeat("</a>", 256)), "");
  EXPECT_EQ(id_of(repeat("<a>", 257) + repeat("</a>", 257)), "xml.too_deep");
  EXPECT_EQ(id_of(repeat("<a>", 300'000) + repeat("</a>", 300'000)), "xml.too_deep");
  EXPECT_EQ(id_of("<a></a>", {.bytes = 6}), "xml.too_large");
}

TEST(Xml, TakesOtherEncodingsByTheirMark) {
  std::string utf16 = "\xFF\xFE";
  for (const char byte : std::string_view("<a>b</a>")) utf16 += {byte, '\0'};
  EXPECT_EQ(parse_xml(utf16)->root().text(), "b");
  EXPECT_EQ(parse_xml("<?xml version='1.0' encoding='latin1'?><a>\xE9</a>")->root().text(), "é");
}

TEST(XmlWriter, WritesWhatCanBeReadAgain) {
  XmlWriter writer;
  writer.open("a");
  writer.attribute("x", "\"<&>\n\x01");
  writer.element("b", "1 < 2 & 3 > 2 \"\x02\r");
  writer.open("c");
  writer.close();
  writer.close();
  const auto text = writer.release();
  EXPECT_EQ(text,
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            "<a x=\"&quot;&lt;&amp;&gt;&#10;\"><b>1 &lt; 2 &amp; 3 &gt; 2 \"&#13;</b><c/></a>");
  const auto document = parse_xml(text);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->root().attribute("x"), "\"<&>\n");
  EXPECT_EQ(document->root().child("b").text(), "1 < 2 & 3 > 2 \"\r");
}

}  // namespace
