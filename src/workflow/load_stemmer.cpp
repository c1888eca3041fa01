// Reads the dictionary where the machine has it.
#include "workflow/load_stemmer.hpp"

#include "base/files.hpp"

namespace workflow {

text::Stemmer load_stemmer(const Context& context) {
  constexpr std::int64_t dictionary_bytes_max = 32 << 20;
  const auto bytes = base::read_file(context.dictionary_path, dictionary_bytes_max);
  return {bytes ? text::Lexicon::parse(*bytes) : text::Lexicon(), text::shipped_word_lists()};
}

}  // namespace workflow
