// A page as a picture on which the words of quotes are marked, where they were found.
#pragma once

#include "base/result.hpp"
#include "workflow/page_marks.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

/// Errors: not_found "source.unknown", "cite.page_unknown", "cite.quote_not_found"; invalid
/// "page.no_paper" for a source without pages on paper, "page.not_drawn"; unavailable
/// "reading.helper_missing".
base::Result<DrawnPage> draw_page(Workspace& workspace,
                                  const DrawRequest& request,
                                  const Context& context);

}  // namespace workflow
