// Writes the lines by hand: only strings need care, and numbers have at most two decimals.
#include "extract/lines.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <utility>

#include "document/format.hpp"

namespace extract {

namespace {

void append_text(std::string& line, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  line += '"';
  for (const char byte : text) {
    const auto code = static_cast<unsigned char>(byte);
    if (byte == '"' || byte == '\\') {
      line += '\\';
      line += byte;
    } else if (byte == '\n') {
      line += "\\n";
    } else if (code < 0x20) {
      line += "\\u00";
      line += digits[code >> 4U];
      line += digits[code & 15U];
    } else {
      line += byte;
    }
  }
  line += '"';
}

void append_number(std::string& line, std::int64_t number) {
  line += std::to_string(number);
}

// A length on the page in points. What is no number, or lies miles away, is 0.
void append_length(std::string& line, double length) {
  constexpr double length_max = 1e6;
  if (!std::isfinite(length) || std::fabs(length) > length_max) length = 0;
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.begin(), digits.end(), std::round(length * 100) / 100).ptr;
  line.append(digits.begin(), end);
}

void append_word(std::string& line, const document::Word& word) {
  line += '[';
  append_number(line, word.range.begin);
  line += ',';
  append_number(line, word.range.end);
  for (const double length : {word.box.left, word.box.top, word.box.right, word.box.bottom}) {
    line += ',';
    append_length(line, length);
  }
  line += ']';
}

void write_line(std::string& line) {
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stdout);
}

}  // namespace

void write_head(document::Format format, std::string_view title) {
  std::string line = "{\"protocol\":1,\"format\":";
  append_text(line, document::name_of(format));
  line += ",\"title\":";
  append_text(line, title);
  line += '}';
  write_line(line);
}

void write_page(const PageText& page, std::optional<double> confidence) {
  std::string line = "{\"page\":";
  append_number(line, page.page.number);
  line += ",\"width\":";
  append_length(line, page.page.width);
  line += ",\"height\":";
  append_length(line, page.page.height);
  line += ",\"text\":";
  append_text(line, page.text);
  line += ",\"words\":[";
  for (const auto& word : page.page.words) {
    if (line.back() != '[') line += ',';
    append_word(line, word);
  }
  line += ']';
  if (page.page.ocr_use != document::OcrUse::needless) {
    line += ",\"ocr\":";
    append_text(line, document::name_of(page.page.ocr_use));
  }
  if (confidence) {
    line += ",\"confidence\":";
    append_length(line, *confidence);
  }
  if (!page.page.label.empty()) {
    line += ",\"label\":";
    append_text(line, page.page.label);
  }
  line += '}';
  write_line(line);
}

void write_signature(const document::Signature& signature) {
  std::string line = "{\"signature\":";
  append_text(line, document::name_of(signature.state));
  if (signature.page) {
    line += ",\"page\":";
    append_number(line, *signature.page);
  }
  for (const auto& [name, text] : {std::pair{"field", &signature.field},
                                   {"signer", &signature.signer},
                                   {"issuer", &signature.issuer},
                                   {"time", &signature.signed_at}}) {
    line += ",\"" + std::string(name) + "\":";
    append_text(line, *text);
  }
  line += signature.covers_all ? ",\"covers_all\":true}" : ",\"covers_all\":false}";
  write_line(line);
}

void write_problem(std::string_view id, std::optional<int> page, std::string_view detail) {
  std::string line = "{\"problem\":";
  append_text(line, id);
  if (page) {
    line += ",\"page\":";
    append_number(line, *page);
  }
  line += ",\"detail\":";
  append_text(line, detail);
  line += '}';
  write_line(line);
}

void write_end(bool needs_ocr) {
  std::string line = "{\"end\":true,\"needs_ocr\":";
  line += needs_ocr ? "true}" : "false}";
  write_line(line);
}

void write_failure(const Failure& failure) {
  std::string line = "{\"error\":";
  append_text(line, failure.id);
  line += '}';
  write_line(line);
}

bool flush_lines() {
  return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

}  // namespace extract
