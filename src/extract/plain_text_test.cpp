// Encodings, line breaks and what is no text at all.
#include "extract/plain_text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "extract/markdown.hpp"
#include "text/unicode.hpp"

namespace {

using extract::Certainty;

TEST(PlainText, TellsTheEncodingFromTheBytes) {
  struct Case {
    std::string_view name;
    std::string_view bytes;
    std::string_view text;
    std::string_view encoding;
    Certainty certainty = Certainty::stated;
  };

  using namespace std::string_view_literals;
  for (const auto& c : std::vector<Case>{
           {"UTF-8", "kafé", "kafé", "UTF-8"},
           {"a mark", "\xEF\xBB\xBFkafé", "kafé", "UTF-8"},
           {"decomposed", "kafe\u0301", "kafé", "UTF-8"},
           {"UTF-16, little end first",
            "\xFF\xFE"
            "a\0\xAC\x20"sv,
            "a€",
            "UTF-16LE"},
           {"UTF-16, big end first", "\xFE\xFF\0a\xD8\x3D\xDE\x00"sv, "a😀", "UTF-16BE"},
           {"UTF-16 without its mark",
            "a\0b\0,\0\n\0c\0"sv,
            "ab,\nc",
            "UTF-16LE",
            Certainty::guessed},
           {"and the other way round", "\0a\0b\0c"sv, "abc", "UTF-16BE", Certainty::guessed},
           {"a lonely surrogate",
            "\xFF\xFE\x3D\xD8"
            "a\0"sv,
            "\uFFFDa",
            "UTF-16LE"},
           {"UTF-8 cut in the middle of a character",
            "“kaf\xC3\xA9” \xE2\x80",
            "“kafé” ",
            "UTF-8",
            Certainty::cut_off},
           {"UTF-16 cut in the middle of a unit",
            "\xFF\xFE"
            "a\0b"sv,
            "a",
            "UTF-16LE",
            Certainty::cut_off},
           {"Windows-1252",
            "\x93"
            "baik\x94 harganya \x80",
            "“baik” harganya €",
            "Windows-1252",
            Certainty::guessed},
           {"ISO-8859-1",
            "Rapat di kaf\xE9 lantai dua, hadir Ren\xE9 dan Zo\xEB",
            "Rapat di kafé lantai dua, hadir René dan Zoë",
            "Windows-1252",
            Certainty::guessed},
           {"an encoding that is not read",
            "\x8F\xAC\x93\x63\x82\xCD\x93\xFA\x96\x7B\x8C\xEA\x82\xCC\x95\xB6\x8F\x91\x82\xC5\x82"
            "\xB7\x81\x42",
            "",
            "SHIFT_JIS",
            Certainty::doubtful},
           {"line breaks", "a\r\nb\rc\fd", "a\nb\nc\nd", "UTF-8"},
           {"a control character among words",
            "satu \x1B dua tiga empat",
            "satu  dua tiga empat",
            "UTF-8"},
           {"NUL", "a\0b"sv, "", ""},
           {"NULs anywhere", "a\0\0b\0c"sv, "", ""},
           {"NUL in UTF-16", "\xFF\xFE\0\0"sv, "", ""},
           {"control characters", "\x01\x02\x03\x04", "", ""},
       }) {
    const auto decoded = extract::decode_text(c.bytes);
    ASSERT_EQ(decoded ? decoded->encoding : "", c.encoding) << c.name;
    if (!decoded) continue;
    EXPECT_EQ(decoded->certainty, c.certainty) << c.name;
    if (c.certainty == Certainty::doubtful) continue;
    EXPECT_EQ(decoded->text, c.text) << c.name;
  }
}

TEST(PlainText, BelievesWhatAFileDeclaresUnlessItIsUtf8) {
  for (const auto& [declared, bytes, text] :
       std::vector<std::tuple<std::string_view, std::string_view, std::string_view>>{
           {"iso-8859-1", "kaf\xE9", "kafé"},
           {"Latin1", "\x93x\x94", "“x”"},
           {"ISO-8859-15", "5 \xA4", "5 €"},
           {"windows-1252", "kafé", "kafé"},
       }) {
    const auto decoded = extract::decode_text(bytes, declared);
    ASSERT_TRUE(decoded) << declared;
    EXPECT_EQ(decoded->text, text) << declared;
    EXPECT_EQ(decoded->certainty, Certainty::stated) << declared;
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
