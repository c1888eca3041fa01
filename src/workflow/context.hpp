// Who acts, when, and with which helpers: what every workflow is handed.
#pragma once

#include <string>

#include "base/clock.hpp"
#include "ingest/ingest.hpp"

namespace workflow {

struct Context {
  base::Clock clock;
  ingest::ReadingLimits reading;
  std::string engine_version;
  std::string dictionary_path;          ///< hunspell's words of Indonesian; may be absent
  std::string english_dictionary_path;  ///< the same of English
};

}  // namespace workflow
