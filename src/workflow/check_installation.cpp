// Tries each part once on something small.
#include "workflow/check_installation.hpp"

#include <filesystem>

#include "base/assets.hpp"
#include "base/files.hpp"
#include "ingest/ingest.hpp"
#include "ingest/ocr.hpp"
#include "ingest/print_document.hpp"
#include "store/store.hpp"
#include "workflow/load_model.hpp"
#include "workflow/load_stemmer.hpp"

namespace workflow {

namespace {

namespace fs = std::filesystem;

InstallationFinding check_reader(const Context& context) {
  InstallationFinding finding{"doctor.reader", false, context.reading.extractor_path};
  if (context.reading.extractor_path.empty()) return finding;
  const auto read = ingest::read_document("Pasal 1\n", "doctor.txt", context.reading);
  finding.good = read && read->text.find("Pasal 1") != std::string::npos;
  if (!read) finding.detail += " (" + read.error().id + ")";
  return finding;
}

InstallationFinding check_dictionary(const Context& context) {
  auto stemmer = load_stemmer(context);
  return {"doctor.dictionary", stemmer.stem("penilaian") == "nilai", context.dictionary_path};
}

InstallationFinding check_ocr(const Context& context) {
  const auto missing = ingest::find_missing_ocr(context.reading);
  return {"doctor.ocr", missing.empty(), missing.empty() ? context.reading.ocr_path : missing};
}

InstallationFinding check_printing(const Context& context) {
  return {"doctor.print", ingest::can_print(context.reading), context.reading.print_path};
}

InstallationFinding check_models() {
  InstallationFinding finding{"doctor.models", true, ""};
  for (const auto& id : list_shipped_models()) {
    const auto loaded = load_model(id);
    finding.good = finding.good && loaded.has_value();
    finding.detail +=
        (finding.detail.empty() ? "" : ", ") + (loaded ? id + "@" + loaded->model.version : id);
  }
  return finding;
}

InstallationFinding check_temporary_folder() {
  InstallationFinding finding{"doctor.temporary_folder", false, ""};
  std::error_code error;
  const auto folder = fs::temp_directory_path(error);
  finding.detail = folder.string();
  if (error) return finding;
  const auto path = (folder / "jenjang-doctor.jenjang").string();
  fs::remove(path, error);
  {
    const auto store = store::Store::open(path, store::OpenMode::create);
    finding.good = store.has_value();
    if (!store) finding.detail += " (" + store.error().id + ")";
  }
  fs::remove(path, error);
  return finding;
}

InstallationFinding check_space() {
  std::error_code error;
  const auto space = fs::space(fs::current_path(), error);
  constexpr std::uintmax_t bytes_min = 200U << 20U;
  return {"doctor.space",
          !error && space.available >= bytes_min,
          std::to_string(space.available >> 20U) + " MiB"};
}

}  // namespace

std::string engine_version() {
  return JENJANG_VERSION;
}

std::string describe_version() {
  return "jenjang " + engine_version() + " (" + JENJANG_COMMIT + "), SQLite " +
         store::database_version();
}

std::vector<InstallationFinding> check_installation(const Context& context) {
  return {{"doctor.version", true, describe_version()},
          check_reader(context),
          check_dictionary(context),
          check_ocr(context),
          check_printing(context),
          check_models(),
          check_temporary_folder(),
          check_space()};
}

}  // namespace workflow
