// Builds the example study that travels with the program, from its documents to its reports.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

/// Where everything of the example now lies.
struct BuiltExample {
  std::string workspace_path;
  std::vector<std::string> report_paths;
  int sources = 0;
  int citations = 0;
  int ratings = 0;
};

/// Writes the example's files into `folder`, files them into a workspace there, imports evidence
/// and ratings, and writes the reports. Safe to repeat: what is there stays, and what a person
/// added to the workspace is kept. `progress` hears message ids.
base::Result<BuiltExample> build_example(const std::string& folder,
                                         const Context& context,
                                         const std::function<void(std::string_view)>& progress);

}  // namespace workflow
