// For tests of this room: reports with one block of each kind, plain and hostile.
#pragma once

#include "report/report.hpp"

namespace render {

/// One block of each kind in three sections.
report::Report make_sample_report();

/// The same shape, with markup, quotes, bars and newlines in every text.
report::Report make_hostile_report();

}  // namespace render
