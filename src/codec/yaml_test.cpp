// YAML becomes a tree that knows its lines; what could surprise is refused with its place.
#include "codec/yaml.hpp"

#include <gtest/gtest.h>

namespace {

using codec::parse_yaml;

TEST(ParseYaml, KeepsSpellingOrderAndPlace) {
  const auto tree = parse_yaml("b: 2.60\na:\n  - yes\n  - \"no\"\n  - ~\n");
  ASSERT_TRUE(tree);
  ASSERT_EQ(tree->members.size(), 2U);
  EXPECT_EQ(tree->members[0].first, "b");
  EXPECT_EQ(tree->members[0].second.scalar, "2.60");
  EXPECT_TRUE(tree->members[0].second.plain);
  const auto& items = tree->find("a")->items;
  EXPECT_EQ(items[0].scalar, "yes");
  EXPECT_FALSE(items[1].plain);
  EXPECT_TRUE(items[2].is_null());
  EXPECT_EQ(items[1].mark.line, 4);
  EXPECT_EQ(items[1].mark.column, 5);
}

TEST(ParseYaml, RefusesWithAPlace) {
  struct Case {
    const char* text;
    const char* id;
    const char* line;
  };

  for (const auto& c : {
           Case{"a: 1\na: 2\n", "yaml.duplicate_key", "2"},
           Case{"a: &x 1\nb: *x\n", "yaml.alias", "1"},
           Case{"a: [1, 2\nb: 3\n", "yaml.syntax", "2"},
           Case{"a: 1\n---\nb: 2\n", "yaml.several_documents", "2"},
           Case{"", "yaml.empty", "1"},
           Case{"{[a]: 1}", "yaml.key_not_text", "1"},
       }) {
    const auto tree = parse_yaml(c.text);
    ASSERT_FALSE(tree) << c.text;
    EXPECT_EQ(tree.error().id, c.id);
    bool found = false;
    for (const auto& [name, value] : tree.error().parameters)
      found = found || (name == "line" && value == c.line);
    EXPECT_TRUE(found) << c.text;
  }
}

TEST(ParseYaml, StopsAtItsLimits) {
  EXPECT_EQ(parse_yaml(std::string(100, '[')).error().id, "yaml.too_deep");
  EXPECT_EQ(parse_yaml("[1, 2, 3]", {.bytes = 4}).error().id, "yaml.too_large");
  EXPECT_EQ(parse_yaml("[1, 2, 3]", {.values = 2}).error().id, "yaml.too_large");
}

TEST(ParseYaml, SurvivesBytesThatAreNoText) {
  EXPECT_FALSE(parse_yaml(std::string_view("\x00\x01\xff\xfe", 4)));
  EXPECT_FALSE(parse_yaml("%PDF-1.4\n%\xe2\xe3\xcf\xd3"));
}

}  // namespace
