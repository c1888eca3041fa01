// Tells the encoding from the bytes and makes the canonical text.
#include "extract/plain_text.hpp"

#include <algorithm>
#include <array>

#include "text/unicode.hpp"

namespace extract {

namespace {

constexpr std::size_t text_bytes_max = 64U << 20U;

// 0x80…0x9F in Windows-1252; everything above is Latin-1. The five holes become U+FFFD.
constexpr std::array<char32_t, 32> windows_1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

std::string decode_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    const bool special = code >= 0x80 && code < 0xA0;
    text::append_utf8(text, special ? windows_1252.at(code - 0x80U) : char32_t{code});
  }
  return text;
}

// UTF-16 behind its mark. A lonely surrogate becomes U+FFFD.
std::string decode_utf16(std::string_view bytes, bool big_endian) {
  const auto unit_at = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8U | second : second << 8U | first);
  };
  std::string text;
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    char32_t character = unit_at(at);
    const bool opens = character >= 0xD800 && character < 0xDC00;
    if (opens && at + 3 < bytes.size()) {
      const char32_t low = unit_at(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        character = 0x10000 + ((character - 0xD800) << 10U) + (low - 0xDC00);
        at += 2;
      }
    }
    text::append_utf8(text, character);
  }
  return text;
}

bool is_control(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return (code < 0x20 && byte != '\n' && byte != '\t') || code == 0x7F;
}

// Line breaks as LF, a form feed as a break; other control characters go.
std::string clean(std::string_view text) {
  std::string cleaned;
  cleaned.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' || text[i] == '\f' || text[i] == '\v') {
      if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') cleaned += '\n';
    } else if (!is_control(text[i])) {
      cleaned += text[i];
    }
  }
  return cleaned;
}

// Bytes of pictures and programs are full of control characters; texts have hardly any.
bool looks_like_text(std::string_view bytes) {
  const auto odd = std::ranges::count_if(bytes, [](char byte) {
    return is_control(byte) && byte != '\r' && byte != '\f' && byte != '\v';
  });
  return static_cast<std::size_t>(odd) * 20 <= bytes.size();
}

}  // namespace

std::optional<DecodedText> decode_text(std::string_view bytes) {
  DecodedText decoded;
  std::string raw;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    raw = decode_utf16(bytes, bytes.front() == '\xFE');
  } else {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (bytes.find('\0') != std::string_view::npos) return std::nullopt;
    decoded.is_guess = !text::is_valid_utf8(bytes);
    raw = decoded.is_guess ? decode_windows_1252(bytes) : std::string(bytes);
  }
  if (raw.find('\0') != std::string::npos || !looks_like_text(raw)) return std::nullopt;
  decoded.text = text::normalize(clean(raw));
  return decoded;
}

std::optional<Failure> write_text(const DecodedText& decoded,
                                  document::Format format,
                                  std::string_view title) {
  if (decoded.text.size() > text_bytes_max) return Failure{"too_large"};
  if (decoded.text.find_first_not_of(" \t\n") == std::string::npos) return Failure{"empty"};
  write_head(format, title);
  write_page({document::Page{}, decoded.text});
  if (decoded.is_guess) write_problem("reading.encoding_assumed", std::nullopt, "Windows-1252");
  write_end(false);
  return std::nullopt;
}

bool recognizes_plain_text(std::string_view bytes) {
  return decode_text(bytes).has_value();
}

std::optional<Failure> extract_plain_text(std::string_view bytes) {
  const auto decoded = decode_text(bytes);
  if (!decoded) return Failure{"unknown_format"};
  return write_text(*decoded, document::Format::plain_text, {});
}

}  // namespace extract
