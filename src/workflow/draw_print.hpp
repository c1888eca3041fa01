// A printed page of an office file as a picture on which the words of quotes are marked.
#pragma once

#include "base/result.hpp"
#include "workflow/page_marks.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

/// As draw_page, for an office file: pages are those that were printed, and the words are looked
/// for there as in a later revision, since the canonical text is that of the file itself. Page 0
/// means the first page with a mark. Citations whose words the print does not have are not marked.
/// Errors besides those of draw_page: unavailable "page.not_printed" while its pages wait or
/// failed.
base::Result<DrawnPage> draw_printed_page(Workspace& workspace,
                                          const assessment::Source& source,
                                          const DrawRequest& request,
                                          const Context& context);

}  // namespace workflow
