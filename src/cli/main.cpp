// The program jenjang: hands the words of the command line to the table of verbs.
#include <csignal>
#include <span>

#include "cli/command_line.hpp"

int main(int argc, char** argv) {
  // A file-size limit shows as a failed write, not as a killed process.
  std::signal(SIGXFSZ, SIG_IGN);
  return cli::run_command_line({argv, static_cast<std::size_t>(argc)});
}
