// Writes a project as .qdpx: valid against the standard's schema, the same project as the same
// bytes.
#pragma once

#include <string>

#include "base/result.hpp"
#include "exchange/qda_project.hpp"

namespace exchange {

/// The archive with project.qde and a flat folder sources/. Files are named by the guid of what
/// they belong to; the paths of what has a content are set so, all others are written as they are.
/// A text becomes a file of its own; notes and the words under an area stand in the project file
/// where XML can hold them. Paths of styled originals inside the project are left out, for their
/// bytes are not carried. Errors (invalid): qda.not_writable (where, problem) for a guid, moment,
/// colour or value that the schema refuses, a place that does not fit its source, a text that is no
/// UTF-8; those of codec::write_zip.
base::Result<std::string> write_qda_project(const QdaProject& project);

}  // namespace exchange
