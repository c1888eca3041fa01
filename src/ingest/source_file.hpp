// What all kinds of sources share: the file they came in, and the fingerprints of what is filed.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "ingest/read_source.hpp"

namespace ingest {

/// The last part of a path, whichever way its slashes lean.
std::string base_name_of(std::string_view file_name);

/// The error with the parameter `file` in front.
tl::unexpected<base::Error> fail_in_file(base::Error error, std::string_view file_name);

/// Completes a source without pages from its bytes and text: digests, size, its one page, passages.
void complete_without_pages(ReadSource& read);

}  // namespace ingest
