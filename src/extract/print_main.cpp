// The program jenjang-print: becomes LibreOffice, confined, and has it print one office file of a
// folder to PDF.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <unistd.h>

#include "extract/confine.hpp"
#include "extract/input.hpp"

namespace {

constexpr std::array office_programs = {"/usr/lib/libreoffice/program/soffice.bin",
                                        "/opt/libreoffice/program/soffice.bin"};

const char* find_office() {
  for (const auto* program : office_programs)
    if (::access(program, X_OK) == 0) return program;
  return nullptr;
}

bool set_environment(const std::string& folder) {
  for (const auto* name : {"HOME", "TMPDIR"})
    if (::setenv(name, folder.c_str(), 1) != 0) return false;
  return ::chdir(folder.c_str()) == 0;
}

// Comes back only where the kernel refuses.
int become_office(const char* program, const std::string& folder, const std::string& name) {
  const auto profile = "-env:UserInstallation=file://" + folder + "/profile";
  const auto document = folder + "/" + name;
  ::execl(program,
          program,
          profile.c_str(),
          "--headless",
          "--norestore",
          "--convert-to",
          "pdf",
          "--outdir",
          folder.c_str(),
          document.c_str(),
          nullptr);
  return extract::exit_not_read;
}

}  // namespace

int main(int count, char** arguments) {
  if (count == 2 && std::string_view(arguments[1]) == "check")
    return find_office() == nullptr ? extract::exit_office_missing : extract::exit_done;
  if (count != 3) {
    std::fputs("usage: jenjang-print FOLDER NAME | check\n", stderr);
    return extract::exit_usage;
  }
  const auto* program = find_office();
  if (program == nullptr) return extract::exit_office_missing;
  const std::string folder = arguments[1];
  if (!set_environment(folder) || !extract::confine_office(folder)) {
    std::fputs("jenjang-print: the kernel refuses to confine this process\n", stderr);
    return extract::exit_not_confined;
  }
  return become_office(program, folder, arguments[2]);
}
