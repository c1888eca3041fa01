// Counts function words of both languages; no word of either list is one of the other.
#include "ingest/language.hpp"

#include <array>
#include <set>

#include "text/tokens.hpp"

namespace ingest {

namespace {

constexpr int words_min = 8;
constexpr int minor_share = 5;  // one in so many makes a text mixed

const std::set<std::string, std::less<>> indonesian = {
    "yang",   "dan",    "di",     "dengan", "untuk", "pada",    "dari",    "dalam",
    "ini",    "itu",    "atau",   "adalah", "oleh",  "sebagai", "tidak",   "telah",
    "akan",   "dapat",  "ke",     "bagi",   "serta", "bahwa",   "tentang", "tersebut",
    "secara", "setiap", "antara", "karena", "sudah"};
const std::set<std::string, std::less<>> english = {
    "the", "and",  "of",   "to",  "in",    "for",  "is",    "are",   "with", "that",
    "by",  "this", "from", "as",  "be",    "or",   "which", "shall", "has",  "have",
    "was", "were", "not",  "its", "their", "will", "been",  "at",    "on"};

}  // namespace

std::string find_language(const std::vector<std::string_view>& lines) {
  int in_indonesian = 0;
  int in_english = 0;
  for (const auto line : lines)
    for (const auto& word : text::find_words(line)) {
      in_indonesian += indonesian.contains(word.folded) ? 1 : 0;
      in_english += english.contains(word.folded) ? 1 : 0;
    }
  const int all = in_indonesian + in_english;
  if (all < words_min) return {};
  if (in_english * minor_share < all) return "id";
  return in_indonesian * minor_share < all ? "en" : "mixed";
}

}  // namespace ingest
