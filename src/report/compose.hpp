// Composes the reports. The report of results: one evaluation told from the head's first page down
// to the sources, in one language.
#pragma once

#include "report/facts.hpp"
#include "report/report.hpp"
#include "report/wording.hpp"

namespace report {

/// The results report: summary, profile, dimensions, gaps, recommendations, indicators, method,
/// sources, annexes. Works for a dossier without ratings as for a complete one; what cannot be said
/// is said to be missing.
Report compose_results(const Context& context, const ReportFacts& facts);

/// The list of evidence that the claims still lack, a section for each unit that the model names
/// for the step, in the order of the model: indicator and level, criterion, evidence wanted, how
/// many citations are missing, and room to note what was handed in.
Report compose_requests(const Context& context, const ReportFacts& facts);

}  // namespace report
