// The whole main job, one call after the other, on the files of examples/kominfo.
#include "workflow/build_example.hpp"

#include <filesystem>

#include "base/assets.hpp"
#include "base/files.hpp"
#include "codec/yaml.hpp"
#include "workflow/add_sources.hpp"
#include "workflow/exchange_evidence.hpp"
#include "workflow/exchange_ratings.hpp"
#include "workflow/write_report.hpp"

namespace workflow {

namespace {

namespace fs = std::filesystem;
using base::ErrorKind;
using base::fail;

constexpr std::string_view example_folder = "examples/kominfo/";
constexpr std::int64_t file_bytes_max = 16LL << 20;

base::Result<void> unpack(const fs::path& folder) {
  for (const auto& asset : base::find_assets(example_folder)) {
    const fs::path path = folder / asset.path.substr(example_folder.size());
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error)
      return fail(ErrorKind::forbidden,
                  "file.not_writable",
                  {{"file", path.parent_path().string()}, {"problem", error.message()}});
    if (fs::exists(path, error)) continue;
    TRY(base::write_file(path.string(), asset.bytes));
  }
  return {};
}

std::string word_of(const codec::Value& study, std::string_view key) {
  const auto* value = study.find(key);
  return value == nullptr ? "" : value->scalar;
}

base::Result<void> add_all(Workspace& workspace,
                           const fs::path& folder,
                           const codec::Value& study,
                           const Context& context) {
  AddRequest request;
  for (const char* key : {"documents", "observations", "references"})
    request.paths.push_back((folder / word_of(study, key)).string());
  const auto added = TRY(add_sources(workspace, request, context, [](const AddProgress&) {}));
  for (const auto& file : added)
    if (file.error) return base::pass_on(*file.error);
  return {};
}

base::Result<void> import_all(Workspace& workspace,
                              const fs::path& folder,
                              const codec::Value& study,
                              const Context& context) {
  const auto evidence_csv =
      TRY(base::read_file((folder / word_of(study, "evidence")).string(), file_bytes_max));
  const auto evidence = TRY(import_evidence(workspace, evidence_csv, "jenjang demo", context));
  if (!evidence.problems.empty()) return base::pass_on(evidence.problems.front().error);
  const auto ratings_csv =
      TRY(base::read_file((folder / word_of(study, "ratings")).string(), file_bytes_max));
  const auto ratings = TRY(import_ratings(workspace, ratings_csv, context));
  if (!ratings.problems.empty()) return base::pass_on(ratings.problems.front().error);
  return {};
}

base::Result<std::vector<std::string>> write_reports(Workspace& workspace,
                                                     const fs::path& folder,
                                                     const codec::Value& study,
                                                     const Context& context) {
  std::vector<std::string> paths;
  for (const char* language : {"id", "en"}) {
    for (const auto& [format, ending] : {std::pair{"html", "html"}, std::pair{"md", "md"}}) {
      ReportRequest request;
      request.format = format;
      request.language = language;
      if (const auto* notice = study.find("notice")) request.notice = word_of(*notice, language);
      const std::string name = std::string(language) == "id" ? "laporan-hasil." : "results-report.";
      const auto path = (folder / (name + ending)).string();
      const auto bytes = TRY(write_report(workspace, request, context));
      TRY(base::write_file(path, bytes));
      paths.push_back(path);
    }
  }
  return paths;
}

}  // namespace

base::Result<BuiltExample> build_example(const std::string& folder_name,
                                         const Context& context,
                                         const std::function<void(std::string_view)>& progress) {
  const fs::path folder(folder_name);
  progress("demo.unpacking");
  TRY(unpack(folder));
  const auto study_text = TRY(base::read_file((folder / "study.yaml").string(), file_bytes_max));
  const auto study = TRY(codec::parse_yaml(study_text));
  BuiltExample built;
  built.workspace_path = (folder / "kominfo.jenjang").string();
  std::error_code error;
  if (!fs::exists(built.workspace_path, error)) {
    const NewAssessment wanted{word_of(study, "model"),
                               word_of(study, "organization"),
                               word_of(study, "period"),
                               word_of(study, "target")};
    TRY(create_assessment(built.workspace_path, wanted, context));
  }
  auto workspace = TRY(open_workspace(built.workspace_path, Access::write));
  progress("demo.reading");
  TRY(add_all(workspace, folder, study, context));
  progress("demo.importing");
  TRY(import_all(workspace, folder, study, context));
  progress("demo.reporting");
  built.report_paths = TRY(write_reports(workspace, folder, study, context));
  const auto dossier = TRY(workspace.store.load_dossier(workspace.assessment.id));
  built.sources = static_cast<int>(dossier.sources.size());
  built.citations = static_cast<int>(dossier.evidence.size());
  built.ratings = static_cast<int>(dossier.ratings.size());
  return built;
}

}  // namespace workflow
