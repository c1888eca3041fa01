// The distance of optimal string alignment over code points.
#include "text/similar_words.hpp"

#include <algorithm>
#include <array>

#include "text/unicode.hpp"

namespace text {

namespace {

constexpr std::size_t letters_max = 40;
constexpr std::size_t chosen_max = 5;

// Three rows are enough: a swap looks back by two.
int count_changes(const std::u32string& a, const std::u32string& b) {
  std::array<std::array<int, letters_max + 1>, 3> rows{};
  for (std::size_t k = 0; k <= b.size(); ++k) rows[0].at(k) = static_cast<int>(k);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows.at(i % 3);
    const auto& before = rows.at((i + 2) % 3);
    const auto& two_before = rows.at((i + 1) % 3);
    row[0] = static_cast<int>(i);
    for (std::size_t k = 1; k <= b.size(); ++k) {
      const int same = a[i - 1] == b[k - 1] ? 0 : 1;
      row.at(k) = std::min({row.at(k - 1) + 1, before.at(k) + 1, before.at(k - 1) + same});
      if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
        row.at(k) = std::min(row.at(k), two_before.at(k - 2) + 1);
    }
  }
  return rows.at(a.size() % 3).at(b.size());
}

/// The word as a scanner sees it: letters and pairs that are taken for one another become one.
std::u32string find_shape(const std::u32string& letters) {
  struct Alike {
    std::u32string_view seen;
    char32_t shape;
  };

  // Pairs first: what a broken print makes of one letter.
  static constexpr std::array alike = {Alike{U"rn", U'm'},
                                       Alike{U"nr", U'm'},
                                       Alike{U"ll", U'u'},
                                       Alike{U"vv", U'w'},
                                       Alike{U"cl", U'd'},
                                       Alike{U"l", U'i'},
                                       Alike{U"1", U'i'},
                                       Alike{U"0", U'o'},
                                       Alike{U"5", U's'},
                                       Alike{U"c", U'e'}};
  std::u32string shape;
  std::u32string_view rest = letters;
  while (!rest.empty()) {
    const auto found =
        std::ranges::find_if(alike, [&](const Alike& one) { return rest.starts_with(one.seen); });
    shape += found == alike.end() ? rest.front() : found->shape;
    rest.remove_prefix(found == alike.end() ? 1 : found->seen.size());
  }
  return shape;
}

}  // namespace

int changes_allowed(std::int64_t letters) {
  if (letters <= 3) return 0;
  return letters <= 6 ? 1 : 2;
}

std::vector<std::string> choose_similar(std::string_view typed, std::span<const KnownWord> words) {
  return choose_within(typed, words, changes_allowed(count_code_points(typed)));
}

std::vector<std::string> choose_within(std::string_view typed,
                                       std::span<const KnownWord> words,
                                       int changes_allowed) {
  struct Choice {
    int changes;
    std::int64_t count;
    std::string_view word;
  };

  const auto letters = to_code_points(typed);
  if (letters.size() > letters_max || changes_allowed <= 0) return {};
  const auto shape = find_shape(letters);
  std::vector<Choice> choices;
  for (const auto& known : words) {
    const auto other = to_code_points(known.word);
    if (other.size() > letters_max || known.word == typed) continue;
    const int changes =
        std::min(count_changes(letters, other), count_changes(shape, find_shape(other)) + 1);
    if (changes <= changes_allowed) choices.push_back({changes, known.count, known.word});
  }
  std::ranges::sort(choices, [](const Choice& a, const Choice& b) {
    if (a.changes != b.changes) return a.changes < b.changes;
    if (a.count != b.count) return a.count > b.count;
    return a.word < b.word;
  });
  std::vector<std::string> chosen;
  for (const auto& choice : choices) {
    if (chosen.size() == chosen_max) break;
    chosen.emplace_back(choice.word);
  }
  return chosen;
}

}  // namespace text
