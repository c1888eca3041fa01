// Finds the lists among the embedded files.
#include "text/word_lists.hpp"

#include "base/assets.hpp"
#include "base/contract.hpp"

namespace text {

namespace {

std::string_view list_of(std::string_view path) {
  const auto asset = base::find_asset(path);
  ASSERT(asset);
  return asset->bytes;
}

}  // namespace

WordLists shipped_word_lists() {
  return {list_of("words/roots_id.txt"),
          list_of("words/exceptions_id.txt"),
          list_of("words/spellings_id.txt"),
          list_of("words/compounds_id.txt"),
          list_of("words/stop_words.txt")};
}

}  // namespace text
