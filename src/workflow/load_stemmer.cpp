// Reads the dictionary where the machine has it.
#include "workflow/load_stemmer.hpp"

#include "base/files.hpp"

namespace workflow {

text::Stemmer load_stemmer(const Context& context) {
  return {load_lexicon(context.dictionary_path), text::shipped_word_lists()};
}

text::Lexicon load_lexicon(const std::string& path) {
  constexpr std::int64_t dictionary_bytes_max = 32 << 20;
  const auto bytes = base::read_file(path, dictionary_bytes_max);
  return bytes ? text::Lexicon::parse(*bytes) : text::Lexicon();
}

}  // namespace workflow
