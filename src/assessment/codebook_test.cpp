// A codebook follows from its acts alone: every coding has one code, and what is taken back never
// was.
#include "assessment/codebook.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace {

using assessment::ActKind;
using assessment::Codebook;
using assessment::Coding;
using assessment::CodingAct;

Coding filed(int number) {
  Coding coding;
  coding.id = "K" + std::to_string(number);
  coding.code = "?";
  return coding;
}

/// Acts as short lines: "add A", "code K1 A", "merge A B", "split A B K1", "move K1 B", "import 2"
/// (from act 2 on), "undo 3".
std::vector<CodingAct> acts_of(const std::vector<std::vector<std::string>>& lines) {
  std::vector<CodingAct> acts;
  for (const auto& words : lines) {
    CodingAct act;
    act.number = static_cast<std::int64_t>(acts.size()) + 1;
    act.by = "ani";
    const auto& verb = words.at(0);
    if (verb == "add") act = {act.number, ActKind::add, {}, {}, words.at(1), "", "name", "D1"};
    if (verb == "code") act = {act.number, ActKind::code, {words.at(1)}, {}, words.at(2)};
    if (verb == "merge") act = {act.number, ActKind::merge, {}, {}, words.at(1), words.at(2)};
    if (verb == "split")
      act = {act.number, ActKind::split, {words.at(3)}, {}, words.at(1), words.at(2), "part"};
    if (verb == "move") act = {act.number, ActKind::move, {words.at(1)}, {}, "", words.at(2)};
    if (verb == "rename") act = {act.number, ActKind::rename, {}, {}, words.at(1), "", words.at(2)};
    if (verb == "import") act = {act.number, ActKind::import, {}, {}, "", words.at(1), "csv"};
    if (verb == "undo") {
      act.kind = ActKind::undo;
      act.undoes = std::stoll(words.at(1));
    }
    acts.push_back(act);
  }
  return acts;
}

/// "K1:A K2:B" for the codings in play.
std::string codings_of(const Codebook& book) {
  std::string said;
  for (const auto& coding : book.codings) {
    if (coding.taken_back) continue;
    said += (said.empty() ? "" : " ") + coding.id + ":";
    for (const auto& before : coding.came_through) said += before + ">";
    said += coding.code;
  }
  return said;
}

TEST(Codebook, FollowsFromItsActs) {
  struct Case {
    std::vector<std::vector<std::string>> acts;
    std::string codings;
  };

  for (const auto& c : std::vector<Case>{
           {{{"add", "A"}, {"code", "K1", "A"}}, "K1:A"},
           {{{"add", "A"}, {"code", "K1", "a"}, {"code", "K2", "A"}}, "K1:A K2:A"},
           {{{"add", "A"}, {"add", "B"}, {"code", "K1", "A"}, {"merge", "A", "B"}}, "K1:A>B"},
           {{{"add", "A"},
             {"add", "B"},
             {"add", "C"},
             {"code", "K1", "A"},
             {"merge", "A", "B"},
             {"merge", "B", "C"}},
            "K1:A>B>C"},
           {{{"add", "A"}, {"code", "K1", "A"}, {"code", "K2", "A"}, {"split", "A", "B", "K2"}},
            "K1:A K2:A>B"},
           {{{"add", "A"}, {"add", "B"}, {"code", "K1", "A"}, {"move", "K1", "B"}}, "K1:A>B"},
           {{{"add", "A"}, {"code", "K1", "A"}, {"undo", "2"}}, ""},
           {{{"add", "A"},
             {"add", "B"},
             {"code", "K1", "A"},
             {"merge", "A", "B"},
             {"code", "K2", "B"},
             {"undo", "4"}},
            "K1:A K2:B"},
           {{{"add", "A"}, {"code", "K1", "A"}, {"code", "K2", "A"}, {"import", "1"}}, "K1:A K2:A"},
           {{{"add", "A"},
             {"code", "K1", "A"},
             {"code", "K2", "A"},
             {"import", "3"},
             {"undo", "4"}},
            "K1:A"},
       }) {
    const auto replayed = assessment::replay_acts(acts_of(c.acts), {filed(1), filed(2)});
    EXPECT_EQ(replayed.failed_at, std::nullopt) << c.codings << " " << replayed.error.id;
    EXPECT_EQ(codings_of(replayed.book), c.codings);
  }
}

TEST(Codebook, RefusesAnActThatDoesNotFit) {
  struct Case {
    std::vector<std::vector<std::string>> acts;
    const char* id;
  };

  for (const auto& c : std::vector<Case>{
           {{{"add", "A"}, {"add", "a"}}, "codes.exists"},
           {{{"add", "A1"}, {"add", "A01"}}, "codes.exists"},
           {{{"code", "K1", "A"}}, "codes.unknown"},
           {{{"add", "A"}, {"add", "B"}, {"merge", "A", "B"}, {"code", "K1", "A"}}, "codes.merged"},
           {{{"add", "A"}, {"add", "B"}, {"merge", "A", "B"}, {"merge", "A", "B"}}, "codes.merged"},
           {{{"add", "A"}, {"merge", "A", "A"}}, "codes.merge_itself"},
           {{{"add", "A"}, {"add", "B"}, {"code", "K1", "B"}, {"split", "A", "C", "K1"}},
            "codes.not_in_code"},
           {{{"add", "A"}, {"add", "B"}, {"code", "K1", "A"}, {"split", "A", "B", "K1"}},
            "codes.exists"},
           {{{"add", "A"}, {"move", "K1", "A"}}, "codes.coding_unknown"},
           {{{"add", "A"}, {"code", "K1", "A"}, {"move", "K1", "A"}}, "codes.already_there"},
           {{{"rename", "A", "x"}}, "codes.unknown"},
           {{{"add", "A"}, {"code", "K1", "A"}, {"undo", "1"}}, "codes.unknown"},
           {{{"add", "A"}, {"import", "1"}, {"code", "K1", "A"}, {"undo", "2"}}, "codes.unknown"},
       }) {
    const auto acts = acts_of(c.acts);
    const auto replayed = assessment::replay_acts(acts, {filed(1)});
    ASSERT_TRUE(replayed.failed_at) << c.id;
    EXPECT_EQ(replayed.error.id, c.id);
  }
}

