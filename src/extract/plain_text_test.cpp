// Encodings, line breaks and what is no text at all.
#include "extract/plain_text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "extract/markdown.hpp"
#include "text/unicode.hpp"

namespace {

TEST(PlainText, TellsTheEncodingFromTheBytes) {
  struct Case {
    std::string_view name;
    std::string_view bytes;
    std::optional<std::string_view> text;
    bool is_guess;
  };

  using namespace std::string_view_literals;
  for (const auto& c : std::vector<Case>{
           {"UTF-8", "kafé", "kafé", false},
           {"a mark", "\xEF\xBB\xBFkafé", "kafé", false},
           {"decomposed", "kafe\u0301", "kafé", false},
           {"UTF-16, little end first",
            "\xFF\xFE"
            "a\0\xAC\x20"sv,
            "a€",
            false},
           {"UTF-16, big end first", "\xFE\xFF\0a\xD8\x3D\xDE\x00"sv, "a😀", false},
           {"a lonely surrogate",
            "\xFF\xFE\x3D\xD8"
            "a\0"sv,
            "\uFFFDa",
            false},
           {"Windows-1252",
            "\x93"
            "baik\x94 \x80",
            "“baik” €",
            true},
           {"line breaks", "a\r\nb\rc\fd", "a\nb\nc\nd", false},
           {"a control character among words",
            "satu \x1B dua tiga empat",
            "satu  dua tiga empat",
            false},
           {"NUL", "a\0b"sv, std::nullopt, false},
           {"NUL in UTF-16", "\xFF\xFE\0\0"sv, std::nullopt, false},
           {"control characters", "\x01\x02\x03\x04", std::nullopt, false},
       }) {
    const auto decoded = extract::decode_text(c.bytes);
    ASSERT_EQ(decoded.has_value(), c.text.has_value()) << c.name;
    if (!decoded) continue;
    EXPECT_EQ(decoded->text, *c.text) << c.name;
    EXPECT_EQ(decoded->is_guess, c.is_guess) << c.name;
  }
}

RC_GTEST_PROP(PlainText, WhateverIsReadIsCanonical, (const std::string& bytes)) {
  const auto decoded = extract::decode_text(bytes);
  if (!decoded) return;
  RC_ASSERT(text::is_valid_utf8(decoded->text));
  RC_ASSERT(text::normalize(decoded->text) == decoded->text);
  RC_ASSERT(decoded->text.find('\r') == std::string::npos);
}

TEST(Markdown, IsToldFromProseByItsMarks) {
  EXPECT_TRUE(extract::recognizes_markdown("# Judul\n"));
  EXPECT_TRUE(extract::recognizes_markdown("teks\n\n### Bagian\n"));
  EXPECT_TRUE(extract::recognizes_markdown("| a | b |\n|---|---|\n"));
  EXPECT_TRUE(extract::recognizes_markdown("```\nkode\n```\n"));
  EXPECT_FALSE(extract::recognizes_markdown("Notulen\n- satu\n- dua\n"));
  EXPECT_FALSE(extract::recognizes_markdown("#tanpa spasi\n#\n|----\n text"));
  EXPECT_FALSE(extract::recognizes_markdown("\0"));
}

}  // namespace
