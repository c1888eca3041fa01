// The one door to libhunspell, for measuring only.
#include "families.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <hunspell.hxx>

#include "text/tokens.hpp"

namespace bench {

struct Families::Inner {
  Hunspell hunspell{"/usr/share/hunspell/id_ID.aff", "/usr/share/hunspell/id_ID.dic"};
  text::Stemmer& stemmer;
  bool both_agree;
  std::map<std::string, std::set<std::string>> words_of;  ///< key -> words of the passages

  std::vector<std::string> keys_of(const std::string& word) {
    std::vector<std::string> keys;
    const auto own = both_agree ? " " + std::string(stemmer.stem(word)) : "";
    for (const auto& stem : hunspell.stem(word)) keys.push_back(stem + own);
    return keys;
  }
};

namespace {

bool is_word(const std::string& folded) {
  return folded.size() > 3 &&
         std::ranges::all_of(folded, [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

}  // namespace

Families::Families(const std::vector<std::string>& passages,
                   text::Stemmer& stemmer,
                   bool both_agree)
    : inner_(new Inner{.stemmer = stemmer, .both_agree = both_agree, .words_of = {}}) {
  std::set<std::string> vocabulary;
  for (const auto& passage : passages)
    for (auto& word : text::find_words(passage))
      if (is_word(word.folded)) vocabulary.insert(std::move(word.folded));
  for (const auto& word : vocabulary)
    for (const auto& key : inner_->keys_of(word)) inner_->words_of[key].insert(word);
}

Families::~Families() = default;

std::string Families::inflect(std::string_view question) {
  std::string inflected;
  for (const auto& token : text::find_words(question)) {
    std::string word = token.folded;
    if (is_word(word)) {
      ++words_;
      std::set<std::string> family;
      for (const auto& key : inner_->keys_of(word))
        if (const auto found = inner_->words_of.find(key); found != inner_->words_of.end())
          family.insert(found->second.begin(), found->second.end());
      family.erase(word);
      if (!family.empty()) {
        const auto next = family.upper_bound(word);
        word = next == family.end() ? *family.begin() : *next;
        ++swapped_;
      }
    }
    inflected += (inflected.empty() ? "" : " ") + word;
  }
  return inflected;
}

}  // namespace bench
