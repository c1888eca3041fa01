// Opens workspaces and begins assessments.
#include "workflow/workspace.hpp"

#include <algorithm>
#include <filesystem>

#include "base/digest.hpp"
#include "text/similar_words.hpp"
#include "workflow/load_model.hpp"

namespace workflow {

namespace {

using base::ErrorKind;
using base::fail;

std::string list_names(const std::vector<assessment::Assessment>& assessments) {
  std::string names;
  for (const auto& one : assessments) names += (names.empty() ? "" : ", ") + name_assessment(one);
  return names;
}

bool is_meant(const assessment::Assessment& one, const std::string& name) {
  const std::string full = name_assessment(one);
  return full == name || full.substr(0, full.rfind('/')) == name;
}

base::Result<assessment::Assessment> pick(const std::vector<assessment::Assessment>& assessments,
                                          const std::string& name) {
  if (name.empty()) {
    if (assessments.size() == 1) return assessments.front();
    if (assessments.empty()) return fail(ErrorKind::not_found, "workspace.no_assessment");
    return fail(
        ErrorKind::invalid, "workspace.assessment_needed", {{"known", list_names(assessments)}});
  }
  std::vector<assessment::Assessment> meant;
  for (const auto& one : assessments)
    if (is_meant(one, name)) meant.push_back(one);
  if (meant.size() == 1) return meant.front();
  if (meant.size() > 1)
    return fail(ErrorKind::invalid, "workspace.assessment_needed", {{"known", list_names(meant)}});
  return fail(ErrorKind::not_found,
              "workspace.assessment_unknown",
              {{"name", name}, {"known", list_names(assessments)}});
}

base::Result<std::vector<assessment::Target>> read_targets(const model::Model& model,
                                                           const std::string& target) {
  if (target.empty()) return std::vector<assessment::Target>{};
  const auto level = base::parse_rational(target);
  if (!level || *level < model.scale.min || *level > model.scale.max)
    return fail(ErrorKind::invalid,
                "workspace.target_off_scale",
                {{"target", target},
                 {"min", base::format_decimal_trimmed(model.scale.min, 4)},
                 {"max", base::format_decimal_trimmed(model.scale.max, 4)}});
  return std::vector<assessment::Target>{{"", *level}};
}

const std::string& code_of(const model::Model& model, std::size_t indicator) {
  return model.nodes[static_cast<std::size_t>(model.leaves[indicator])].code;
}

/// Up to five codes that differ from the one typed by one letter or digit; empty without any.
std::string find_similar_codes(const model::Model& model, const std::string& code) {
  std::vector<text::KnownWord> codes;
  codes.reserve(model.leaves.size());
  for (std::size_t i = 0; i < model.leaves.size(); ++i) codes.push_back({code_of(model, i), 1});
  std::string typed = code;
  std::ranges::transform(typed, typed.begin(), [](char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  });
  std::string similar;
  for (const auto& one : text::choose_within(typed, codes, 1))
    similar += (similar.empty() ? "" : ", ") + one;
  return similar;
}

}  // namespace

std::string name_assessment(const assessment::Assessment& assessment) {
  return assessment.organization + "/" + assessment.period + "/" + assessment.model_id;
}

base::Result<Workspace> open_workspace(const std::string& path,
                                       Access access,
                                       const std::string& assessment_name) {
  auto store = TRY(store::Store::open(
      path, access == Access::write ? store::OpenMode::read_write : store::OpenMode::read_only));
  const auto assessments = TRY(store.load_assessments());
  auto assessment = TRY(pick(assessments, assessment_name));
  const auto stored = TRY(store.load_model(assessment.model_digest));
  auto loaded =
      TRY(load_model_from(stored.files, assessment.model_id + "@" + assessment.model_version));
  return Workspace{std::move(store), std::move(assessment), std::move(loaded.model)};
}

base::Result<assessment::Assessment> create_assessment(const std::string& path,
                                                       const NewAssessment& wanted,
                                                       const Context& context) {
  if (wanted.organization.empty())
    return fail(ErrorKind::invalid, "workspace.organization_missing");
  auto loaded = TRY(load_model(wanted.model));
  assessment::Assessment created;
  created.organization = wanted.organization;
  created.period = wanted.period.empty() ? context.clock().substr(0, 4) : wanted.period;
  created.model_id = loaded.model.id;
  created.model_version = loaded.model.version;
  created.model_digest = loaded.model.digest;
  created.targets = TRY(read_targets(loaded.model, wanted.target));
  created.id = base::sha256(name_assessment(created) + "@" + created.model_version).substr(0, 26);
  const bool exists = std::filesystem::exists(path);
  auto store =
      TRY(store::Store::open(path, exists ? store::OpenMode::read_write : store::OpenMode::create));
  const auto earlier_ones = TRY(store.load_assessments());
  for (const auto& earlier : earlier_ones)
    if (earlier.id == created.id)
      return fail(ErrorKind::conflict,
                  "workspace.assessment_exists",
                  {{"name", name_assessment(created)}, {"file", path}});
  store::StoredModel model{
      created.model_id, created.model_version, created.model_digest, loaded.files};
  TRY(store.save_assessment(created, model, context.clock()));
  return created;
}

base::Result<std::string> require_indicator(const model::Model& model, const std::string& code) {
  const auto indicator = model::find_indicator(model, code);
  if (indicator) return code_of(model, static_cast<std::size_t>(*indicator));
  const auto similar = find_similar_codes(model, code);
  if (!similar.empty())
    return fail(ErrorKind::not_found,
                "indicator.unknown_similar",
                {{"code", code}, {"model", model.id}, {"similar", similar}});
  return fail(ErrorKind::not_found,
              "indicator.unknown",
              {{"code", code},
               {"model", model.id},
               {"first", code_of(model, 0)},
               {"last", code_of(model, model.leaves.size() - 1)}});
}

}  // namespace workflow
