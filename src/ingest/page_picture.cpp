// Hands the boxes to jenjang-extract as words and believes it nothing but a PNG's first bytes.
#include "ingest/page_picture.hpp"

#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "base/child_program.hpp"
#include "ingest/source_file.hpp"

namespace ingest {

namespace {

using base::ErrorKind;

std::string format_boxes(const std::vector<document::Box>& boxes) {
  std::string words;
  for (const auto& box : boxes)
    fmt::format_to(std::back_inserter(words),
                   "{}{:.2f},{:.2f},{:.2f},{:.2f}",
                   words.empty() ? "" : ";",
                   box.left,
                   box.top,
                   box.right,
                   box.bottom);
  return words;
}

}  // namespace

base::Result<std::string> draw_page(std::string_view bytes,
                                    std::string_view file_name,
                                    int page,
                                    const std::vector<document::Box>& marks,
                                    const ReadingLimits& limits) {
  base::ChildLimits child;
  child.wall_milliseconds = limits.wall_seconds * 1000;
  child.cpu_seconds = limits.cpu_seconds;
  child.memory_bytes = limits.memory_bytes;
  child.output_bytes = limits.output_bytes / 4;
  auto outcome = base::run_child_program(
      limits.extractor_path, {"draw", std::to_string(page), format_boxes(marks)}, bytes, child);
  if (!outcome) {
    auto error = outcome.error();
    error.id = "reading.helper_missing";
    return fail_in_file(std::move(error), file_name);
  }
  const bool ended = outcome->signal == 0 && !outcome->timed_out && !outcome->too_much_output;
  if (!ended || outcome->exit_code != 0 || !outcome->output.starts_with("\x89PNG\r\n\x1A\n"))
    return fail_in_file({ErrorKind::invalid, "page.not_drawn", {{"page", std::to_string(page)}}},
                        file_name);
  return std::move(outcome->output);
}

}  // namespace ingest
