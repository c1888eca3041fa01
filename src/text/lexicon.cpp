// Reads the lines of a hunspell dictionary; the rules of its affix file are not used.
#include "text/lexicon.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/digest.hpp"
#include "text/unicode.hpp"

namespace text {

namespace {

constexpr std::size_t words_max = 1'000'000;
constexpr std::size_t word_bytes_max = 64;

bool is_plain(std::string_view word) {
  return std::ranges::all_of(word, [](char byte) { return byte >= 'a' && byte <= 'z'; });
}

std::string decode_latin_1(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes)
    append_utf8(text, static_cast<char32_t>(static_cast<unsigned char>(byte)));
  return text;
}

// Most entries are plain small letters and need no folding.
std::string fold_entry(std::string_view entry) {
  if (is_plain(entry)) return std::string(entry);
  return fold(is_valid_utf8(entry) ? std::string(entry) : decode_latin_1(entry));
}

}  // namespace

Lexicon Lexicon::parse(std::string_view dictionary) {
  struct Place {
    std::size_t begin;
    std::size_t word_size;
    std::size_t flags_size;
  };

  Lexicon lexicon;
  lexicon.digest_ = base::sha256(dictionary);
  std::vector<Place> places;
  bool is_first = true;
  while (!dictionary.empty() && places.size() < words_max) {
    auto line = dictionary.substr(0, dictionary.find('\n'));
    dictionary.remove_prefix(std::min(line.size() + 1, dictionary.size()));
    line = line.substr(0, line.find_first_of("\t \r"));
    const auto entry = line.substr(0, line.find('/'));
    if (std::exchange(is_first, false) || entry.empty() || entry.size() > word_bytes_max) continue;
    const auto word = fold_entry(entry);
    const auto flags = line.substr(std::min(entry.size() + 1, line.size()));
    places.push_back({lexicon.buffer_.size(), word.size(), flags.size()});
    lexicon.buffer_.insert(lexicon.buffer_.end(), word.begin(), word.end());
    lexicon.buffer_.insert(lexicon.buffer_.end(), flags.begin(), flags.end());
  }
  lexicon.words_.reserve(places.size());
  const std::string_view all(lexicon.buffer_.data(), lexicon.buffer_.size());
  for (const auto& place : places)
    lexicon.words_.emplace(all.substr(place.begin, place.word_size),
                           all.substr(place.begin + place.word_size, place.flags_size));
  return lexicon;
}

}  // namespace text
