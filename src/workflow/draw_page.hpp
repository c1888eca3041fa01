// A page as a picture on which the words of quotes are marked, where they were found.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

struct DrawRequest {
  std::string source;
  int page = 0;
  std::string quote;  ///< marked wherever it stands; empty for all citations of the page
};

struct DrawnPage {
  std::string png;
  int marked = 0;  ///< quotes
};

/// Errors: not_found "source.unknown", "cite.page_unknown", "cite.quote_not_found"; invalid
/// "page.no_paper" for a source without pages on paper, "page.not_drawn"; unavailable
/// "reading.helper_missing".
base::Result<DrawnPage> draw_page(Workspace& workspace,
                                  const DrawRequest& request,
                                  const Context& context);

/// The boxes of the words that share a letter with one of the ranges; words of one range that
/// follow each other on a line are one box, the space between them included.
std::vector<document::Box> find_marks(const std::vector<document::Word>& words,
                                      const std::vector<document::Range>& ranges);

}  // namespace workflow
