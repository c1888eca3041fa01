// Sentences of a catalogue: parameters, plurals, gaps that show.
#include "text/message.hpp"

#include <gtest/gtest.h>

namespace text {
namespace {

struct SayCase {
  std::string_view name;
  std::string language;
  std::string pattern;
  std::vector<MessageParameter> parameters;
  std::string said;
};

TEST(Message, IsSaidWithItsParametersAndPlurals) {
  const std::string plural = "{n, plural, one {# claim of {who}} other {# claims of {who}}}.";
  for (const auto& c : std::vector<SayCase>{
           {"plain words", "en", "Nothing to say", {}, "Nothing to say"},
           {"a parameter",
            "en",
            "Level {level} of {max}",
            {{"level", "3"}, {"max", "5"}},
            "Level 3 of 5"},
           {"one in English", "en", plural, {{"n", "1"}, {"who", "Ana"}}, "1 claim of Ana."},
           {"many in English", "en", plural, {{"n", "2"}, {"who", "Ana"}}, "2 claims of Ana."},
           {"none in English is other",
            "en",
            plural,
            {{"n", "0"}, {"who", "Ana"}},
            "0 claims of Ana."},
           {"Indonesian knows other only",
            "id",
            plural,
            {{"n", "1"}, {"who", "Ana"}},
            "1 claims of Ana."},
           {"an exact form wins",
            "id",
            "{n, plural, =0 {tidak ada} other {# klaim}}",
            {{"n", "0"}},
            "tidak ada"},
           {"a quote needs no doubling", "en", "don't {a}", {{"a", "'x'"}}, "don't 'x'"},
           {"escaped braces and number sign", "en", "\\{a\\} #1", {{"a", "x"}}, "{a} #1"},
           {"number sign outside a plural", "en", "#{n}", {{"n", "1"}}, "#1"},
           {"an unknown parameter shows", "en", "Level {level}", {}, "Level ⟦level⟧"},
           {"an unknown plural number shows", "en", plural, {{"who", "Ana"}}, "⟦n⟧."},
           {"no fitting form shows", "id", "{n, plural, one {x}}", {{"n", "1"}}, "⟦n⟧"},
           {"a parameter is not a pattern", "en", "{a}", {{"a", "{b} # \\"}}, "{b} # \\"},
           {"an unclosed brace takes the rest", "en", "a {b", {{"b", "x"}}, "a x"},
       })
    EXPECT_EQ(Catalog(c.language, {{"key", c.pattern}}).say("key", c.parameters), c.said) << c.name;
}

TEST(Message, ShowsAnUnknownKey) {
  const Catalog catalog("en", {{"report.title", "Report"}});
  EXPECT_EQ(catalog.say("report.titel"), "⟦report.titel⟧");
  EXPECT_TRUE(catalog.has("report.title"));
  EXPECT_FALSE(catalog.has("report.titel"));
}

TEST(Message, NamesItsKeysInOrder) {
  const Catalog catalog("en", {{"b", "2"}, {"a", "1"}});
  EXPECT_EQ(catalog.keys(), (std::vector<std::string_view>{"a", "b"}));
  EXPECT_EQ(catalog.language(), "en");
}

}  // namespace
}  // namespace text
