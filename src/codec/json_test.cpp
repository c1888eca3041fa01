// JSON is written with keys in order and read back the same.
#include "codec/json.hpp"

#include <gtest/gtest.h>

namespace {

using codec::Value;

TEST(Json, WritesInOrderAndReadsBack) {
  Value value = Value::of_mapping();
  value.add("z", Value::of_number("2.60"));
  value.add("a", Value::of_sequence({Value::of_text("\"ä\n"), Value(), Value::of_boolean(true)}));
  value.add("e", Value::of_mapping());
  EXPECT_EQ(codec::write_json(value), "{\"z\":2.60,\"a\":[\"\\\"ä\\n\",null,true],\"e\":{}}");
  const auto back = codec::parse_json(codec::write_json(value, codec::JsonStyle::indented));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->find("a")->items[0].scalar, "\"ä\n");
  EXPECT_EQ(back->members[0].first, "z");
}

TEST(Json, RefusesWhatIsNot) {
  for (const char* bad : {"", "{", "{\"a\":1,}", "[1] 2", "nul"})
    EXPECT_FALSE(codec::parse_json(bad)) << bad;
  EXPECT_FALSE(codec::parse_json(std::string(1000, '[')));
}

}  // namespace
