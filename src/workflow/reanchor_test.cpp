// Words keep their place whatever is written around them, and are lost only where they are gone.
#include "workflow/reanchor.hpp"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "store/workspace_for_test.hpp"
#include "text/unicode.hpp"

namespace {

using assessment::Anchor;
using assessment::AnchorOutcome;
using assessment::NewerPlace;

/// A workspace to look into; its sources have no passages at these places, so that units are empty.
class ReanchorTest : public testing::Test {
 protected:
  NewerPlace find(const Anchor& old, const std::string& text, double share = 0.5) {
    const auto length = text::count_code_points(text);
    const workflow::RevisedText revised{
        "kebijakan@2",
        "nowhere",
        text,
        {{1, 0, 0, {0, length / 2}, ""}, {2, 0, 0, {length / 2, length}, ""}}};
    return store::must(workflow::find_newer_place(workspace, old, share, revised));
  }

  store::TemporaryFolder folder;
  workflow::Workspace workspace{
      store::make_workspace(folder / "w.jenjang"), store::small_assessment(), {}};
};

Anchor words(const std::string& quote,
             const std::string& prefix = "",
             const std::string& suffix = "") {
  Anchor anchor;
  anchor.source_code = "kebijakan";
  anchor.quote = quote;
  anchor.prefix = prefix;
  anchor.suffix = suffix;
  return anchor;
}

std::string some_words(char letter, int least, int most) {
  const int size = *rc::gen::inRange(least, most);
  std::string text;
  for (int i = 0; i < size; ++i) {
    if (i > 0) text += ' ';
    text += letter;
    text += std::to_string(*rc::gen::inRange(0, 30));
  }
  return text;
}

TEST_F(ReanchorTest, TellsTheSameTheChangedAndTheLost) {
  struct Case {
    const char* quote;
    const char* text;
    AnchorOutcome outcome;
    const char* now;
  };

  const char* const quote =
      "Setiap perangkat daerah wajib memakai tanda tangan elektronik dalam surat";
  for (const auto& c : std::vector<Case>{
           {quote,
            "Baru. Setiap perangkat daerah wajib memakai tanda\ntangan elektronik dalam surat. "
            "Akhir.",
            AnchorOutcome::same,
            "Setiap perangkat daerah wajib memakai tanda\ntangan elektronik dalam surat"},
           {quote,
            "Setiap perangkat daerah dapat memakai tanda tangan elektronik dalam surat.",
            AnchorOutcome::changed,
            "Setiap perangkat daerah dapat memakai tanda tangan elektronik dalam surat"},
           {quote, "Perangkat daerah dapat memakai surat biasa.", AnchorOutcome::lost, ""},
           {"wajib", "Wajib.", AnchorOutcome::changed, "Wajib"},
           {"wajib", "dapat", AnchorOutcome::lost, ""},
       }) {
    const auto place = find(words(c.quote), c.text);
    EXPECT_EQ(place.outcome, c.outcome) << c.text;
    EXPECT_EQ(place.now.quote, c.now) << c.text;
    EXPECT_EQ(place.now.source_code, "kebijakan@2");
  }
}

TEST_F(ReanchorTest, OfSeveralPlacesTheNeighboursDecide) {
  const std::string text = "pagi wajib siang. sore wajib malam. lusa wajib kini.";
  EXPECT_EQ(find(words("wajib", "sore ", " malam"), text).now.range, (document::Range{23, 28}));
  EXPECT_EQ(find(words("wajib", "", " kini"), text).now.range, (document::Range{41, 46}));
  EXPECT_EQ(find(words("wajib", "lain ", " lagi"), text, 0.0).now.range, (document::Range{5, 10}));
  EXPECT_EQ(find(words("wajib", "lain ", " lagi"), text, 0.9).now.range, (document::Range{41, 46}));
  EXPECT_EQ(find(words("wajib", "lain ", " lagi"), text, 0.9).now.page, 2);
}

TEST_F(ReanchorTest, EditsAroundTheWordsKeepThemTheSame) {
  rc::check([this] {
    const auto quote = some_words('q', 1, 20);
    const auto before = some_words('b', 0, 30);
    const auto text = before + (before.empty() ? "" : " ") + quote + " " + some_words('a', 0, 30);
    const auto place = find(words(quote, some_words('x', 0, 5), some_words('y', 0, 5)), text);
    RC_ASSERT(place.outcome == AnchorOutcome::same);
    RC_ASSERT(place.now.quote == quote);
    RC_ASSERT(std::string(text::slice(text, place.now.range.begin, place.now.range.end)) == quote);
  });
}

TEST_F(ReanchorTest, WordsThatAreGoneAreLost) {
  rc::check([this] {
    const auto quote = some_words('q', 1, 20);
    const auto text = some_words('b', 0, 30) + " " + some_words('a', 0, 30);
    const auto place = find(words(quote, some_words('b', 0, 5), some_words('a', 0, 5)), text);
    RC_ASSERT(place.outcome == AnchorOutcome::lost);
    RC_ASSERT(place.now.quote.empty() && place.now.range == document::Range{});
  });
}

TEST_F(ReanchorTest, OneWordInTenMayChange) {
  rc::check([this] {
    auto quote = some_words('q', 10, 20);
    const auto at = quote.find(' ', static_cast<std::size_t>(*rc::gen::inRange(0, 10)));
    const auto changed = quote.substr(0, at) + " neu" + quote.substr(at);
    const auto text = some_words('b', 1, 30) + " " + changed + " " + some_words('a', 1, 30);
    const auto place = find(words(quote), text);
    RC_ASSERT(place.outcome == AnchorOutcome::changed);
    RC_ASSERT(place.now.quote == changed);
  });
}

}  // namespace
