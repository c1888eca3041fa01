// Keeps track of what stands between two pieces of text until the second one comes.
#include "extract/block_text.hpp"

#include <array>
#include <utility>

#include "text/unicode.hpp"

namespace extract {

namespace {

// Characters of the symbol fonts (Wingdings, Symbol), which stand in Unicode's private area.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> symbols = {{
    {"\uF0A7", "▪"},
    {"\uF0A8", "☐"},
    {"\uF06F", "☐"},
    {"\uF071", "☐"},
    {"\uF0B7", "•"},
    {"\uF0D8", "➢"},
    {"\uF0E0", "→"},
    {"\uF0E8", "➔"},
    {"\uF0FB", "✗"},
    {"\uF0FC", "✓"},
    {"\uF0FD", "☒"},
    {"\uF0FE", "☑"},
    {"\uF06C", "●"},
    {"\uF06E", "■"},
}};

constexpr std::string_view soft_hyphen = "\u00AD";

// The replacement of the character at the head of `rest` and its size, or a size of 0.
std::pair<std::string_view, std::size_t> find_replacement(std::string_view rest) {
  if (rest.starts_with(soft_hyphen)) return {"", soft_hyphen.size()};
  if (rest.starts_with('\xEF'))
    for (const auto& [symbol, character] : symbols)
      if (rest.starts_with(symbol)) return {character, symbol.size()};
  return {"", 0};
}

// Bytes that may be anything but themselves.
bool is_plain(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return code >= 0x20 && code != 0x7F && code != 0xC2 && code != 0xEF;
}

}  // namespace

void BlockText::add(std::string_view words) {
  if (words.empty() || is_full()) return;
  begin();
  for (std::size_t at = 0; at < words.size();) {
    auto end = at;
    while (end < words.size() && is_plain(words[end])) ++end;
    text_ += words.substr(at, end - at);
    if (end == words.size()) return;
    const auto [character, size] = find_replacement(words.substr(end));
    const char byte = words[end];
    if (size > 0)
      text_ += character;
    else if (byte == '\n' || byte == '\t' || byte == '\r')
      text_ += ' ';
    else if (byte < 0)
      text_ += byte;
    at = end + (size > 0 ? size : 1);
  }
}

void BlockText::add_lines(std::string_view text) {
  while (!text.empty()) {
    const auto words = text.substr(0, text.find_first_of("\n\t"));
    add(words);
    text.remove_prefix(words.size());
    if (text.empty()) return;
    text.front() == '\n' ? add_line_break() : add_tab();
    text.remove_prefix(1);
  }
}

void BlockText::add_tab() {
  if (is_full()) return;
  begin();
  text_ += '\t';
}

void BlockText::add_line_break() {
  if (is_full()) return;
  begin();
  end_line();
  text_ += '\n';
}

void BlockText::end_block() {
  if (!text_.empty()) gap_ = Gap::block;
}

void BlockText::add_row(const std::vector<std::string>& cells) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) row += '\t';
    row += flatten(cells[i]);
  }
  row.resize(row.find_last_not_of('\t') + 1);
  if (row.empty() || is_full()) return;
  begin();
  text_ += row;
  gap_ = Gap::line;
}

void BlockText::begin() {
  if (gap_ == Gap::none) return;
  end_line();
  text_ += gap_ == Gap::line ? "\n" : "\n\n";
  gap_ = Gap::none;
}

void BlockText::end_line() {
  while (!text_.empty() && (text_.back() == ' ' || text_.back() == '\t')) text_.pop_back();
}

std::string BlockText::release() {
  gap_ = Gap::none;
  text_.resize(text_.find_last_not_of(" \t\n") + 1);
  return text::normalize(std::exchange(text_, {}));
}

std::string flatten(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool is_gap = false;
  for (const char byte : text) {
    if (byte == ' ' || byte == '\n' || byte == '\t') {
      is_gap = !line.empty();
      continue;
    }
    if (is_gap) line += ' ';
    is_gap = false;
    line += byte;
  }
  return line;
}

}  // namespace extract
