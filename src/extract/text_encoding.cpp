// Marks first, then what the file declares, then what the bytes look like.
#include "extract/text_encoding.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/encoding_guess.hpp"
#include "text/unicode.hpp"

namespace extract {

namespace {

// 0x80…0x9F in Windows-1252; everything above is Latin-1. The five holes become U+FFFD.
constexpr std::array<char32_t, 32> windows_1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

// Where ISO-8859-15 is another letter than ISO-8859-1.
constexpr std::array<std::pair<unsigned, char32_t>, 8> latin_9 = {{{0xA4, 0x20AC},
                                                                   {0xA6, 0x160},
                                                                   {0xA8, 0x161},
                                                                   {0xB4, 0x17D},
                                                                   {0xB8, 0x17E},
                                                                   {0xBC, 0x152},
                                                                   {0xBD, 0x153},
                                                                   {0xBE, 0x178}}};

constexpr std::string_view latin_1_name = "Windows-1252";
constexpr std::string_view latin_9_name = "ISO-8859-15";

char32_t decode_byte(char byte, bool is_latin_9) {
  const auto code = static_cast<unsigned char>(byte);
  if (is_latin_9)
    for (const auto& [own, character] : latin_9)
      if (code == own) return character;
  return code >= 0x80 && code < 0xA0 ? windows_1252.at(code - 0x80U) : char32_t{code};
}

std::string decode_single_bytes(std::string_view bytes, bool is_latin_9) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) text::append_utf8(text, decode_byte(byte, is_latin_9));
  return text;
}

// UTF-16 without its mark. A lonely surrogate becomes U+FFFD.
std::string decode_utf16(std::string_view bytes, bool big_endian) {
  const auto unit_at = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8U | second : second << 8U | first);
  };
  std::string text;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
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

// Words in Latin letters have a NUL in nearly every second byte of UTF-16, always the same one of
// the two; bytes that are no text have NULs anywhere.
std::optional<bool> find_unmarked_utf16(std::string_view bytes) {
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < bytes.size(); ++i)
    if (bytes[i] == '\0') ++zeros.at(i % 2);
  const auto pairs = bytes.size() / 2;
  for (const bool big_endian : {false, true}) {
    const auto high = zeros.at(big_endian ? 0 : 1);
    const auto low = zeros.at(big_endian ? 1 : 0);
    if (bytes.size() % 2 == 0 && low == 0 && high * 10 >= pairs * 8) return big_endian;
  }
  return std::nullopt;
}

std::string to_upper(std::string_view name) {
  std::string upper(name);
  for (char& byte : upper)
    if (byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - ('a' - 'A'));
  return upper;
}

// The name by which an encoding is known here; empty for one that is not.
std::string_view find_single_byte_encoding(std::string_view name) {
  constexpr std::array<std::string_view, 10> latin_1 = {"WINDOWS-1252",
                                                        "CP1252",
                                                        "X-CP1252",
                                                        "ISO-8859-1",
                                                        "ISO8859-1",
                                                        "ISO_8859-1",
                                                        "LATIN1",
                                                        "L1",
                                                        "US-ASCII",
                                                        "ASCII"};
  constexpr std::array<std::string_view, 4> latin_9_names = {
      "ISO-8859-15", "ISO8859-15", "LATIN9", "L9"};
  const auto upper = to_upper(name);
  if (std::ranges::find(latin_1, upper) != latin_1.end()) return latin_1_name;
  if (std::ranges::find(latin_9_names, upper) != latin_9_names.end()) return latin_9_name;
  return {};
}

// The bytes at the end that begin a character of UTF-8 and do not finish it.
std::size_t count_cut_off(std::string_view bytes) {
  for (std::size_t count = 1; count <= std::min<std::size_t>(3, bytes.size()); ++count) {
    const auto lead = static_cast<unsigned char>(bytes[bytes.size() - count]);
    if ((lead & 0xC0U) == 0x80U) continue;
    const std::size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    return wanted > count ? count : 0;
  }
  return 0;
}

// UTF-8 up to an end in the middle of a character; what is no UTF-8 before it is something else.
std::optional<EncodedText> decode_cut_utf8(std::string_view bytes) {
  const auto cut = count_cut_off(bytes);
  const auto whole = bytes.substr(0, bytes.size() - cut);
  const bool is_told = std::ranges::any_of(whole, [](char byte) { return byte < 0; });
  if (cut == 0 || !is_told || !text::is_valid_utf8(whole)) return std::nullopt;
  return EncodedText{std::string(whole), "UTF-8", Certainty::cut_off};
}

EncodedText decode_as(std::string_view bytes, std::string_view encoding, Certainty certainty) {
  return {decode_single_bytes(bytes, encoding == latin_9_name), std::string(encoding), certainty};
}

// Latin letters are few beyond ASCII, and detectors mistake a few for half of Europe: such a text
// is taken for Windows-1252. Where many bytes lie beyond it, the detector has enough to judge by.
EncodedText decode_guessed(std::string_view bytes) {
  const auto beyond = std::ranges::count_if(bytes, [](char byte) { return byte < 0; });
  if (static_cast<std::size_t>(beyond) * 5 < bytes.size())
    return decode_as(bytes, latin_1_name, Certainty::guessed);
  const auto guess = guess_encoding(bytes);
  if (guess.empty() || guess == "UTF-8" || !find_single_byte_encoding(guess).empty())
    return decode_as(bytes, latin_1_name, Certainty::guessed);
  return {decode_single_bytes(bytes, false), guess, Certainty::doubtful};
}

}  // namespace

std::optional<EncodedText> decode_bytes(std::string_view bytes, std::string_view declared) {
  for (const auto& [mark, big_endian] :
       {std::pair<std::string_view, bool>{"\xFF\xFE", false}, {"\xFE\xFF", true}})
    if (bytes.starts_with(mark))
      return EncodedText{decode_utf16(bytes.substr(2), big_endian),
                         big_endian ? "UTF-16BE" : "UTF-16LE",
                         bytes.size() % 2 == 0 ? Certainty::stated : Certainty::cut_off};
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.find('\0') != std::string_view::npos) {
    const auto big_endian = find_unmarked_utf16(bytes);
    if (!big_endian) return std::nullopt;
    return EncodedText{decode_utf16(bytes, *big_endian),
                       *big_endian ? "UTF-16BE" : "UTF-16LE",
                       Certainty::guessed};
  }
  if (text::is_valid_utf8(bytes))
    return EncodedText{std::string(bytes), "UTF-8", Certainty::stated};
  if (auto cut = decode_cut_utf8(bytes)) return cut;
  const auto known = find_single_byte_encoding(declared);
  if (!known.empty()) return decode_as(bytes, known, Certainty::stated);
  return decode_guessed(bytes);
}

}  // namespace extract
