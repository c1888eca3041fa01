// Looks codes, digests and DOIs up.
#include "workflow/source_register.hpp"

namespace workflow {

SourceRegister::SourceRegister(const std::vector<assessment::Source>& sources) {
  for (const auto& source : sources) take(source);
}

void SourceRegister::take(const assessment::Source& source) {
  codes_.insert(source.code);
  filed_.emplace_back(source.digest, source.kind, source.code);
  if (source.reference && !source.reference->doi.empty())
    code_of_doi_.emplace(source.reference->doi, source.code);
}

std::optional<std::string> SourceRegister::find_same(const assessment::Source& source) const {
  for (const auto& [digest, kind, code] : filed_) {
    if (digest != source.digest || kind != source.kind) continue;
    if (kind == assessment::SourceKind::document || code == source.code) return code;
  }
  return std::nullopt;
}

std::optional<std::string> SourceRegister::find_document(const std::string& digest) const {
  assessment::Source document;
  document.digest = digest;
  return find_same(document);
}

std::optional<std::string> SourceRegister::find_work(const assessment::Source& source) const {
  if (!source.reference) return std::nullopt;
  const auto found = code_of_doi_.find(source.reference->doi);
  if (found == code_of_doi_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::pair<std::string, std::string>> SourceRegister::find_revision(
    const std::string& code) const {
  if (!codes_.contains(code)) return std::nullopt;
  std::string newest = code;
  for (int number = 2;; ++number) {
    std::string next = code + "@" + std::to_string(number);
    if (!codes_.contains(next)) return std::pair{std::move(next), std::move(newest)};
    newest = std::move(next);
  }
}

std::string SourceRegister::make_unique(const std::string& code) const {
  if (!codes_.contains(code)) return code;
  for (int number = 2;; ++number) {
    std::string numbered = code + "-" + std::to_string(number);
    if (!codes_.contains(numbered)) return numbered;
  }
}

}  // namespace workflow
