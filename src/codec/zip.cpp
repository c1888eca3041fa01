// Guards what libzip unpacks: names, counts, sizes and ratios are judged before and while it does.
#include "codec/zip.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include <zip.h>

namespace codec {

namespace {

using base::ErrorKind;
using base::fail;

constexpr std::size_t free_of_ratio = std::size_t{64} << 10U;
constexpr std::size_t header_bytes = 30 + 46;  // an entry's two headers, at least
constexpr zip_uint16_t first_day = 0x21;       // 1980-01-01, the first that the format knows
constexpr zip_uint16_t noon = 0x6000;

struct ArchiveCloser {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

struct FileCloser {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

struct SourceCloser {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

using Archive = std::unique_ptr<zip_t, ArchiveCloser>;
using Source = std::unique_ptr<zip_source_t, SourceCloser>;

tl::unexpected<base::Error> fail_damaged(std::string name, const char* problem) {
  return fail(ErrorKind::invalid, "zip.damaged", {{"name", std::move(name)}, {"problem", problem}});
}

tl::unexpected<base::Error> fail_too_large(std::string name) {
  return fail(ErrorKind::invalid, "zip.too_large", {{"name", std::move(name)}});
}

bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// Inside the archive's own folder, and nothing that a terminal or a file system would take amiss.
bool is_good_name(std::string_view name, std::size_t bytes_max) {
  if (name.empty() || name.size() > bytes_max) return false;
  const bool has_control = std::ranges::any_of(
      name, [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; });
  if (has_control || name.front() == '/' || name.front() == '\\') return false;
  if (name.size() > 1 && name[1] == ':' && is_letter(name[0])) return false;
  while (!name.empty()) {
    const auto end = std::min(name.find_first_of("/\\"), name.size());
    if (name.substr(0, end) == "..") return false;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return true;
}

std::string to_lower(std::string_view name) {
  std::string lower(name);
  for (char& byte : lower)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + ('a' - 'A'));
  return lower;
}

Archive open_archive(Source source, int flags, zip_error_t& error) {
  Archive archive(zip_open_from_source(source.get(), flags, &error));
  if (archive) source.release();  // NOLINT(bugprone-unused-return-value): the archive owns it
  return archive;
}

base::Result<void> add_item(zip_t* archive, const ZipItem& item) {
  if (!is_good_name(item.name, ZipLimits{}.name_bytes))
    return fail(ErrorKind::invalid, "zip.bad_name", {{"name", item.name}});
  Source source(zip_source_buffer(archive, item.bytes.data(), item.bytes.size(), 0));
  const auto index =
      source ? zip_file_add(archive, item.name.c_str(), source.get(), ZIP_FL_ENC_UTF_8) : -1;
  if (index >= 0) source.release();  // NOLINT(bugprone-unused-return-value): the archive owns it
  const auto at = static_cast<zip_uint64_t>(index);
  const auto method = item.packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
  if (index < 0 || zip_file_set_dostime(archive, at, noon, first_day, 0) != 0 ||
      zip_set_file_compression(archive, at, method, 0) != 0)
    return fail(ErrorKind::invalid, "zip.not_written", {{"problem", zip_strerror(archive)}});
  return {};
}

std::string read_source(zip_source_t* source) {
  std::string bytes;
  zip_stat_t about;
  zip_stat_init(&about);
  if (zip_source_stat(source, &about) != 0 || zip_source_open(source) != 0) return {};
  bytes.resize(about.size);
  const auto size = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  bytes.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
  return bytes;
}

}  // namespace

struct ZipArchive::Opened {
  Archive archive;
  ZipLimits limits;
  std::vector<ZipEntry> entries;
  std::unordered_map<std::string, std::size_t> places;  // lower-case name -> entry
  std::vector<zip_uint64_t> indexes;                    // entry -> index in libzip
  std::size_t archive_bytes = 0;
  std::size_t packed_bytes = 0;
  std::size_t unpacked_bytes = 0;
  bool has_twins = false;

  // Takes an entry of the directory into the list.
  base::Result<void> take(zip_uint64_t index) {
    zip_stat_t about;
    zip_stat_init(&about);
    if (zip_stat_index(archive.get(), index, 0, &about) != 0 || about.name == nullptr)
      return fail_damaged({}, zip_strerror(archive.get()));
    const std::string name = about.name;
    if (!is_good_name(name, limits.name_bytes))
      return fail(ErrorKind::invalid, "zip.bad_name", {{"name", name}});
    packed_bytes += std::min<std::size_t>(about.comp_size, archive_bytes + 1) + header_bytes;
    if (packed_bytes > archive_bytes)
      return fail(ErrorKind::invalid, "zip.overlap", {{"name", name}});
    if (name.back() == '/') return {};
    has_twins = !places.emplace(to_lower(name), entries.size()).second || has_twins;
    entries.push_back({name, about.size, about.encryption_method != ZIP_EM_NONE});
    indexes.push_back(index);
    return {};
  }

