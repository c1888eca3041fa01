// Positions follow their characters into the canonical text.
#include "exchange/canonical_text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "text/unicode.hpp"

namespace {

using exchange::CanonicalText;

TEST(CanonicalText, MovesPositions) {
  const CanonicalText text("a\r\nbe\u0301c\x01\rd\f𝄞\r\n");
  EXPECT_EQ(text.text(), "a\nb\u00E9c\nd\n𝄞\n");
  std::string moved;
  for (int at = 0; at <= 15; ++at) moved += std::to_string(text.position(at)) + " ";
  //         a \r \n  b  e  ´  c \1 \r  d \f  𝄞 \r \n end
  EXPECT_EQ(moved, "0 1 1 2 3 4 4 5 5 6 7 8 9 9 10 10 ");
  EXPECT_EQ(CanonicalText("").position(7), 0);
}

RC_GTEST_PROP(CanonicalText, KeepsWhatIsCanonical, (const std::string& bytes)) {
  const auto once = CanonicalText(text::repair_utf8(bytes));
  const CanonicalText twice(once.text());
  RC_ASSERT(twice.text() == once.text());
  const auto length = text::count_code_points(once.text());
  for (std::int64_t at = 0; at <= length; ++at) RC_ASSERT(twice.position(at) == at);
}

RC_GTEST_PROP(CanonicalText, KeepsTheWordsOfAnyRange, ()) {
  const auto characters = *rc::gen::container<std::u32string>(
      rc::gen::element(U'a', U'b', U'\u0301', U'e', U'\r', U'\n', U' ', U'\f', U'𝄞'));
  std::string written;
  for (const auto character : characters) text::append_utf8(written, character);
  const CanonicalText canonical(written);
  std::int64_t last = 0;
  for (std::int64_t at = 0; at <= static_cast<std::int64_t>(characters.size()); ++at) {
    const auto position = canonical.position(at);
    RC_ASSERT(position >= last);
    last = position;
    // Up to here it is the canonical text of what stands before, a torn CR LF aside.
    const bool torn = at > 0 && at < static_cast<std::int64_t>(characters.size()) &&
                      characters[static_cast<std::size_t>(at) - 1] == U'\r' &&
                      characters[static_cast<std::size_t>(at)] == U'\n';
    const auto next_is_mark = at < static_cast<std::int64_t>(characters.size()) &&
                              characters[static_cast<std::size_t>(at)] == U'\u0301';
    if (torn || next_is_mark) continue;
    RC_ASSERT(text::slice(canonical.text(), 0, position) ==
              CanonicalText(text::slice(written, 0, at)).text());
  }
  RC_ASSERT(last == text::count_code_points(canonical.text()));
}

}  // namespace