TEST(Codebook, TakesAnImportBackWithItsParts) {
  auto acts = acts_of({{"add", "A"}, {"add", "B"}, {"code", "K1", "A"}, {"import", "2"}});
  const auto list_numbers = [&] {
    const auto numbers = assessment::list_taken_back(acts);
    return std::vector<std::int64_t>(numbers.begin(), numbers.end());
  };
  EXPECT_EQ(list_numbers(), std::vector<std::int64_t>{});
  EXPECT_EQ(assessment::list_parts(acts, acts[3]).size(), 3U);
  EXPECT_EQ(assessment::list_parts(acts, acts[2]).size(), 1U);
  EXPECT_EQ(assessment::replay_acts(acts, {filed(1)}, 4).book.codes.size(), 1U);
  acts.push_back(acts_of({{"undo", "4"}})[0]);
  EXPECT_EQ(list_numbers(), (std::vector<std::int64_t>{2, 3, 4}));
  acts[3].target = "odd";  // damage names no parts
  EXPECT_EQ(list_numbers(), std::vector<std::int64_t>{4});
}

TEST(Codebook, TellsWhereMergedCodesWent) {
  const auto book =
      assessment::replay_acts(
          acts_of({{"add", "A"}, {"add", "B"}, {"merge", "A", "B"}, {"rename", "B", "better"}}), {})
          .book;
  EXPECT_EQ(assessment::find_code(book, "a")->merged_into, "B");
  EXPECT_EQ(assessment::find_code(book, "b")->merged_from, std::vector<std::string>{"A"});
  EXPECT_EQ(assessment::find_code(book, "B")->name, "better");
  EXPECT_EQ(assessment::find_code(book, "C"), nullptr);
}

/// Acts that fit, made by chance: tries what may not fit and keeps what does.
std::vector<CodingAct> some_acts(int codings) {
  const auto code = [] { return std::string(1, static_cast<char>('A' + *rc::gen::inRange(0, 5))); };
  const auto coding = [&] { return "K" + std::to_string(*rc::gen::inRange(1, codings + 1)); };
  std::vector<std::vector<std::string>> lines;
  std::set<std::string> coded;
  for (int tries = *rc::gen::inRange(0, 40); tries > 0; --tries) {
    const int kind = *rc::gen::inRange(0, 5);
    std::vector<std::string> line;
    if (kind == 0) line = {"add", code()};
    if (kind == 1) line = {"code", coding(), code()};
    if (kind == 2) line = {"merge", code(), code()};
    if (kind == 3) line = {"split", code(), code(), coding()};
    if (kind == 4) line = {"move", coding(), code()};
    if (kind == 1 && coded.contains(line[1])) continue;
    lines.push_back(line);
    std::vector<Coding> all;
    for (int i = 1; i <= codings; ++i) all.push_back(filed(i));
    if (assessment::replay_acts(acts_of(lines), all).failed_at)
      lines.pop_back();
    else if (kind == 1)
      coded.insert(line[1]);
  }
  return acts_of(lines);
}

TEST(Codebook, EveryCodingCountsUnderOneCodeInUse) {
  rc::check([] {
    std::vector<Coding> all = {filed(1), filed(2), filed(3), filed(4)};
    const auto acts = some_acts(4);
    const auto book = assessment::replay_acts(acts, all).book;
    int counted = 0;
    for (const auto& code : book.codes) {
      const int here = assessment::count_codings(book, code.code);
      RC_ASSERT(code.merged_into.empty() || here == 0);
      counted += here;
    }
    const auto coded = std::ranges::count(acts, ActKind::code, &CodingAct::kind);
    RC_ASSERT(counted == static_cast<int>(coded));
    for (const auto& coding : book.codings) {
      if (coding.taken_back) continue;
      const auto* code = assessment::find_code(book, coding.code);
      RC_ASSERT(code != nullptr && code->merged_into.empty());
    }
  });
}

TEST(Codebook, TakingBackTheLastActGivesTheBookBeforeIt) {
  rc::check([] {
    std::vector<Coding> all = {filed(1), filed(2), filed(3)};
    auto acts = some_acts(3);
    while (!acts.empty()) {
      const auto without = assessment::replay_acts(acts, all, acts.back().number);
      auto undone = acts;
      CodingAct undo;
      undo.number = acts.back().number + 1;
      undo.kind = ActKind::undo;
      undo.undoes = acts.back().number;
      undone.push_back(undo);
      acts.pop_back();
      const auto before = assessment::replay_acts(acts, all);
      RC_ASSERT(!without.failed_at);
      RC_ASSERT(codings_of(without.book) == codings_of(before.book));
      RC_ASSERT(without.book.codes.size() == before.book.codes.size());
      RC_ASSERT(codings_of(assessment::replay_acts(undone, all).book) == codings_of(before.book));
    }
  });
}

}  // namespace
