// Points out documents of nearly the same wording as one that is filed: a draft, a copy, a scan.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "text/resemblance.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

/// The sketches of all documents of the office; a document that is compared joins them.
class NearDuplicates {
 public:
  /// Codes and packed sketches as the store has them.
  explicit NearDuplicates(const std::vector<std::pair<std::string, std::string>>& sketches);

  /// The problem "document.near_duplicate" that names the document most alike and the share of word
  /// triples that both have, where that is at least four fifths; nothing otherwise, and nothing for
  /// the one that this document revises.
  base::Result<std::optional<document::Problem>> compare(Workspace& workspace,
                                                         const assessment::Source& source,
                                                         std::string_view text);

 private:
  std::vector<std::pair<std::string, text::Sketch>> known_;
};

}  // namespace workflow
