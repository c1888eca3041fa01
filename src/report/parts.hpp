// The chapters of a results report, each composed by a file of its own.
#pragma once

#include <string_view>
#include <vector>

#include "report/facts.hpp"
#include "report/report.hpp"
#include "report/wording.hpp"

namespace report {

/// A report without sections: its head, and what every report says of itself.
Report begin_report(const Context& context, const ReportFacts& facts, std::string_view title_key);

/// The first page: index, predicate, completeness, strongest and weakest, claims that fall, first
/// steps.
std::vector<Section> compose_summary(const Context& context);

/// The profile as a chart and as tables.
std::vector<Section> compose_profile(const Context& context);

/// Each element of the first height with its strengths and weaknesses.
std::vector<Section> compose_dimensions(const Context& context);

/// Indicators below their target, and claims that do not stand.
std::vector<Section> compose_gaps(const Context& context);

/// The steps in the order to take them.
std::vector<Section> compose_recommendations(const Context& context);

/// Each indicator with everything that bears on it.
std::vector<Section> compose_indicators(const Context& context);

/// The model, its rules and the choices of this evaluation, and what is not validated.
std::vector<Section> compose_method(const Context& context, const ReportFacts& facts);

/// What was filed, with digests and states, and the literature of the model.
std::vector<Section> compose_sources(const Context& context);

/// The sums behind every figure, and the terms of the model.
std::vector<Section> compose_annexes(const Context& context);

}  // namespace report
