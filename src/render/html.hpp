// A report as one HTML file that asks nothing of anyone: style inside, pictures inside, links only
// within itself.
#pragma once

#include <string>

#include "report/report.hpp"

namespace render {

/// The whole page. Every text is escaped; reads well from 360 px to paper (A4).
std::string render_html(const report::Report& report);

}  // namespace render
