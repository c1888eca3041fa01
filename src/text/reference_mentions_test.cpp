// Which brackets name references, and which are left alone.
#include "text/reference_mentions.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

using text::NamedReference;

TEST(Mentions, AreFoundWithKeysAndLocators) {
  struct Case {
    std::string_view words;
    std::vector<NamedReference> references;
  };

  for (const auto& c : std::vector<Case>{
           {"", {}},
           {"Menurut [@becker2009] siap.", {{"becker2009", ""}}},
           {"[@becker2009, hlm. 214; @nugroho2020]",
            {{"becker2009", "hlm. 214"}, {"nugroho2020", ""}}},
           {"[ @a ]", {}},
           {"[@ünal:2020/x-1 , p. 3 ]", {{"ünal:2020/x-1", "p. 3"}}},
           {"[@a; dan lain-lain]", {}},
           {"[@a tanpa koma]", {}},
           {"[@]", {}},
           {"[@a", {}},
           {"[@a [@b]", {{"b", ""}}},
           {"surel [a@b.id]", {}},
           {"[@a][@b]", {{"a", ""}, {"b", ""}}},
       }) {
    std::vector<NamedReference> found;
    for (const auto& mention : text::find_mentions(c.words)) {
      EXPECT_EQ(c.words[mention.begin], '[') << c.words;
      EXPECT_EQ(c.words[mention.end - 1], ']') << c.words;
      found.insert(found.end(), mention.references.begin(), mention.references.end());
    }
    EXPECT_EQ(found, c.references) << c.words;
  }
}

RC_GTEST_PROP(Mentions, LieInOrderInsideAnyText, (const std::vector<std::uint8_t>& picks)) {
  std::string words;
  for (const auto pick : picks) words += std::string_view("[@a,; ]b")[pick % 8];
  std::size_t last = 0;
  for (const auto& mention : text::find_mentions(words)) {
    RC_ASSERT(mention.begin >= last);
    RC_ASSERT(mention.end <= words.size());
    RC_ASSERT(!mention.references.empty());
    last = mention.end;
  }
}

}  // namespace
