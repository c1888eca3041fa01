// A report as Markdown of the GitHub kind: headings, tables, quotes, and anchors within the file.
#pragma once

#include <string>
#include <string_view>

#include "report/report.hpp"

namespace render {

std::string render_markdown(const report::Report& report);

/// Text that Markdown shows as it is, on one line: nothing in it acts as markup or as HTML.
std::string escape_markdown(std::string_view text);

}  // namespace render
