// Walks the words of a passage once.
#include "text/index_terms.hpp"

#include "text/tokens.hpp"
#include "text/unicode.hpp"

namespace text {

namespace {

void append(std::string& line, std::string_view word) {
  if (!line.empty()) line += ' ';
  line += word;
}

// A hyphen and a line break between two words, and small letters go on.
bool is_parted_at_line_end(std::string_view passage, const Token& former, const Token& latter) {
  const auto between = slice(passage, former.range.end, latter.range.begin);
  const auto next = slice(passage, latter.range.begin, latter.range.begin + 1);
  return between.starts_with('-') && between.find('\n') != std::string_view::npos &&
         between.find_first_not_of("- \n") == std::string_view::npos && next >= "a" && next <= "z";
}

}  // namespace

IndexTerms make_index_terms(std::string_view passage, Stemmer& stemmer) {
  IndexTerms terms;
  const auto words = find_words(passage);
  std::string last;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string stem(stemmer.stem(words[i].folded));
    append(terms.surface, words[i].folded);
    append(terms.stems, stem);
    if (const auto parts = stemmer.parts_of(stem); !parts.empty()) append(terms.compounds, parts);
    if (i > 0) {
      if (const auto fused = last + stem; stemmer.is_compound(fused))
        append(terms.compounds, fused);
      else if (is_parted_at_line_end(passage, words[i - 1], words[i]))
        append(terms.compounds, stemmer.stem(words[i - 1].folded + words[i].folded));
    }
    last = stem;
  }
  return terms;
}

}  // namespace text