  [[nodiscard]] std::size_t limit_of(zip_uint64_t index) const {
    zip_stat_t about;
    zip_stat_init(&about);
    zip_stat_index(archive.get(), index, 0, &about);
    const auto packed = std::min<std::size_t>(about.comp_size, archive_bytes);
    return std::min({limits.entry_bytes,
                     limits.total_bytes - std::min(unpacked_bytes, limits.total_bytes),
                     packed * limits.ratio + free_of_ratio});
  }
};

ZipArchive::ZipArchive(std::unique_ptr<Opened> opened) : opened_(std::move(opened)) {}

ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

const std::vector<ZipEntry>& ZipArchive::entries() const {
  return opened_->entries;
}

bool ZipArchive::has_twins() const {
  return opened_->has_twins;
}

const ZipEntry* ZipArchive::find(std::string_view name) const {
  const auto place = opened_->places.find(to_lower(name));
  return place == opened_->places.end() ? nullptr : &opened_->entries[place->second];
}

base::Result<std::string> ZipArchive::read(std::string_view name) {
  const auto* entry = find(name);
  if (entry == nullptr)
    return fail(ErrorKind::invalid, "zip.no_entry", {{"name", std::string(name)}});
  if (entry->is_encrypted)
    return fail(ErrorKind::invalid, "zip.encrypted", {{"name", entry->name}});
  const auto index = opened_->indexes[static_cast<std::size_t>(entry - opened_->entries.data())];
  const auto limit = opened_->limit_of(index);
  if (entry->size > limit) return fail_too_large(entry->name);
  const std::unique_ptr<zip_file_t, FileCloser> file(
      zip_fopen_index(opened_->archive.get(), index, 0));
  if (!file) return fail_damaged(entry->name, zip_strerror(opened_->archive.get()));
  std::string bytes;
  bytes.resize(entry->size + 1);  // one more than it says: whoever says too little is found out
  std::size_t size = 0;
  while (size < bytes.size()) {
    const auto got = zip_fread(file.get(), bytes.data() + size, bytes.size() - size);
    if (got < 0) return fail_damaged(entry->name, zip_file_strerror(file.get()));
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  opened_->unpacked_bytes += size;
  if (size != entry->size) return fail_damaged(entry->name, "wrong size");
  bytes.resize(size);
  return bytes;
}

base::Result<ZipArchive> open_zip(std::string_view bytes, const ZipLimits& limits) {
  if (!is_zip(bytes)) return fail_damaged({}, "no archive");
  zip_error_t error;
  zip_error_init(&error);
  Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error));
  auto opened = std::make_unique<ZipArchive::Opened>();
  if (source) opened->archive = open_archive(std::move(source), ZIP_RDONLY, error);
  if (!opened->archive) {
    auto failure = fail_damaged({}, zip_error_strerror(&error));
    zip_error_fini(&error);
    return failure;
  }
  opened->limits = limits;
  opened->archive_bytes = bytes.size();
  const auto count = zip_get_num_entries(opened->archive.get(), 0);
  if (count < 0 || static_cast<std::size_t>(count) > limits.entries) return fail_too_large({});
  for (zip_int64_t index = 0; index < count; ++index)
    TRY(opened->take(static_cast<zip_uint64_t>(index)));
  return ZipArchive(std::move(opened));
}

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

base::Result<std::string> write_zip(std::span<const ZipItem> items) {
  zip_error_t error;
  zip_error_init(&error);
  Source kept(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!kept) return fail(ErrorKind::invalid, "zip.not_written", {{"problem", "memory"}});
  zip_source_keep(kept.get());
  Archive archive = open_archive(Source(kept.get()), ZIP_TRUNCATE, error);
  if (!archive) {
    const std::string problem = zip_error_strerror(&error);
    zip_error_fini(&error);
    return fail(ErrorKind::invalid, "zip.not_written", {{"problem", problem}});
  }
  for (const auto& item : items) TRY(add_item(archive.get(), item));
  if (zip_close(archive.get()) != 0)
    return fail(ErrorKind::invalid, "zip.not_written", {{"problem", zip_strerror(archive.get())}});
  archive.release();  // NOLINT(bugprone-unused-return-value): closed
  return read_source(kept.get());
}

}  // namespace codec
