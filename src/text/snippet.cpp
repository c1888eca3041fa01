// Chooses the window with the most different query words, then writes it with its marks.
#include "text/snippet.hpp"

#include <algorithm>
#include <set>

#include "text/tokens.hpp"
#include "text/unicode.hpp"

namespace text {

namespace {

struct Wanted {
  std::string folded;
  std::string stem;  ///< empty where only the word itself is meant
  bool is_prefix = false;
};

std::vector<Wanted> list_wanted(const SearchQuery& query, Stemmer& stemmer) {
  using Kind = SearchTerm::Kind;
  std::vector<Wanted> wanted;
  for (const auto& term : query.terms) {
    if (term.is_excluded) continue;
    const bool any_form = term.kind == Kind::word || term.kind == Kind::near;
    for (const auto& word : term.words)
      wanted.push_back({word, any_form ? std::string(stemmer.stem(word)) : std::string(), false});
    wanted.back().is_prefix = term.kind == Kind::prefix;
  }
  return wanted;
}

struct Hit {
  std::size_t word = 0;
  int wanted = 0;
};

// Whether the stem is one of the stems that are parted by spaces.
bool has_part(std::string_view parts, std::string_view stem) {
  for (auto at = parts.find(stem); at != std::string_view::npos; at = parts.find(stem, at + 1)) {
    const auto end = at + stem.size();
    if ((at == 0 || parts[at - 1] == ' ') && (end == parts.size() || parts[end] == ' '))
      return true;
  }
  return false;
}

// The words of a passage and their stems, compared with what is wanted as the index compares them.
class Matching {
 public:
  Matching(const std::vector<Token>& words, const std::vector<Wanted>& wanted, Stemmer& stemmer)
      : words_(words), wanted_(wanted), stemmer_(stemmer) {
    stems_.reserve(words.size());
    for (const auto& word : words) stems_.emplace_back(stemmer.stem(word.folded));
  }

  [[nodiscard]] std::vector<Hit> find_hits() const {
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const auto found =
          std::ranges::find_if(wanted_, [&](const Wanted& want) { return matches(i, want); });
      if (found != wanted_.end()) hits.push_back({i, static_cast<int>(found - wanted_.begin())});
    }
    return hits;
  }

 private:
  [[nodiscard]] bool matches(std::size_t i, const Wanted& want) const {
    const auto& folded = words_[i].folded;
    if (want.is_prefix) return folded.starts_with(want.folded);
    if (folded == want.folded) return true;
    if (want.stem.empty()) return false;
    if (stems_[i] == want.stem) return true;
    // Compounds match fused and apart: menindaklanjuti and "tindak lanjut".
    if (has_part(stemmer_.parts_of(stems_[i]), want.stem)) return true;
    if (!stemmer_.is_compound(want.stem)) return false;
    return (i > 0 && stems_[i - 1] + stems_[i] == want.stem) ||
           (i + 1 < stems_.size() && stems_[i] + stems_[i + 1] == want.stem);
  }

  const std::vector<Token>& words_;
  const std::vector<Wanted>& wanted_;
  const Stemmer& stemmer_;
  std::vector<std::string> stems_;
};

// The hits from `first` on that fit into the width, as a count of different wanted words and their
// last word.
struct Window {
  std::size_t first_word = 0;
  std::size_t last_word = 0;
  std::size_t score = 0;
};

Window find_best_window(const std::vector<Token>& words, const std::vector<Hit>& hits, int width) {
  constexpr std::size_t hits_max = 2000;
  Window best;
  for (std::size_t first = 0; first < std::min(hits.size(), hits_max); ++first) {
    std::set<int> different;
    Window window{hits[first].word, hits[first].word, 0};
    for (std::size_t i = first; i < std::min(hits.size(), first + 64); ++i) {
      if (words[hits[i].word].range.end - words[hits[first].word].range.begin > width) break;
      different.insert(hits[i].wanted);
      window.last_word = hits[i].word;
    }
    window.score = different.size();
    if (window.score > best.score) best = window;
  }
  return best;
}

// Grows the window to both sides, word by word, as long as it fits.
void grow(Window& window, const std::vector<Token>& words, int width) {
  const auto size_of = [&](std::size_t first, std::size_t last) {
    return words[last].range.end - words[first].range.begin;
  };
  for (bool grown = true; grown;) {
    grown = false;
    if (window.last_word + 1 < words.size() &&
        size_of(window.first_word, window.last_word + 1) <= width) {
      ++window.last_word;
      grown = true;
    }
    if (window.first_word > 0 && size_of(window.first_word - 1, window.last_word) <= width) {
      --window.first_word;
      grown = true;
    }
  }
}

// The window reaches the passage's own beginning and end where no word lies beyond.
Span range_of(const Window& window, const std::vector<Token>& words, std::int64_t size) {
  Span range{words[window.first_word].range.begin, words[window.last_word].range.end};
  if (window.first_word == 0) range.begin = 0;
  range.end = window.last_word + 1 == words.size() ? size : words[window.last_word + 1].range.begin;
  return range;
}

// Copies the characters of the range with single spaces, and moves the marks along.
void write_range(const std::u32string& passage,
                 Span range,
                 const std::vector<Span>& marks,
                 Snippet& snippet) {
  auto mark = marks.begin();
  auto written = count_code_points(snippet.text);
  bool space = false;
  for (auto i = range.begin; i < range.end; ++i) {
    const char32_t character = passage[static_cast<std::size_t>(i)];
    if (is_space(character)) {
      space = written > 0 && !snippet.text.empty();
      continue;
    }
    if (space && !snippet.text.ends_with("\u2026")) {
      snippet.text += ' ';
      ++written;
    }
    space = false;
    if (mark != marks.end() && i == mark->begin) snippet.marks.push_back({written, written});
    append_utf8(snippet.text, character);
    ++written;
    if (mark != marks.end() && i + 1 == mark->end) {
      snippet.marks.back().end = written;
      ++mark;
    }
  }
}

}  // namespace

Snippet find_snippet(std::string_view passage,
                     const SearchQuery& query,
                     Stemmer& stemmer,
                     int width) {
  const auto words = find_words(passage);
  const auto wanted = list_wanted(query, stemmer);
  const auto hits = Matching(words, wanted, stemmer).find_hits();
  const auto characters = to_code_points(passage);
  const auto size = static_cast<std::int64_t>(characters.size());
  Snippet snippet;
  if (words.empty()) {
    write_range(characters, {0, std::min<std::int64_t>(size, width)}, {}, snippet);
    return snippet;
  }
  Window window = find_best_window(words, hits, width);
  grow(window, words, width);
  const Span range = range_of(window, words, size);
  std::vector<Span> marks;
  for (const auto& hit : hits)
    if (hit.word >= window.first_word && hit.word <= window.last_word)
      marks.push_back(words[hit.word].range);
  if (range.begin > 0) snippet.text = "\u2026";
  write_range(characters, range, marks, snippet);
  if (range.end < size) snippet.text += "\u2026";
  return snippet;
}

}  // namespace text
