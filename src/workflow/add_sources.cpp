// Walks the paths, hands each file to its reader, and files what was read under a code of its own.
#include "workflow/add_sources.hpp"

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "base/digest.hpp"
#include "base/files.hpp"
#include "ingest/file_kind.hpp"
#include "ingest/ocr.hpp"
#include "workflow/load_stemmer.hpp"
#include "workflow/near_duplicates.hpp"
#include "workflow/source_register.hpp"

namespace workflow {

namespace {

namespace fs = std::filesystem;
using base::ErrorKind;
using base::fail;

constexpr std::int64_t file_bytes_max = 256LL << 20;
constexpr std::int64_t photo_bytes_max = 64LL << 20;
constexpr std::size_t files_max = 10'000;

struct FoundFile {
  std::string path;
  bool leads_outside = false;  ///< a link in a folder to what lies elsewhere
};

bool leads_outside(const fs::path& folder, const fs::directory_entry& entry) {
  std::error_code error;
  if (!entry.is_symlink(error)) return false;
  const auto home = fs::canonical(folder, error);
  const auto target = error ? fs::path() : fs::canonical(entry.path(), error);
  return error || std::ranges::mismatch(home, target).in1 != home.end();
}

base::Result<std::vector<FoundFile>> list_files(const std::vector<std::string>& paths) {
  std::vector<FoundFile> files;
  for (const auto& path : paths) {
    std::error_code error;
    if (!fs::exists(path, error))
      return fail(ErrorKind::not_found, "file.not_found", {{"file", path}});
    if (!fs::is_directory(path, error)) {
      files.push_back({path});
      continue;
    }
    std::vector<FoundFile> inside;
    for (fs::recursive_directory_iterator entry(path, error), end; !error && entry != end;
         entry.increment(error)) {
      const bool hidden = entry->path().filename().string().starts_with('.');
      if (hidden && entry->is_directory()) entry.disable_recursion_pending();
      if (!hidden && entry->is_regular_file())
        inside.push_back({entry->path().string(), leads_outside(path, *entry)});
      if (files.size() + inside.size() > files_max)
        return fail(ErrorKind::invalid,
                    "add.too_many_files",
                    {{"folder", path}, {"limit", std::to_string(files_max)}});
    }
    std::ranges::sort(inside, {}, &FoundFile::path);
    files.insert(files.end(), inside.begin(), inside.end());
  }
  return files;
}

/// What all files of one call share.
struct Filing {
  Workspace& workspace;
  const Context& context;
  text::Stemmer stemmer;
  SourceRegister taken;
  NearDuplicates alike;
  std::string as_code;  // what --as says; empty without it
  std::function<void(const AddProgress&)> progress;
  AddProgress place;
};

/// Scans are judged by dictionaries where the machine has that of Indonesian.
document::Extraction read_scan(Filing& filing,
                               document::Extraction extraction,
                               const std::string& bytes) {
  const auto english = load_lexicon(filing.context.english_dictionary_path);
  const ingest::Dictionaries dictionaries{filing.stemmer, english};
  const bool has_dictionary = load_lexicon(filing.context.dictionary_path).size() > 0;
  const auto progress = [&](int read, int pages) {
    filing.place.pages_read = read;
    filing.place.pages = pages;
    filing.progress(filing.place);
  };
  return ingest::read_by_ocr(std::move(extraction),
                             bytes,
                             filing.context.reading,
                             {has_dictionary ? &dictionaries : nullptr, progress});
}

base::Result<std::vector<ingest::ReadSource>> read_document(Filing& filing,
                                                            const std::string& bytes,
                                                            const std::string& name) {
  auto extraction = TRY(ingest::open_document(bytes, name, filing.context.reading));
  if (ingest::wants_ocr(extraction)) extraction = read_scan(filing, std::move(extraction), bytes);
  std::vector<ingest::ReadSource> one;
  one.push_back(ingest::describe_document(std::move(extraction), bytes, name));
  return one;
}

base::Result<void> file_one(Filing& filing,
                            ingest::ReadSource read,
                            const std::string& bytes,
                            AddedFile& added) {
  auto& taken = filing.taken;
  auto& workspace = filing.workspace;
  const auto& entry_bytes =
      read.source.kind == assessment::SourceKind::document ? bytes : read.bytes;
  read.source.digest = base::sha256(entry_bytes);
  read.source.size = static_cast<std::int64_t>(entry_bytes.size());
  if (const auto same = taken.find_same(read.source)) {
    added.already_there.push_back(*same);
    return {};
  }
  if (const auto work = taken.find_work(read.source)) {
    added.same_works.push_back({read.source.code, *work, read.source.reference->doi});
    return {};
  }
  const bool is_named =
      !filing.as_code.empty() && read.source.kind == assessment::SourceKind::document;
  const auto revision = is_named ? taken.find_revision(read.source.code) : std::nullopt;
  if (revision) std::tie(read.source.code, read.source.revises) = *revision;
  if (!revision) read.source.code = taken.make_unique(read.source.code);
  read.source.text_digest = base::sha256(read.text);
  read.source.id =
      base::sha256(workspace.assessment.organization + "\n" + read.source.code).substr(0, 26);
  if (read.source.kind == assessment::SourceKind::document)
    if (auto problem = TRY(filing.alike.compare(workspace, read.source, read.text)))
      read.source.problems.push_back(*std::move(problem));
  store::FiledSource filed{read.source,
                           entry_bytes,
                           std::move(read.text),
                           std::move(read.pages),
                           std::move(read.passages)};
  TRY(workspace.store.save_source(workspace.assessment.id, filed, filing.stemmer));
  taken.take(read.source);
  added.sources.push_back(std::move(read.source));
  return {};
}

/// The digest of each photo that lies beside the file or below; what does not is a problem.
void find_photos(const std::string& path, assessment::Source& source) {
  if (!source.observation) return;
  for (auto& photo : source.observation->photos) {
    const fs::path named(photo.path);
    const bool outside =
        named.is_absolute() || std::find(named.begin(), named.end(), fs::path("..")) != named.end();
    const auto file = fs::path(path).parent_path() / named;
    std::error_code error;
    if (outside) {
      source.problems.push_back({"observations.photo_outside", {}, photo.path});
    } else if (const auto bytes = fs::is_regular_file(file, error)
                                      ? base::read_file(file.string(), photo_bytes_max)
                                      : base::fail(ErrorKind::not_found, "file.not_found")) {
      photo.digest = base::sha256(*bytes);
    } else {
      source.problems.push_back({"observations.photo_missing", {}, photo.path});
    }
  }
}

base::Result<void> file_all(Filing& filing, AddedFile& added) {
  const auto& context = filing.context;
  const auto bytes = TRY(base::read_file(added.path, file_bytes_max));
  const std::string name = fs::path(added.path).filename().string();
  const auto kind = ingest::tell_file_kind(bytes, name);
  // OCR takes seconds a page: what is there already is not read again.
  const auto same = kind == ingest::FileKind::document
                        ? filing.taken.find_document(base::sha256(bytes))
                        : std::nullopt;
  if (same) {
    added.already_there.push_back(*same);
    return {};
  }
  auto read = TRY(kind == ingest::FileKind::references     ? ingest::read_references(bytes, name)
                  : kind == ingest::FileKind::observations ? ingest::read_observations(bytes, name)
                                                           : read_document(filing, bytes, name));
  for (auto& source : read) {
    source.source.added_at = context.clock();
    if (!filing.as_code.empty()) source.source.code = filing.as_code;
    find_photos(added.path, source.source);
    TRY(file_one(filing, std::move(source), bytes, added));
  }
  return {};
}

base::Result<void> fail_outside() {
  return fail(ErrorKind::invalid, "add.link_outside");
}

/// Whether what failed will fail for every further file: the disk, the helper, the workspace
/// itself.
bool stops_all(ErrorKind kind) {
  return kind == ErrorKind::unavailable || kind == ErrorKind::unsupported ||
         kind == ErrorKind::conflict || kind == ErrorKind::internal;
}

}  // namespace

base::Result<std::vector<AddedFile>> add_sources(
    Workspace& workspace,
    const AddRequest& request,
    const Context& context,
    const std::function<void(const AddProgress&)>& progress) {
  const auto files = TRY(list_files(request.paths));
  if (!request.as_code.empty() && files.size() != 1)
    return fail(ErrorKind::invalid, "add.as_needs_one_file");
  SourceRegister taken(TRY(workspace.store.load_sources(workspace.assessment.id)));
  NearDuplicates alike(TRY(workspace.store.load_sketches(workspace.assessment.id)));
  Filing filing{workspace,
                context,
                load_stemmer(context),
                std::move(taken),
                std::move(alike),
                request.as_code,
                progress,
                {}};
  std::vector<AddedFile> added;
  for (std::size_t i = 0; i < files.size(); ++i) {
    filing.place = {files[i].path, i + 1, files.size(), 0, 0};
    progress(filing.place);
    AddedFile& one = added.emplace_back();
    one.path = files[i].path;
    const auto filed = files[i].leads_outside ? fail_outside() : file_all(filing, one);
    if (filed) continue;
    one.error = filed.error();
    if (stops_all(filed.error().kind)) break;
  }
  return added;
}

}  // namespace workflow
