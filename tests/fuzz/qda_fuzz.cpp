// libFuzzer on REFI-QDA projects: the input is the project file, or a whole archive. What is read
// can be written, and comes back as it was.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "codec/zip.hpp"
#include "exchange/read_qda.hpp"
#include "exchange/write_qda.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(data, data + size);
  const std::vector<codec::ZipItem> files = {{"project.qde", input, false},
                                             {"sources/a.txt", "\xEF\xBB\xBFsatu\r\ndua", false}};
  const auto archive = codec::is_zip(input) ? input : codec::write_zip(files).value_or("");
  const auto reading = exchange::read_qda_project(archive);
  if (!reading) return 0;
  const auto written = exchange::write_qda_project(reading->project);
  if (!written) __builtin_trap();
  const auto again = exchange::read_qda_project(*written);
  if (!again) __builtin_trap();
  if (exchange::write_qda_project(again->project) != written) __builtin_trap();
  return 0;
}
