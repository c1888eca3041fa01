// In which language a text is written, told by its commonest words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ingest {

/// "id", "en" or "mixed"; empty where there are too few words to say.
std::string find_language(const std::vector<std::string_view>& lines);

}  // namespace ingest
