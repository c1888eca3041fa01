// Reads the embedded list once.
#include "text/function_words.hpp"

#include <algorithm>
#include <vector>

#include "base/assets.hpp"
#include "base/contract.hpp"

namespace text {

namespace {

std::vector<std::string_view> read_list() {
  const auto asset = base::find_asset("words/function_words.txt");
  ASSERT(asset);
  std::vector<std::string_view> words;
  std::string_view rest = asset->bytes;
  while (!rest.empty()) {
    const auto size = std::min(rest.find('\n'), rest.size());
    const auto line = rest.substr(0, size);
    if (!line.empty() && !line.starts_with('#')) words.push_back(line);
    rest.remove_prefix(std::min(size + 1, rest.size()));
  }
  std::ranges::sort(words);
  return words;
}

}  // namespace

bool is_function_word(std::string_view folded_word) {
  static const std::vector<std::string_view> words = read_list();
  return std::ranges::binary_search(words, folded_word);
}

}  // namespace text
