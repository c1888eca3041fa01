// Gives jenjang-print a folder with the file and takes a PDF from it, whatever else is left there.
#include "ingest/print_document.hpp"

#include <array>
#include <filesystem>
#include <utility>

#include "base/child_program.hpp"
#include "base/files.hpp"
#include "base/temporary_folder.hpp"
#include "document/format.hpp"

namespace ingest {

namespace {

namespace fs = std::filesystem;
using base::ErrorKind;
using base::fail;

constexpr std::int64_t pdf_bytes_max = 256LL << 20;
constexpr int exit_office_missing = 5;
constexpr int exit_start_again = 81;  // LibreOffice has made its profile and wants a second start

// Nothing that a document brings may run, or fetch anything by its links.
constexpr std::string_view settings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
)";

base::Result<void> lay_out(const std::string& folder,
                           const std::string& name,
                           std::string_view bytes) {
  std::error_code error;
  fs::create_directories(folder + "/profile/user", error);
  if (error) return fail(ErrorKind::unavailable, "print.no_folder");
  TRY(base::write_file(folder + "/profile/user/registrymodifications.xcu", settings));
  return base::write_file(folder + "/" + name, bytes);
}

base::ChildLimits limit_printing(const ReadingLimits& limits) {
  base::ChildLimits child;
  child.wall_milliseconds = limits.print_wall_seconds * 1000;
  child.cpu_seconds = limits.print_wall_seconds;
  child.memory_bytes = 2LL << 30;
  child.output_bytes = 1LL << 20;
  child.file_bytes = pdf_bytes_max;
  child.open_files = 256;
  return child;
}

base::Result<base::ChildOutcome> run(const ReadingLimits& limits,
                                     const std::vector<std::string>& arguments) {
  auto outcome = base::run_child_program(limits.print_path, arguments, {}, limit_printing(limits));
  if (outcome) return outcome;
  auto error = outcome.error();
  error.id = "reading.helper_missing";
  return base::pass_on(error);
}

}  // namespace

bool can_print(const ReadingLimits& limits) {
  if (limits.print_path.empty()) return false;
  const auto outcome = run(limits, {"check"});
  return outcome && outcome->signal == 0 && outcome->exit_code == 0;
}

base::Result<std::string> print_document(std::string_view bytes,
                                         document::Format format,
                                         const ReadingLimits& limits) {
  const base::TemporaryFolder folder("jenjang-print");
  if (folder.path().empty()) return fail(ErrorKind::unavailable, "print.no_folder");
  const auto name = "document." + std::string(document::name_of(format));
  TRY(lay_out(folder.path(), name, bytes));
  auto outcome = TRY(run(limits, {folder.path(), name}));
  if (outcome.signal == 0 && outcome.exit_code == exit_start_again)
    outcome = TRY(run(limits, {folder.path(), name}));
  if (outcome.timed_out) return fail(ErrorKind::invalid, "print.timed_out");
  if (outcome.signal == 0 && outcome.exit_code == exit_office_missing)
    return fail(ErrorKind::unavailable, "print.no_office");
  auto pdf = base::read_file(folder.path() + "/document.pdf", pdf_bytes_max);
  if (outcome.signal != 0 || outcome.exit_code != 0 || !pdf || !pdf->starts_with("%PDF-"))
    return fail(ErrorKind::invalid, "print.failed");
  return pdf;
}

}  // namespace ingest
