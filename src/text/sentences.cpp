// Weighs each full stop by the words on both sides of it.
#include "text/sentences.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace text {

namespace {

constexpr std::string_view blanks = " \t\r";

// Words that end in a full stop and stand before a name, a number or a title: never an end.
constexpr std::array<std::string_view, 58> leading_abbreviations = {
    "no",  "nomor", "jl",  "jln", "gg",  "rt",  "rw",  "kel",  "kec", "kab",   "prov", "yth",
    "sdr", "sdri",  "bpk", "tn",  "ny",  "nn",  "dr",  "drs",  "dra", "prof",  "ir",   "h",
    "hj",  "kh",    "pt",  "cv",  "ud",  "a.n", "u.b", "u.p",  "d.a", "d.h",   "c.q",  "cq",
    "q.q", "s.d",   "hlm", "hal", "ps",  "tgl", "tlp", "telp", "kpd", "lamp",  "mis",  "mr",
    "mrs", "ms",    "vs",  "cf",  "e.g", "i.e", "vol", "fig",  "ed",  "approx"};

// These stand at the end of a list or of a name: an end where a new sentence clearly begins.
constexpr std::array<std::string_view, 20> closing_abbreviations = {
    "dsb",   "dst",   "dll",  "dkk",  "etc",   "tbk", "al",  "s.h", "s.e",  "s.t",
    "s.kom", "s.sos", "s.ip", "m.si", "m.kom", "m.m", "m.t", "m.h", "ph.d", "s.stp"};

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

bool is_lower(char byte) {
  return byte >= 'a' && byte <= 'z';
}

bool is_letter(char byte) {
  return is_lower(byte) || (byte >= 'A' && byte <= 'Z') || static_cast<unsigned char>(byte) >= 0x80;
}

bool is_blank(char byte) {
  return byte == '\n' || blanks.find(byte) != std::string_view::npos;
}

std::string to_lower(std::string_view word) {
  std::string lower(word);
  for (char& byte : lower)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  return lower;
}

template <typename Words>
bool holds(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

// The word that ends at `end`: letters, digits and full stops inside it.
std::string_view word_before(std::string_view text, std::size_t end) {
  auto begin = end;
  while (begin > 0 &&
         (is_letter(text[begin - 1]) || is_digit(text[begin - 1]) || text[begin - 1] == '.'))
    --begin;
  return text.substr(begin, end - begin);
}

bool opens_line(std::string_view text, std::size_t at) {
  while (at > 0 && blanks.find(text[at - 1]) != std::string_view::npos) --at;
  return at == 0 || text[at - 1] == '\n';
}

// The length of a list mark: "a.", "12.", "(2)", "b)", "iv.", "-", "•"; 0 where there is none.
std::size_t measure_mark(std::string_view line) {
  for (const std::string_view bullet : {"- ", "* ", "• ", "– ", "▪ ", "● "})
    if (line.starts_with(bullet)) return bullet.size();
  const std::size_t begin = line.starts_with('(') ? 1 : 0;
  std::size_t end = begin;
  while (end < line.size() && end - begin < 3 && (is_digit(line[end]) || is_lower(line[end])))
    ++end;
  const auto label = line.substr(begin, end - begin);
  const bool number = !label.empty() && std::ranges::all_of(label, is_digit);
  const bool roman = label.find_first_not_of("ivx") == std::string_view::npos;
  if (label.empty() || (!number && label.size() > 1 && !roman)) return 0;
  if (end + 1 >= line.size() || !is_blank(line[end + 1])) return 0;
  return line[end] == ')' || (line[end] == '.' && begin == 0) ? end + 1 : 0;
}

// Whether the full stop at `at` may end a sentence, by the word before it and what follows.
bool stop_ends(std::string_view text, std::size_t at, std::size_t next) {
  const auto word = word_before(text, at);
  const auto lower = to_lower(word);
  const char following = next < text.size() ? text[next] : 'A';
  if (holds(leading_abbreviations, lower)) return next >= text.size();
  const bool initial = word.size() == 1 && is_letter(word[0]) && !is_lower(word[0]);
  const bool mark =
      opens_line(text, at - word.size()) && measure_mark(text.substr(at - word.size()));
  if (initial || mark) return next >= text.size();
  const bool begins_anew = !is_lower(following) && following != ',' && following != ';';
  if (holds(closing_abbreviations, lower))
    return begins_anew && !is_digit(following) && following != '(';
  return begins_anew;
}

// Behind the closing marks that belong to the sentence: "…berlaku." Lalu
std::size_t skip_closers(std::string_view text, std::size_t at) {
  for (;;) {
    const auto rest = text.substr(at);
    if (!rest.empty() && std::string_view(")]\"'").find(rest[0]) != std::string_view::npos)
      ++at;
    else if (rest.starts_with("”") || rest.starts_with("’") || rest.starts_with("»"))
      at += rest.starts_with("»") ? 2 : 3;
    else
      return at;
  }
}

// Where the next sentence begins if one ends at `at`; nothing if none does.
std::optional<std::size_t> end_at(std::string_view text, std::size_t at) {
  const char byte = text[at];
  if (byte == '\n') {
    const auto line = text.find_first_not_of(blanks, at + 1);
    if (line == std::string_view::npos) return std::nullopt;
    const bool empty_line = text[line] == '\n';
    if (empty_line || measure_mark(text.substr(line)) > 0) return skip_blanks(text, at);
    return std::nullopt;
  }
  if (byte != '.' && byte != '?' && byte != '!' && byte != ';') return std::nullopt;
  const auto behind = skip_closers(text, at + 1);
  const auto next = skip_blanks(text, behind);
  if (next == behind && next < text.size()) return std::nullopt;
  if (byte == ';') {
    const auto line_end = text.find_first_not_of(blanks, behind);
    const bool ends_line = line_end == std::string_view::npos || text[line_end] == '\n';
    return ends_line ? std::optional(next) : std::nullopt;
  }
  if (byte == '.' && !stop_ends(text, at, next)) return std::nullopt;
  if (byte != '.' && next < text.size() && is_lower(text[next])) return std::nullopt;
  return next;
}

}  // namespace

std::vector<std::size_t> find_sentences(std::string_view text) {
  std::vector<std::size_t> begins;
  auto at = skip_blanks(text, 0);
  if (at < text.size()) begins.push_back(at);
  while (at < text.size()) {
    const auto next = end_at(text, at);
    if (next && *next < text.size() && *next > begins.back()) begins.push_back(*next);
    at = next ? std::max(*next, at + 1) : at + 1;
  }
  return begins;
}

}  // namespace text
