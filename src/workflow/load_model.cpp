// Reads a model's files from the program or a folder and parses them.
#include "workflow/load_model.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/assets.hpp"
#include "base/files.hpp"
#include "model/check_model.hpp"

namespace workflow {

namespace {

constexpr std::string_view shipped_folder = "models/";
constexpr std::int64_t file_bytes_max = 16LL << 20;
constexpr std::size_t files_max = 500;

base::Result<model::ModelFiles> read_folder(const std::filesystem::path& folder) {
  model::ModelFiles files;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator entry(folder, error), end;
       !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() != ".yaml" || !entry->is_regular_file()) continue;
    if (files.size() >= files_max)
      return base::fail(
          base::ErrorKind::invalid, "model.too_many_files", {{"folder", folder.string()}});
    files.emplace_back(entry->path().lexically_relative(folder).generic_string(),
                       TRY(base::read_file(entry->path().string(), file_bytes_max)));
  }
  if (error)
    return base::fail(base::ErrorKind::forbidden,
                      "file.not_readable",
                      {{"file", folder.string()}, {"problem", error.message()}});
  const bool has_main = std::any_of(
      files.begin(), files.end(), [](const auto& file) { return file.first == "model.yaml"; });
  if (!has_main)
    return base::fail(
        base::ErrorKind::not_found, "model.no_main_file", {{"folder", folder.string()}});
  std::sort(files.begin(), files.end());
  return files;
}

model::ModelFiles read_shipped(std::string_view id) {
  const std::string prefix = std::string(shipped_folder) + std::string(id) + "/";
  model::ModelFiles files;
  for (const auto& asset : base::find_assets(prefix))
    files.emplace_back(std::string(asset.path.substr(prefix.size())), std::string(asset.bytes));
  return files;
}

}  // namespace

std::vector<std::string> list_shipped_models() {
  std::set<std::string> ids;
  for (const auto& asset : base::find_assets(shipped_folder)) {
    const auto rest = asset.path.substr(shipped_folder.size());
    if (rest.ends_with("/model.yaml")) ids.insert(std::string(rest.substr(0, rest.find('/'))));
  }
  return {ids.begin(), ids.end()};
}

base::Result<model::ModelFiles> read_model_files(const std::string& name) {
  const auto at = name.find('@');
  const std::string id = name.substr(0, at);
  auto shipped = read_shipped(id);
  if (id.find('/') == std::string::npos && !shipped.empty()) return shipped;
  if (std::filesystem::is_directory(name)) return read_folder(name);
  if (std::filesystem::is_regular_file(name))
    return base::fail(base::ErrorKind::invalid, "model.is_a_file", {{"file", name}});
  std::string known;
  for (const auto& shipped_id : list_shipped_models())
    known += (known.empty() ? "" : ", ") + shipped_id;
  return base::fail(
      base::ErrorKind::not_found, "model.unknown", {{"model", name}, {"known", known}});
}

base::Result<LoadedModel> load_model_from(const model::ModelFiles& files, const std::string& name) {
  auto parsed = model::parse_model(files);
  if (parsed.usable()) {
    auto more = model::check_model(*parsed.model);
    parsed.findings.insert(parsed.findings.end(), more.begin(), more.end());
  }
  if (!parsed.usable()) {
    const auto first =
        std::find_if(parsed.findings.begin(), parsed.findings.end(), [](const auto& finding) {
          return finding.severity == model::Severity::error;
        });
    const auto count =
        std::count_if(parsed.findings.begin(), parsed.findings.end(), [](const auto& finding) {
          return finding.severity == model::Severity::error;
        });
    return base::fail(base::ErrorKind::invalid,
                      "model.unsound",
                      {{"model", name},
                       {"count", std::to_string(count)},
                       {"file", first->file},
                       {"line", std::to_string(first->line)}});
  }
  return LoadedModel{*std::move(parsed.model), files};
}

base::Result<LoadedModel> load_model(const std::string& name) {
  const auto files = TRY(read_model_files(name));
  auto loaded = TRY(load_model_from(files, name));
  const auto at = name.find('@');
  if (at != std::string::npos && name.substr(at + 1) != loaded.model.version)
    return base::fail(base::ErrorKind::not_found,
                      "model.version_unknown",
                      {{"model", name.substr(0, at)},
                       {"version", name.substr(at + 1)},
                       {"known", loaded.model.version}});
  return loaded;
}

}  // namespace workflow
