// libFuzzer on what people type into the search box.
#include <cstddef>
#include <cstdint>
#include <string>

#include "text/search_query.hpp"
#include "text/unicode.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto query = text::parse_search_query(std::string(data, data + size));
  for (const auto& term : query.terms)
    for (const auto& word : term.words)
      if (word.empty() || !text::is_valid_utf8(word)) __builtin_trap();
  return 0;
}
