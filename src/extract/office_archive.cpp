// Finds parts by the relationships of Open Packaging, which OOXML uses and OpenDocument does not.
#include "extract/office_archive.hpp"

#include <algorithm>
#include <utility>

#include "extract/block_text.hpp"

namespace extract {

namespace {

constexpr std::size_t relationships_max = 20'000;

std::string_view last_word(std::string_view address) {
  return address.substr(address.rfind('/') + 1);
}

// "xl/_rels/workbook.xml.rels" for "xl/workbook.xml".
std::string name_relationships(std::string_view part) {
  const auto slash = part.rfind('/');
  const auto folder_size = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(part.substr(0, folder_size)) + "_rels/" +
         std::string(part.substr(folder_size)) + ".rels";
}

}  // namespace

base::Result<OfficeArchive> OfficeArchive::open(std::string_view bytes) {
  return OfficeArchive(TRY(codec::open_zip(bytes)));
}

bool OfficeArchive::has(std::string_view part) const {
  return archive_.find(part) != nullptr;
}

base::Result<std::string> OfficeArchive::read_bytes(std::string_view part) {
  return archive_.read(part);
}

base::Result<codec::XmlDocument> OfficeArchive::read(std::string_view part) {
  return codec::parse_xml(TRY(archive_.read(part)));
}

base::Result<std::vector<Relationship>> OfficeArchive::read_relationships(std::string_view part) {
  std::vector<Relationship> relationships;
  const auto list = name_relationships(part);
  if (!has(list)) return relationships;
  const auto document = TRY(read(list));
  for (const auto node : document.root().children()) {
    if (node.name() != "Relationship" || relationships.size() >= relationships_max) continue;
    const bool is_outside = node.attribute("TargetMode") == "External";
    relationships.push_back({std::string(node.attribute("Id")),
                             std::string(last_word(node.attribute("Type"))),
                             is_outside ? "" : resolve_part(part, node.attribute("Target"))});
  }
  return relationships;
}

base::Result<std::string> OfficeArchive::read_core_title() {
  const auto part = find_by_type(TRY(read_relationships("")), "core-properties");
  if (!has(part)) return std::string();
  const auto document = TRY(read(part));
  return flatten(document.root().child("title").all_text());
}

std::string find_by_id(const std::vector<Relationship>& relationships, std::string_view id) {
  const auto found = std::ranges::find(relationships, id, &Relationship::id);
  return found == relationships.end() ? "" : found->target;
}

std::string find_by_type(const std::vector<Relationship>& relationships, std::string_view type) {
  const auto found = std::ranges::find(relationships, type, &Relationship::type);
  return found == relationships.end() ? "" : found->target;
}

std::string resolve_part(std::string_view from, std::string_view reference) {
  std::vector<std::string_view> folders;
  const auto walk = [&](std::string_view path) {
    while (!path.empty()) {
      const auto end = std::min(path.find('/'), path.size());
      const auto step = path.substr(0, end);
      if (step == "..") {
        if (!folders.empty()) folders.pop_back();
      } else if (!step.empty() && step != ".") {
        folders.push_back(step);
      }
      path.remove_prefix(std::min(end + 1, path.size()));
    }
  };
  if (!reference.starts_with('/') && from.rfind('/') != std::string_view::npos)
    walk(from.substr(0, from.rfind('/')));
  walk(reference);
  std::string name;
  for (const auto& folder : folders) name += (name.empty() ? "" : "/") + std::string(folder);
  return name;
}

}  // namespace extract
