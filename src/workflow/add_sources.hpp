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
/// walked in order of name; a link in it to what lies outside is refused, for whoever packed the
/// folder may have made it.
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

/// How far adding has come: a file, and where it is read by OCR, its pages.
struct AddProgress {
  std::string path;
  std::size_t number = 0;  ///< of the file, counted from 1
  std::size_t count = 0;   ///< files
  int pages_read = 0;
  int pages = 0;  ///< that OCR reads; 0 while there are none
};

/// Reads and files everything named. Good ones stay, bad ones are
/// named; after a failure that every further file would meet (disk, helper, workspace) it stops,
/// and that file is the last. `progress` hears each file before it is
/// read, and each page that OCR has read. Pages of scans and photos are read by OCR; what stands in
/// the way of it is a problem of the source, no error. Error of the whole: not_found
/// "file.not_found" for a path that is not there (nothing is filed then), invalid
/// "add.as_needs_one_file".
base::Result<std::vector<AddedFile>> add_sources(
    Workspace& workspace,
    const AddRequest& request,
    const Context& context,
    const std::function<void(const AddProgress&)>& progress);

}  // namespace workflow
