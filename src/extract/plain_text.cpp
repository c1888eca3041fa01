// Tells the encoding from the bytes and makes the canonical text.
#include "extract/plain_text.hpp"

#include <algorithm>
#include <utility>

#include "text/unicode.hpp"

namespace extract {

namespace {

constexpr std::size_t text_bytes_max = 64U << 20U;

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

std::optional<DecodedText> decode_text(std::string_view bytes, std::string_view declared) {
  auto encoded = decode_bytes(bytes, declared);
  if (!encoded) return std::nullopt;
  if (encoded->text.find('\0') != std::string::npos || !looks_like_text(encoded->text))
    return std::nullopt;
  return DecodedText{
      text::normalize(clean(encoded->text)), std::move(encoded->encoding), encoded->certainty};
}

void add_encoding_note(const DecodedText& decoded, std::vector<document::Problem>& problems) {
  if (decoded.certainty == Certainty::stated) return;
  if (decoded.certainty == Certainty::cut_off)
    return problems.push_back({"reading.cut_short", std::nullopt, {}});
  const bool is_guessed = decoded.certainty == Certainty::guessed;
  problems.push_back({is_guessed ? "reading.encoding_assumed" : "reading.encoding_doubtful",
                      std::nullopt,
                      decoded.encoding});
}

std::optional<Failure> write_text(const DecodedText& decoded,
                                  document::Format format,
                                  std::string_view title) {
  if (decoded.text.size() > text_bytes_max) return Failure{"too_large"};
  if (decoded.text.find_first_not_of(" \t\n") == std::string::npos) return Failure{"empty"};
  write_head(format, title);
  write_page({document::Page{}, decoded.text});
  std::vector<document::Problem> problems;
  add_encoding_note(decoded, problems);
  for (const auto& problem : problems) write_problem(problem.id, problem.page, problem.detail);
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
