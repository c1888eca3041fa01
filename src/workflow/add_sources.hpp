// Files documents, references and observations into a workspace: each source a transaction of its
// own.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

/// An entry of a bibliography that was not filed, since a reference with its DOI is there.
struct SameWork {
  std::string entry;  ///< its code in the file
  std::string there;  ///< the code of the one that is filed
  std::string doi;
};

/// What became of one file: the sources filed from it, or why it could not be read. A folder is
/// walked in order of name.
struct AddedFile {
  std::string path;
  std::vector<assessment::Source> sources;
  std::vector<std::string> already_there;  ///< codes of sources with the same bytes
  std::vector<SameWork> same_works;
  std::optional<base::Error> error;
};

struct AddRequest {
  std::vector<std::string> paths;
  std::string as_code;  ///< for a single document: its code instead of the file's stem
};

/// Reads and files everything named. Good ones stay, bad ones are
/// named; after a failure that every further file would meet (disk, helper, workspace) it stops,
/// and that file is the last. `progress` hears each file before it is read. Error of the whole:
/// not_found "file.not_found" for a path that is not there (nothing is filed then), invalid
/// "add.as_needs_one_file".
base::Result<std::vector<AddedFile>> add_sources(
    Workspace& workspace,
    const AddRequest& request,
    const Context& context,
    const std::function<void(const std::string&, std::size_t, std::size_t)>& progress);

}  // namespace workflow
