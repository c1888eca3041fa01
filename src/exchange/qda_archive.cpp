// Finds files in an archive as tools really name them, and notes where that is not the standard.
#include "exchange/qda_archive.hpp"

#include <algorithm>
#include <utility>

namespace exchange {

namespace {

using base::ErrorKind;
using base::fail;

constexpr std::string_view folder = "sources/";
constexpr std::string_view internal = "internal://";

std::string lower(std::string_view name) {
  std::string lowered(name);
  std::ranges::transform(lowered, lowered.begin(), [](char byte) {
    if (byte == '\\') return '/';
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  });
  return lowered;
}

bool leads_outside(std::string_view name) {
  if (name.starts_with('/') || name.starts_with('\\') || name.find(':') != std::string_view::npos)
    return true;
  while (!name.empty()) {
    const auto end = std::min(name.find_first_of("/\\"), name.size());
    if (name.substr(0, end) == "..") return true;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return false;
}

bool lies_elsewhere(std::string_view path) {
  return path.starts_with("relative:") || path.starts_with("absolute:") ||
         path.starts_with("file:") || path.starts_with("http:") || path.starts_with("https:");
}

}  // namespace

QdaArchive::QdaArchive(codec::ZipArchive archive,
                       QdaDeviations& deviations,
                       std::size_t entry_bytes)
    : archive_(std::move(archive)), deviations_(&deviations), entry_bytes_(entry_bytes) {
  for (const auto& entry : archive_.entries()) entries_.emplace(lower(entry.name), &entry);
}

base::Result<QdaArchive> QdaArchive::open(std::string_view bytes,
                                          const codec::ZipLimits& limits,
                                          QdaDeviations& deviations) {
  QdaArchive archive(TRY(codec::open_zip(bytes, limits)), deviations, limits.entry_bytes);
  if (archive.archive_.has_twins()) {
    std::set<std::string> seen;
    for (const auto& entry : archive.archive_.entries())
      if (!seen.insert(lower(entry.name)).second)
        return fail(ErrorKind::invalid, "qda.twins", {{"name", entry.name}});
  }
  TRY(archive.find_project());
  return archive;
}

base::Result<void> QdaArchive::find_project() {
  std::string found;
  for (const auto& entry : archive_.entries()) {
    const auto name = lower(entry.name);
    if (!name.ends_with(".qde") || name.find('/') != std::string::npos) continue;
    if (!found.empty())
      return fail(
          ErrorKind::invalid, "qda.two_projects", {{"first", found}, {"second", entry.name}});
    found = entry.name;
  }
  if (found.empty()) return fail(ErrorKind::invalid, "qda.no_project");
  project_ = found;
  used_.insert(found);
  if (found != "project.qde") deviations_->add("project_name", found, "project.qde", "read_so");
  for (const auto& entry : archive_.entries()) {
    const auto own = entry.name.substr(0, folder.size());
    if (own == folder || lower(own) != folder) continue;
    deviations_->add("folder_name", own, std::string(folder), "read_so");
    break;
  }
  return {};
}

base::Result<std::string> QdaArchive::read_project() {
  return archive_.read(project_);
}

const codec::ZipEntry* QdaArchive::find_entry(std::string_view name) const {
  const auto lowered = lower(name);
  for (const auto& candidate : {std::string(folder) + lowered, lowered})
    if (const auto found = entries_.find(candidate); found != entries_.end()) return found->second;
  return nullptr;
}

base::Result<std::optional<std::string>> QdaArchive::read_source(const std::string& path,
                                                                 const std::string& where) {
  std::optional<std::string> none;
  if (lies_elsewhere(path)) {
    deviations_->add("media_elsewhere", where, path, "kept");
    return none;
  }
  const bool marked = path.starts_with(internal);
  const auto name = std::string_view(path).substr(marked ? internal.size() : 0);
  if (leads_outside(name)) {
    deviations_->add("path_outside", where, path, "left_out");
    return none;
  }
  if (!marked) deviations_->add("path_without_scheme", where, path, "read_so");
  const auto* entry = find_entry(name);
  if (entry == nullptr) {
    deviations_->add("media_missing", where, path, "kept");
    return none;
  }
  used_.insert(entry->name);
  if (entry->size > entry_bytes_) {
    deviations_->add("media_too_large", where, entry->name, "left_out");
    return none;
  }
  auto bytes = archive_.read(entry->name);
  if (bytes) return std::optional(*std::move(bytes));
  if (bytes.error().id == "zip.too_large") return base::pass_on(std::move(bytes.error()));
  deviations_->add("media_unreadable", where, entry->name, "left_out");
  return none;
}

void QdaArchive::finish() {
  for (const auto& entry : archive_.entries())
    if (!used_.contains(entry.name)) deviations_->add("file_unused", entry.name, "", "left_out");
}

}  // namespace exchange
