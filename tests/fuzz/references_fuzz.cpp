// libFuzzer on bibliographies: BibTeX, RIS and CSL-JSON, told by their content.
#include <cstddef>
#include <cstdint>
#include <string>

#include "ingest/ingest.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto sources = ingest::read_references(std::string(data, data + size), "pustaka");
  if (sources)
    for (const auto& read : *sources)
      if (read.source.code.empty()) __builtin_trap();
  return 0;
}
