// Approximate matching over words (Sellers' recurrence, cut off after Ukkonen) and a score of
// places.
#include "text/find_again.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "base/contract.hpp"
#include "text/tokens.hpp"
#include "text/unicode.hpp"

namespace text {

namespace {

/// Words as numbers, equal where they are equal folded; words that the quote has not are -1.
struct NumberedWords {
  std::vector<int> quote;
  std::vector<int> text;
};

NumberedWords number_words(const std::vector<Token>& text, const std::vector<Token>& quote) {
  std::map<std::string_view, int> numbers;
  NumberedWords words;
  words.quote.reserve(quote.size());
  for (const auto& token : quote)
    words.quote.push_back(
        numbers.emplace(token.folded, static_cast<int>(numbers.size())).first->second);
  words.text.reserve(text.size());
  for (const auto& token : text) {
    const auto found = numbers.find(token.folded);
    words.text.push_back(found == numbers.end() ? -1 : found->second);
  }
  return words;
}

/// A row of the recurrence: the fewest edits with which the first words of the quote end here, and
/// where they begin. Fewer edits are better, then the longer stretch: it takes in a word that was
/// replaced.
struct Cell {
  int edits = 0;
  int begin = 0;
  auto operator<=>(const Cell&) const = default;
};

/// A stretch of words, half open, with its edits.
struct Stretch {
  int begin = 0;
  int end = 0;
  int edits = 0;
};

double similarity_of(const Stretch& stretch, int wanted) {
  return 1.0 - static_cast<double>(stretch.edits) / std::max(wanted, stretch.end - stretch.begin);
}

/// Every end of the text at which the whole quote fits with at most so many edits.
std::vector<Stretch> find_stretches(const NumberedWords& words, int edits_max) {
  const int wanted = static_cast<int>(words.quote.size());
  std::vector<Cell> column(static_cast<std::size_t>(wanted) + 1);
  for (int i = 0; i <= wanted; ++i) column[static_cast<std::size_t>(i)] = {i, 0};
  int last = std::min(edits_max, wanted);
  std::vector<Stretch> found;
  for (int j = 1; j <= static_cast<int>(words.text.size()); ++j) {
    const int word = words.text[static_cast<std::size_t>(j - 1)];
    Cell diagonal = column[0];
    column[0] = {0, j};
    const int top = std::min(last + 1, wanted);
    for (int i = 1; i <= top; ++i) {
      Cell& here = column[static_cast<std::size_t>(i)];
      const Cell left = i <= last ? here : Cell{edits_max + 1, j};
      const Cell& above = column[static_cast<std::size_t>(i - 1)];
      const bool equal = words.quote[static_cast<std::size_t>(i - 1)] == word;
      here = {diagonal.edits + (equal ? 0 : 1), diagonal.begin};
      here = std::min({here, Cell{above.edits + 1, above.begin}, Cell{left.edits + 1, left.begin}});
      diagonal = left;
    }
    last = top;
    while (last > 0 && column[static_cast<std::size_t>(last)].edits > edits_max) --last;
    const Cell& end = column.back();
    if (last == wanted && end.begin < j) found.push_back({end.begin, j, end.edits});
  }
  return found;
}

/// How many words agree, counted outward from the edge where both texts touch the quote, as a share
/// of those remembered.
double share_in_common(std::vector<Token> former, std::vector<Token> now, bool backwards) {
  if (former.empty()) return 0;
  if (backwards) {
    std::ranges::reverse(former);
    std::ranges::reverse(now);
  }
  std::size_t common = 0;
  while (common < former.size() && common < now.size() &&
         former[common].folded == now[common].folded)
    ++common;
  return static_cast<double>(common) / static_cast<double>(former.size());
}

constexpr std::int64_t context_slack = 20;

double score_of(std::string_view text, const PlaceCandidate& candidate, const FormerPlace& former) {
  const auto before = std::max<std::int64_t>(
      0, candidate.span.begin - count_code_points(former.prefix) - context_slack);
  const auto after = candidate.span.end + count_code_points(former.suffix) + context_slack;
  return (candidate.same_unit ? 2.0 : 0.0) +
         share_in_common(find_words(former.prefix),
                         find_words(slice(text, before, candidate.span.begin)),
                         true) +
         share_in_common(
             find_words(former.suffix), find_words(slice(text, candidate.span.end, after)), false);
}

}  // namespace

std::vector<NearWords> find_nearest_words(std::string_view text,
                                          std::string_view quote,
                                          double minimum) {
  ASSERT(minimum > 0.5 && minimum <= 1);
  const auto text_words = find_words(text);
  const auto quote_words = find_words(quote);
  if (quote_words.empty()) return {};
  const int wanted = static_cast<int>(quote_words.size());
  // A stretch longer than the quote by its edits may have more of them: e <= (1 - minimum) (wanted
  // + e).
  const int edits_max = static_cast<int>(std::floor((1 - minimum) / minimum * wanted + 1e-9));
  double best = minimum - 1e-9;
  std::vector<NearWords> nearest;
  for (const auto& stretch : find_stretches(number_words(text_words, quote_words), edits_max)) {
    const double similarity = similarity_of(stretch, wanted);
    if (similarity < best) continue;
    const Span span{text_words[static_cast<std::size_t>(stretch.begin)].range.begin,
                    text_words[static_cast<std::size_t>(stretch.end - 1)].range.end};
    const bool better = similarity > best + 1e-9;
    if (better || nearest.empty()) {
      nearest = {{span, similarity}};
      best = std::max(best, similarity);
    } else if (span.begin >= nearest.back().span.end) {
      nearest.push_back({span, similarity});
    } else if (span.begin == nearest.back().span.begin && stretch.end - stretch.begin <= wanted) {
      nearest.back().span = span;  // the last word was replaced, not left out
    }
  }
  return nearest;
}

std::size_t choose_place(std::string_view text,
                         const std::vector<PlaceCandidate>& candidates,
                         const FormerPlace& former) {
  ASSERT(!candidates.empty());
  const double length = static_cast<double>(std::max<std::int64_t>(1, count_code_points(text)));
  std::size_t chosen = 0;
  double best_score = -1;
  double best_distance = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const double score = score_of(text, candidates[i], former);
    const double distance =
        std::abs(static_cast<double>(candidates[i].span.begin) / length - former.share);
    if (score < best_score || (score == best_score && distance >= best_distance)) continue;
    chosen = i;
    best_score = score;
    best_distance = distance;
  }
  return chosen;
}

}  // namespace text
