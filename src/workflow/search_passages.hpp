// Finds passages by words, or by an indicator's own search terms.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "text/snippet.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

struct SearchRequest {
  std::string query;
  std::string indicator;  ///< its terms are searched for as well; with an empty query they alone
  int limit = 10;
  int snippet_width = 160;
};

struct FoundPassage {
  store::Hit hit;
  text::Snippet snippet;
};

/// Best first. Errors: not_found "indicator.unknown", invalid "search.empty".
base::Result<std::vector<FoundPassage>> search_passages(Workspace& workspace,
                                                        const SearchRequest& request);

}  // namespace workflow
