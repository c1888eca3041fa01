// Loads the catalogue of one language from the files inside the program.
#include "workflow/messages.hpp"

#include "base/assets.hpp"
#include "base/contract.hpp"
#include "codec/json.hpp"

namespace workflow {

text::Catalog load_catalog(std::string_view language) {
  const auto asset = base::find_asset("locales/" + std::string(language) + ".json");
  ASSERT(asset.has_value());
  const auto tree = codec::parse_json(asset->bytes);
  ASSERT(tree.has_value());
  std::vector<std::pair<std::string, std::string>> entries;
  entries.reserve(tree->members.size());
  for (const auto& [key, value] : tree->members) entries.emplace_back(key, value.scalar);
  return {std::string(language), std::move(entries)};
}

std::string tell(const text::Catalog& catalog, const base::Error& error) {
  std::vector<text::MessageParameter> parameters;
  parameters.reserve(error.parameters.size());
  for (const auto& [name, value] : error.parameters) parameters.emplace_back(name, value);
  return catalog.say(error.id, parameters);
}

}  // namespace workflow
