// Composes the report of an assessment and renders it in one format.
#pragma once

#include <string>

#include "base/result.hpp"
#include "text/message.hpp"
#include "workflow/evaluate_assessment.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

struct ReportRequest {
  std::string form = "results";
  std::string format = "html";
  std::string language = "id";
  evaluation::Method method;
  std::string until;   ///< of a list of requests: the day by which; empty for none
  std::string notice;  ///< a line for the head of the report; empty for none
};

/// The report as bytes. Errors: not_found "report.form_unknown", "report.format_unknown", with
/// those known; invalid "report.until_not_a_day", "report.until_unused".
base::Result<std::string> write_report(Workspace& workspace,
                                       const ReportRequest& request,
                                       const Context& context);

}  // namespace workflow
