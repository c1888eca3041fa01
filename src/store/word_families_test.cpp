// The stems that the index keeps, on families of words of administration made by others.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "base/shared_data_for_test.hpp"
#include "codec/json.hpp"
#include "text/stemmer.hpp"

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream content;
  content << file.rdbuf();
  return content.str();
}

TEST(RealWordFamilies, HaveOneStemEachAndNoneInCommon) {
  const auto dictionary = read_file("/usr/share/hunspell/id_ID.dic");
  ASSERT_FALSE(dictionary.empty()) << "hunspell-id is not installed: run './dev setup'";
  text::Stemmer stemmer(text::Lexicon::parse(dictionary), text::shipped_word_lists());
  const auto root = codec::parse_json(base::read_shared_data("oracles/agreement_and_index.json"));
  ASSERT_TRUE(root);
  const auto& families = root->find("word_families")->find("families")->members;
  ASSERT_GT(families.size(), 30U);
  int pairs = 0;
  int together = 0;
  std::map<std::string, std::set<std::string>> families_of;
  for (const auto& [name, family] : families) {
    const auto& words = family.items;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string stem(stemmer.stem(words[i].scalar));
      families_of[stem].insert(name);
      for (std::size_t k = 0; k < i; ++k, ++pairs)
        if (stem == stemmer.stem(words[k].scalar)) ++together;
    }
  }
  EXPECT_GE(together * 100, pairs * 97) << together << " of " << pairs;
  RecordProperty("pairs_together", std::to_string(together) + "/" + std::to_string(pairs));
  for (const auto& [stem, names] : families_of) EXPECT_EQ(names.size(), 1U) << stem;
}

}  // namespace
