// Hands cells to libxlsxwriter, which writes into a file that lies in memory alone.
#include "exchange/xlsx.hpp"

#include <array>
#include <utility>

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

namespace exchange {

namespace {

using base::ErrorKind;
using base::fail;

constexpr time_t first_day = 315'532'800;  // 1980-01-01, as the entries of the archive

// A file without a place, which a library that knows only names opens by its number.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(memfd_create("xlsx", MFD_CLOEXEC)) {}

  ~MemoryFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }

  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  MemoryFile(MemoryFile&&) = delete;
  MemoryFile& operator=(MemoryFile&&) = delete;

  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

  [[nodiscard]] std::string read() const {
    std::string bytes;
    std::array<char, 65536> buffer{};
    off_t at = 0;
    for (;;) {
      const auto size = pread(descriptor_, buffer.data(), buffer.size(), at);
      if (size <= 0) return bytes;
      bytes.append(buffer.data(), static_cast<std::size_t>(size));
      at += size;
    }
  }

 private:
  int descriptor_;
};

tl::unexpected<base::Error> refuse(ErrorKind kind, const std::string& sheet, lxw_error problem) {
  return fail(kind, "xlsx.not_written", {{"sheet", sheet}, {"problem", lxw_strerror(problem)}});
}

base::Result<void> write_sheet(lxw_workbook* workbook,
                               lxw_format* head,
                               lxw_format* body,
                               const XlsxSheet& sheet) {
  const auto named = workbook_validate_sheet_name(workbook, sheet.name.c_str());
  if (named != LXW_NO_ERROR) return refuse(ErrorKind::invalid, sheet.name, named);
  auto* worksheet = workbook_add_worksheet(workbook, sheet.name.c_str());
  if (worksheet == nullptr)
    return refuse(ErrorKind::unavailable, sheet.name, LXW_ERROR_MEMORY_MALLOC_FAILED);
  worksheet_freeze_panes(worksheet, 1, 0);
  for (std::size_t i = 0; i < sheet.widths.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_set_column(worksheet, column, column, sheet.widths[i], nullptr);
  }
  for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
    for (std::size_t j = 0; j < sheet.rows[i].size(); ++j) {
      const auto& cell = sheet.rows[i][j];
      if (cell.empty()) continue;
      const auto written = worksheet_write_string(worksheet,
                                                  static_cast<lxw_row_t>(i),
                                                  static_cast<lxw_col_t>(j),
                                                  cell.c_str(),
                                                  i == 0 ? head : body);
      if (written != LXW_NO_ERROR) return refuse(ErrorKind::invalid, sheet.name, written);
    }
  }
  return {};
}

base::Result<void> fill(lxw_workbook* workbook, std::span<const XlsxSheet> sheets) {
  lxw_doc_properties properties{};
  properties.created = first_day;
  workbook_set_properties(workbook, &properties);
  auto* head = workbook_add_format(workbook);
  auto* body = workbook_add_format(workbook);
  format_set_bold(head);
  format_set_text_wrap(body);
  format_set_align(body, LXW_ALIGN_VERTICAL_TOP);
  for (const auto& sheet : sheets) TRY(write_sheet(workbook, head, body, sheet));
  return {};
}

}  // namespace

base::Result<std::string> write_xlsx(std::span<const XlsxSheet> sheets) {
  const MemoryFile file;
  auto* workbook = workbook_new(file.path().c_str());
  if (workbook == nullptr)
    return refuse(ErrorKind::unavailable, "", LXW_ERROR_MEMORY_MALLOC_FAILED);
  auto filled = fill(workbook, sheets);
  const auto closed = workbook_close(workbook);
  if (!filled) return base::pass_on(std::move(filled.error()));
  if (closed != LXW_NO_ERROR) return refuse(ErrorKind::unavailable, "", closed);
  return file.read();
}

}  // namespace exchange
