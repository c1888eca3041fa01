// The sources of a project as sources of a workspace, read and not yet filed.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "exchange/canonical_text.hpp"
#include "exchange/qda_project.hpp"
#include "ingest/read_source.hpp"
#include "workflow/context.hpp"
#include "workflow/qda_report.hpp"

namespace workflow {

/// A source of a project that can be filed, and the text in which its selections count.
struct PreparedSource {
  const exchange::QdaSource* source = nullptr;  ///< a text, or a PDF
  const exchange::QdaSource* words = nullptr;   ///< whose positions count; none for a bare PDF
  exchange::CanonicalText canonical;            ///< of `words`
  ingest::ReadSource read;
  std::string bytes;  ///< what is filed
};

/// Reads every source that has words. Those without stand among the findings. Error: unavailable
/// where the helper is.
base::Result<std::vector<PreparedSource>> prepare_qda_sources(const exchange::QdaProject& project,
                                                              const Context& context,
                                                              std::vector<QdaFinding>& findings);

}  // namespace workflow
