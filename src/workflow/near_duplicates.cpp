// Finds candidates by their sketches and measures those exactly.
#include "workflow/near_duplicates.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace workflow {

namespace {

constexpr double share_min = 0.8;
constexpr double estimate_min = 0.65;  // four standard errors of the sketch below share_min
constexpr std::size_t candidates_max = 3;

/// Revisions of one document differ by what stands behind the @.
std::string_view stem_of(std::string_view code) {
  return code.substr(0, code.find('@'));
}

base::Result<std::string> load_whole_text(Workspace& workspace, const std::string& code) {
  const auto source = TRY(workspace.store.find_source(workspace.assessment.id, code));
  std::string whole;
  if (!source) return whole;
  for (const auto& page : TRY(workspace.store.load_pages(source->id))) {
    whole += page.text;
    whole += '\n';
  }
  return whole;
}

}  // namespace

NearDuplicates::NearDuplicates(const std::vector<std::pair<std::string, std::string>>& sketches) {
  known_.reserve(sketches.size());
  for (const auto& [code, bytes] : sketches) known_.emplace_back(code, text::unpack_sketch(bytes));
}

base::Result<std::optional<document::Problem>> NearDuplicates::compare(
    Workspace& workspace, const assessment::Source& source, std::string_view text) {
  const auto sketch = text::make_sketch(text);
  std::vector<std::pair<double, std::string>> candidates;
  for (const auto& [code, known] : known_) {
    const bool is_revision = !source.revises.empty() && stem_of(code) == stem_of(source.code);
    const auto estimate = is_revision ? 0 : text::estimate_resemblance(sketch, known);
    if (estimate >= estimate_min) candidates.emplace_back(-estimate, code);
  }
  known_.emplace_back(source.code, sketch);
  std::ranges::sort(candidates);
  candidates.resize(std::min(candidates.size(), candidates_max));
  double highest = 0;
  std::string most_alike;
  for (const auto& [estimate, code] : candidates) {
    const auto other = TRY(load_whole_text(workspace, code));
    const auto share = text::measure_resemblance(text, other);
    if (share > highest) {
      highest = share;
      most_alike = code;
    }
  }
  if (highest < share_min) return std::optional<document::Problem>();
  const auto percent = static_cast<int>(highest * 100);  // never more alike than it is
  return std::optional<document::Problem>(
      {"document.near_duplicate", {}, fmt::format("{} ({} %)", most_alike, percent)});
}

}  // namespace workflow
