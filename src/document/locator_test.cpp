// A place in a document as it is stored.
#include "document/locator.hpp"

#include <gtest/gtest.h>

namespace {

using document::Locator;
using document::UnitKind;

const Locator letter = {{UnitKind::annex, ""},
                        {UnitKind::article, "12A"},
                        {UnitKind::clause, "2"},
                        {UnitKind::heading, "3. Tata kelola data"}};

TEST(Locator, IsReadAsItWasWritten) {
  EXPECT_EQ(document::format_locator(letter),
            "lampiran\npasal 12A\nayat 2\nsubjudul 3. Tata kelola data");
  EXPECT_EQ(document::parse_locator(document::format_locator(letter)), letter);
  EXPECT_EQ(document::parse_locator(""), Locator{});
}

TEST(Locator, KnowsEveryKindByItsOwnName) {
  for (int kind = 0; kind <= static_cast<int>(UnitKind::slide); ++kind) {
    const Locator one = {{static_cast<UnitKind>(kind), "x"}};
    EXPECT_EQ(document::parse_locator(document::format_locator(one)), one) << kind;
  }
}

TEST(Locator, IsNotReadFromOtherText) {
  for (const auto* text : {"kapitel 2", "pasal 5\n\nayat 2", "Pasal 5", " pasal 5"})
    EXPECT_EQ(document::parse_locator(text), std::nullopt) << text;
}

TEST(Locator, SharesItsUpperSteps) {
  const Locator other = {
      {UnitKind::annex, ""}, {UnitKind::article, "12A"}, {UnitKind::clause, "3"}};
  EXPECT_EQ(document::find_shared(letter, other),
            (Locator{{UnitKind::annex, ""}, {UnitKind::article, "12A"}}));
  EXPECT_EQ(document::find_shared(letter, {}), Locator{});
}

}  // namespace
