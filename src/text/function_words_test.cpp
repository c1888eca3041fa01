// Joining words are known; words that say something are none of them.
#include "text/function_words.hpp"

#include <gtest/gtest.h>

namespace {

TEST(FunctionWords, AreThoseThatJoinOthers) {
  for (const auto* word : {"yang", "dengan", "a", "yakni", "with", "untuk"})
    EXPECT_TRUE(text::is_function_word(word)) << word;
  for (const auto* word : {"data", "kebijakan", "", "#", "indonesian", "yan", "yangg"})
    EXPECT_FALSE(text::is_function_word(word)) << word;
}

}  // namespace
