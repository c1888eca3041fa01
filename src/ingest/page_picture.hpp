// A page of a document as a picture with marks, drawn by the helper under its limits.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "ingest/read_source.hpp"

namespace ingest {

/// The page, counted from 1, as a PNG with these boxes (in points) marked. Errors: unavailable
/// "reading.helper_missing" (program, reason, file); invalid "page.not_drawn" (file, page),
/// whatever the helper died of.
base::Result<std::string> draw_page(std::string_view bytes,
                                    std::string_view file_name,
                                    int page,
                                    const std::vector<document::Box>& marks,
                                    const ReadingLimits& limits);

}  // namespace ingest
