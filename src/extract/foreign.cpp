// Tells an OLE container by the names of its streams.
#include "extract/foreign.hpp"

#include <array>
#include <string>
#include <utility>

namespace extract {

namespace {

constexpr std::string_view ole_mark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::string_view rtf_mark = "{\\rtf";

// The most telling first: a locked file holds nothing else that is known.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> streams = {{
    {"EncryptedPackage", "encrypted"},
    {"WordDocument", "old_word"},
    {"Workbook", "old_excel"},
    {"Book", "old_excel"},
    {"PowerPoint Document", "old_powerpoint"},
}};

// A directory entry: 64 bytes for the name in UTF-16, its size in bytes with a closing NUL.
bool has_stream(std::string_view bytes, std::string_view name) {
  std::string entry;
  for (const char byte : name) entry += {byte, '\0'};
  const auto size = static_cast<char>(entry.size() + 2);
  entry.resize(64);
  entry += size;
  return bytes.find(entry) != std::string_view::npos;
}

}  // namespace

bool recognizes_foreign(std::string_view bytes) {
  return bytes.starts_with(ole_mark) || bytes.starts_with(rtf_mark);
}

std::optional<Failure> extract_foreign(std::string_view bytes) {
  if (bytes.starts_with(rtf_mark)) return Failure{"rtf"};
  for (const auto& [name, failure] : streams)
    if (has_stream(bytes, name)) return Failure{std::string(failure)};
  return Failure{"old_office"};
}

}  // namespace extract
