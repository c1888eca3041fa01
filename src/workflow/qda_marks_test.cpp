// Codes of other programs find their indicators, and notes on citations come back.
#include "workflow/qda_marks.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "exchange/qda_guid.hpp"

namespace {

using assessment::Evidence;
using assessment::Stance;

model::Model small_model() {
  model::Model model;
  model.id = "uji";
  model.nodes.resize(5);
  const auto name = [&](std::size_t at, std::string code, model::Text text) {
    model.nodes[at].code = std::move(code);
    model.nodes[at].name = std::move(text);
  };
  name(1, "G", {"Tata kelola", "Governance"});
  name(2, "S01", {"Kebijakan", "Policy"});
  name(3, "S02", {"Anggaran", "Budget"});
  name(4, "S03", {"Anggaran", "Money"});
  for (int i = 0; i < 3; ++i) model.nodes[static_cast<std::size_t>(i) + 2].indicator = i;
  model.indicators.resize(3);
  model.leaves = {2, 3, 4};
  return model;
}

TEST(QdaMarks, FindsTheIndicatorThatACodeMeans) {
  struct Case {
    std::string name;
    std::string indicator;
  };

  const auto model = small_model();
  for (const auto& c : std::vector<Case>{{"S01", "S01"},
                                         {"S01 Kebijakan kantor", "S01"},
                                         {"s1: apa saja", "S01"},
                                         {"S03.", "S03"},
                                         {"KEBIJAKAN", "S01"},
                                         {"budget", "S02"},
                                         {"Money", "S03"},
                                         {"Anggaran", ""},  // two indicators of one name
                                         {"S04", ""},
                                         {"G", ""},
                                         {"suasana", ""},
                                         {"", ""}}) {
    exchange::QdaCode code;
    code.guid = exchange::make_guid("other", c.name);
    code.name = c.name;
    EXPECT_EQ(workflow::find_indicator_of(model, code).value_or(""), c.indicator) << c.name;
    EXPECT_EQ(workflow::find_element_of(model, code), std::nullopt);
  }
}

TEST(QdaMarks, KnowsItsOwnGuids) {
  const auto model = small_model();
  exchange::QdaCode code;
  code.name = "diganti namanya";
  code.guid = workflow::code_guid(model, "S02");
  EXPECT_EQ(workflow::find_indicator_of(model, code), "S02");
  code.guid = workflow::code_guid(model, "G");
  EXPECT_EQ(workflow::find_indicator_of(model, code), std::nullopt);
  EXPECT_EQ(workflow::find_element_of(model, code), "G");
}

TEST(QdaMarks, TakesNoOtherNoteForItsOwn) {
  Evidence evidence;
  EXPECT_FALSE(workflow::parse_citation_note("stance: contradicts\n", evidence));
  EXPECT_FALSE(workflow::parse_citation_note("", evidence));
  EXPECT_EQ(evidence.stance, Stance::supports);
  EXPECT_TRUE(
      workflow::parse_citation_note("jenjang: evidence\nlevel: banyak\nstance: x\n", evidence));
  EXPECT_FALSE(evidence.level);
}

TEST(QdaMarks, GivesTheWordOfACodeBack) {
  EXPECT_EQ(workflow::parse_code_note(workflow::format_code_note({"pusat-data", "Pusat", "G"})),
            "pusat-data");
  EXPECT_EQ(workflow::parse_code_note("code: pusat-data"), std::nullopt);
  EXPECT_EQ(workflow::parse_code_note("jenjang: code\n"), std::nullopt);
}

RC_GTEST_PROP(QdaMarks, GivesNotesOnCodingsBack, (const std::string& memo)) {
  assessment::Coding coding;
  if (*rc::gen::arbitrary<bool>())
    coding.stance = *rc::gen::element(Stance::supports, Stance::contradicts);
  if (*rc::gen::arbitrary<bool>()) coding.strength = assessment::Strength::strong;
  coding.memo = memo;
  const auto note = workflow::format_coding_note(coding);
  RC_ASSERT(note.empty() == (!coding.stance && !coding.strength && memo.empty()));
  assessment::Coding back;
  RC_ASSERT(workflow::parse_coding_note(note, back) != note.empty());
  RC_ASSERT(back.stance == coding.stance);
  RC_ASSERT(back.strength == coding.strength);
  RC_ASSERT(back.memo == memo);
}

RC_GTEST_PROP(QdaMarks, GivesNotesBack, (const std::string& note, const std::string& because)) {
  Evidence evidence;
  evidence.stance = *rc::gen::element(Stance::supports, Stance::contradicts);
  if (*rc::gen::arbitrary<bool>()) evidence.level = *rc::gen::inRange(1, 9);
  evidence.note = note;
  evidence.because = because;
  evidence.decided_by = because;
  Evidence back;
  RC_ASSERT(workflow::parse_citation_note(workflow::format_citation_note(evidence), back));
  RC_ASSERT(back.stance == evidence.stance);
  RC_ASSERT(back.level == evidence.level);
  RC_ASSERT(back.note == evidence.note);
}

}  // namespace
