// Escapes, rounds and wraps what a picture says.
#include "chart/svg.hpp"

#include <cmath>
#include <cstddef>

#include <fmt/format.h>

namespace chart {

namespace {

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

int count_characters(std::string_view text) {
  int count = 0;
  for (const char c : text)
    if (!is_continuation(c)) ++count;
  return count;
}

/// The first `count` characters of a text, never cutting inside one.
std::string_view first_characters(std::string_view text, int count) {
  std::size_t at = 0;
  while (at < text.size() && count > 0) {
    ++at;
    while (at < text.size() && is_continuation(text[at])) ++at;
    --count;
  }
  return text.substr(0, at);
}

/// The words of a label; one longer than `width` comes in pieces.
std::vector<std::string> split_words(std::string_view label, int width) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < label.size()) {
    const std::size_t begin = label.find_first_not_of(" \t\r\n", at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(label.find_first_of(" \t\r\n", begin), label.size());
    std::string_view word = label.substr(begin, end - begin);
    while (count_characters(word) > width) {
      const std::string_view piece = first_characters(word, width);
      words.emplace_back(piece);
      word.remove_prefix(piece.size());
    }
    words.emplace_back(word);
    at = end;
  }
  return words;
}

}  // namespace

std::string escape_xml(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default: {
        const auto byte = static_cast<unsigned char>(c);
        safe += byte < 0x20U && c != '\n' && c != '\t' ? ' ' : c;
      }
    }
  }
  return safe;
}

std::string format_coordinate(double value) {
  const double tenths = std::round(value * 10) / 10;
  return fmt::format("{}", tenths == 0 ? 0.0 : tenths);
}

std::vector<std::string> wrap_label(std::string_view label, int width, int lines_max) {
  std::vector<std::string> lines(1);
  for (const auto& word : split_words(label, width)) {
    auto& line = lines.back();
    if (line.empty()) {
      line = word;
    } else if (count_characters(line) + 1 + count_characters(word) <= width) {
      line += " " + word;
    } else if (static_cast<int>(lines.size()) == lines_max) {
      line = std::string(first_characters(line, width - 1)) + "…";
      break;
    } else {
      lines.push_back(word);
    }
  }
  return lines;
}

}  // namespace chart
