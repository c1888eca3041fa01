// Texts that share their wording are told from texts that do not.
#include "text/resemblance.hpp"

#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

using text::estimate_resemblance;
using text::make_sketch;
using text::measure_resemblance;

std::string words_from(int first, int last) {
  std::string words;
  for (int i = first; i < last; ++i) {
    words += "kata";
    words += std::to_string(i);
    words += ' ';
  }
  return words;
}

TEST(Resemblance, IsTheShareOfTriples) {
  struct Case {
    std::string a;
    std::string b;
    double share;
  };

  for (const auto& c : std::vector<Case>{
           {"", "", 0},
           {"satu dua", "satu dua", 0},
           {"satu dua tiga", "Satu  DUA,\ntiga.", 1},
           {"satu dua tiga empat", "satu dua tiga lima", 1.0 / 3},
           {"satu dua tiga", "tiga dua satu", 0},
           {words_from(0, 1002), words_from(0, 1002), 1},
           {words_from(0, 1002), words_from(500, 1502), 1.0 / 3},
           {words_from(0, 1002), words_from(100, 1102), 900.0 / 1100},
       }) {
    EXPECT_DOUBLE_EQ(measure_resemblance(c.a, c.b), c.share) << c.a.substr(0, 40);
    const auto estimate = estimate_resemblance(make_sketch(c.a), make_sketch(c.b));
    EXPECT_NEAR(estimate, c.share, c.a.size() > 100 ? 0.1 : 0.16) << c.a.substr(0, 40);
  }
}

RC_GTEST_PROP(Sketches, SurvivePacking, (const std::string& words)) {
  const auto sketch = make_sketch("satu dua tiga " + words);
  RC_ASSERT(text::unpack_sketch(text::pack_sketch(sketch)) == sketch);
}

TEST(Sketches, OfDamagedBytesResembleNothing) {
  const auto sketch = make_sketch(words_from(0, 9));
  EXPECT_EQ(estimate_resemblance(text::unpack_sketch("abc"), sketch), 0);
  EXPECT_EQ(estimate_resemblance(text::unpack_sketch(""), text::unpack_sketch("")), 0);
}

}  // namespace
