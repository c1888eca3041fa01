// The names of formats and of what OCR is for, as the reader says them and a source keeps them.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "document/document.hpp"

namespace document {

constexpr std::array<std::pair<Format, std::string_view>, 7> format_names = {{
    {Format::pdf, "pdf"},
    {Format::docx, "docx"},
    {Format::plain_text, "plain_text"},
    {Format::markdown, "markdown"},
    {Format::png, "png"},
    {Format::jpeg, "jpeg"},
    {Format::tiff, "tiff"},
}};

constexpr std::array<std::pair<OcrUse, std::string_view>, 3> ocr_use_names = {{
    {OcrUse::needless, "needless"},
    {OcrUse::missing, "missing"},
    {OcrUse::doubtful, "doubtful"},
}};

constexpr std::string_view name_of(OcrUse use) {
  for (const auto& [known, name] : ocr_use_names)
    if (known == use) return name;
  return "needless";
}

constexpr std::optional<OcrUse> find_ocr_use(std::string_view name) {
  for (const auto& [use, known] : ocr_use_names)
    if (known == name) return use;
  return std::nullopt;
}

constexpr std::string_view name_of(Format format) {
  for (const auto& [known, name] : format_names)
    if (known == format) return name;
  return "unknown";
}

constexpr std::optional<Format> find_format(std::string_view name) {
  for (const auto& [format, known] : format_names)
    if (known == name) return format;
  return std::nullopt;
}

/// Whether its pages are counted from 1; other texts are one page with number 0.
constexpr bool has_pages(Format format) {
  return format == Format::pdf || format == Format::png || format == Format::jpeg ||
         format == Format::tiff;
}

}  // namespace document
