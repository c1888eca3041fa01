// One stemmer a thread: libstemmer's keeps a buffer of its own.
#include "text/english_stem.hpp"

#include <memory>

#include <libstemmer.h>

namespace text {

std::string stem_english(std::string_view folded_word) {
  thread_local const std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer(
      sb_stemmer_new("english", "UTF_8"), sb_stemmer_delete);
  if (!stemmer) return std::string(folded_word);
  const auto* stem = sb_stemmer_stem(stemmer.get(),
                                     reinterpret_cast<const sb_symbol*>(folded_word.data()),
                                     static_cast<int>(folded_word.size()));
  if (stem == nullptr) return std::string(folded_word);
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(stemmer.get()))};
}

}  // namespace text
