// libFuzzer on observations: YAML, tables and submissions of forms, told by their content.
#include <cstddef>
#include <cstdint>
#include <string>

#include "ingest/ingest.hpp"
#include "text/unicode.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto sources = ingest::read_observations(std::string(data, data + size), "pengamatan");
  if (sources)
    for (const auto& read : *sources)
      if (read.source.code.empty() || !text::is_valid_utf8(read.text)) __builtin_trap();
  return 0;
}
